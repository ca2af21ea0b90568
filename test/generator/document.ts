import type { Contents } from './contents.ts';
import type { Plan } from './plan/model.ts';
import { localise, type Settings } from './settings.ts';
import type { MoneyChapter } from './tables/money-chapters.ts';
import type { Ranking } from './tables/rankings.ts';
import { CAPTIONS, STAFF_CAPTIONS } from './vocabulary/places.ts';
import { printMonth, printYear } from './years.ts';

/** Lines in the making; blank lines look like those that a converter leaves behind. */
export interface Paper {
  lines: string[];
  gap(): void;
  add(...lines: string[]): void;
}

/** Starts an empty paper. */
export function createPaper(settings: Settings): Paper {
  const random = settings.random.fork('paper');
  const blank = settings.choice.maybe('full-width blank lines', 0.1) ? '　' : ' ';
  const lines: string[] = [];
  return {
    lines,
    add: (...more) => {
      lines.push(...more);
    },
    gap: () => {
      const count = random.weighted([
        [0, 8],
        [1, 3],
        [2, 1],
      ]);
      lines.push('', ...Array.from({ length: count }, () => blank));
    },
  };
}

/** Title page and table of contents. */
export function writeFront(settings: Settings, paper: Paper, contents: Contents, plan: Plan): void {
  const { city, style, year, issued, choice } = settings;
  const random = settings.random.fork('front');
  const form = style.years.heading;
  const brackets = choice.maybe('full-width brackets on the title page', 0.4) ? ['（', '）'] : ['(', ')'];
  const inBrackets = (text: string): string => brackets.join(text);
  paper.add(
    '',
    '',
    city.name + settings.plan,
    inBrackets(settings.outline),
    '実施状況報告書',
    inBrackets(printYear(year, form)),
    '',
  );
  paper.add(printMonth(issued, form), city.name, '', '目次');
  paper.gap();
  let page = 1;
  for (const chapter of contents.chapters) {
    paper.add(`${contents.heading(chapter)}\t${page}`);
    page += random.int(1, 9);
    const parts = contents.parts.map((part) => contents.partHeading(part));
    const pillars = plan.pillars.map((pillar, index) => contents.pillarHeading(index, pillar.name));
    const below = chapter === 'figures' ? parts : chapter === 'items' ? pillars : [];
    // The converter tears the two numbers apart: 1. 1.
    paper.add(...below.map((heading) => `${heading.replace(/^(\d)\.(\d)/, '$1. $2')}\t`));
  }
  paper.add('');
}

/** The line that names the unit of a money table. */
function unitLine(settings: Settings, unit: string): string {
  const form = settings.choice.among('unit line', ['(単位:)', '（単位：）', '単位：', '（単位 ）'], 0.5);
  return {
    '(単位:)': `(単位:${unit})`,
    '（単位：）': `（単位：${unit}）`,
    '単位：': `単位：${unit}`,
    '（単位 ）': `（単位 ${unit}）`,
  }[form];
}

/** A money chapter, with the captions of lost charts behind it. */
export function writeMoney(
  settings: Settings,
  paper: Paper,
  heading: string,
  chapter: MoneyChapter,
  captions: readonly string[],
): void {
  const first = chapter.accounts[0];
  paper.add(heading, '');
  const unit = first ? [unitLine(settings, settings.units[first.table])] : [];
  // Drawn apart from the other variations, so that these stay what they are for a seed.
  const below = settings.seed >= 20 && settings.random.fork(`unit of ${heading}`).chance(0.12);
  if (below) settings.choice.note('unit below its table');
  if (unit.length > 0 && !below) paper.add(...unit, '');
  paper.add(...chapter.lines, ...(below ? unit : []));
  paper.gap();
  for (const note of chapter.notes) paper.add(note, '');
  const random = settings.random.fork(`captions ${heading}`);
  for (const caption of captions) {
    paper.gap();
    if (random.chance(0.2)) paper.add('(%)', '');
    paper.add(caption, '');
    paper.gap();
  }
}

/** The captions whose charts are lost: those on money and those on staff. */
export function drawCaptions(settings: Settings): {
  money: { text: string; word: string; english: string }[];
  staff: string[];
} {
  const random = settings.random.fork('captions');
  const local = (text: string): string => localise(text, settings.city).replace('{n}', String(random.int(11, 45)));
  const money = random.sample(CAPTIONS, random.int(1, 5)).map((caption) => ({
    text: local(caption.text),
    word: local(caption.word),
    english: caption.english,
  }));
  return { money, staff: random.sample(STAFF_CAPTIONS, random.int(1, 4)).map(local) };
}

/** The chapter on staff: captions, the overtime ranking and the leave ranking, each with its own caption. */
export function writeStaff(
  settings: Settings,
  paper: Paper,
  heading: string,
  overtime: Ranking,
  leave: Ranking,
  captions: readonly string[],
): string[] {
  const { choice, style, sizes } = settings;
  const notes: string[] = [];
  const note = (text: string): void => {
    notes.push(text);
    paper.add(text, '');
  };
  const label = choice.among('label of captions', ['図表', '表', '図', '【図表'], 0.3);
  const title = (number: number, text: string): string =>
    label === '【図表' ? `【図表${number}】${text}` : `${label}${number} ${text}`;
  const place = style.header.section.replace(/名$/, '');
  const subject = style.header.overtime === '時間外勤務時間' ? '時間外勤務時間' : '超過勤務時間';
  const overtimeTitle = title(1, `1人当たりの年間${subject}が多い${sizes.topN}${place}`);
  const leaveTitle = title(
    2,
    `${place}ごとの${leave.measure}の推移${choice.maybe('no ③ in the leave caption', 0.4) ? '' : '③'}(${leave.measure}の高い順)`,
  );
  const withTitle = (lines: readonly string[], text: string, before: boolean): void => {
    paper.add(...(before ? [text, '', ...lines, ''] : [...lines, '', text, '']));
  };
  paper.add(heading);
  paper.gap();
  for (const caption of captions) {
    paper.add(caption, '');
    paper.gap();
  }
  note('※職員数は、総務省「地方公共団体定員管理調査」に基づく。');
  const year = settings.tableYears.overtime[0];
  if (year !== undefined && choice.maybe('note on a year of overtime', 0.4)) {
    note(`※${printYear(year, style.years.overtime)}は、台風災害への対応等が含まれる。`);
  }
  withTitle(overtime.lines, overtimeTitle, choice.maybe('caption before the overtime table', 0.3));
  paper.gap();
  withTitle(leave.lines, leaveTitle, !choice.maybe('caption after the leave table', 0.25));
  return notes;
}
