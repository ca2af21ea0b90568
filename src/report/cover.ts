import { type FiscalYear, findYears, longYear } from './fiscal-year.ts';
import { CITY_LEAD, CITY_LINE, EMPTY_BRACKETS, hasSentence, REPORT_WORD, tailOfTitle } from './form.ts';
import type { Placed } from './layout.ts';
import type { Report } from './model.ts';
import { folded, type Line, nameOf } from './source.ts';

export interface Cover {
  readonly title: string;
  /** How a citation names the report of a fiscal year. */
  nameIn(year: FiscalYear): string;
  readonly city: string | null;
  readonly year: FiscalYear | null;
  readonly issued: Report['issued'];
  readonly lines: ReadonlySet<Line>;
}

const LONGEST = 60;

/** What the lines before the first heading say: title, city, fiscal year, date. The year may also stand in a heading. */
export function readCover(placed: readonly Placed[]): Cover {
  const end = placed.findIndex((at) => at.kind === 'contents' || at.chapter !== null);
  const front = placed.slice(0, end < 0 ? placed.length : end);
  const lines = front.filter(
    ({ kind, line }) => kind !== 'blank' && line.text.length <= LONGEST && !hasSentence(line.text),
  );
  const titles: string[] = [];
  let city: string | null = null;
  let year: FiscalYear | null = null;
  let issued: Report['issued'] = null;
  for (const { line } of lines) {
    const text = line.text.normalize('NFKC');
    const [first, second] = findYears(text);
    const place = CITY_LINE.exec(folded(text))?.groups?.city;
    if (first && first.month !== null) issued ??= { year: calendarYear(first.year, first.month), month: first.month };
    else if (place && !REPORT_WORD.test(text)) city ??= place;
    else {
      if (first && !second) year ??= first.year;
      const rest =
        first && !second ? `${text.slice(0, first.start)}${text.slice(first.end)}`.replace(EMPTY_BRACKETS, '') : text;
      if (folded(rest) !== '') titles.push(nameOf(rest).replaceAll(' ', ''));
    }
  }
  const title = titles.join('');
  const heads = placed.flatMap((at) => (at.kind === 'heading' ? [at.line.text.normalize('NFKC')] : []));
  year ??=
    heads.map((text) => findYears(text)).find(([first, second]) => first && !second && first.month === null)?.[0]
      ?.year ?? null;
  city ??= CITY_LEAD.exec(titles[0] ?? '')?.groups?.city ?? null;
  return {
    title,
    nameIn: (of) => nameOfReport(titles, city, of),
    city,
    year,
    issued,
    lines: new Set(lines.map((at) => at.line)),
  };
}

/** Calendar year of a month that lies in a fiscal year. */
function calendarYear(year: FiscalYear, month: number): number {
  return Number(year.slice(2)) + (month >= 4 ? 0 : 1);
}

/** `令和2年度` and the last words of the title: `実施状況報告書`. */
function nameOfReport(titles: readonly string[], city: string | null, year: FiscalYear): string {
  const last = titles.findLast((line) => REPORT_WORD.test(line)) ?? titles.at(-1) ?? '';
  const tail = tailOfTitle(last);
  const bare = city && tail.startsWith(city) ? tail.slice(city.length) : tail;
  return `${longYear(year)}${tailOfTitle(bare)}`;
}
