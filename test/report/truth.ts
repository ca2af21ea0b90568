import { startOf } from '../../src/report/fiscal-year.ts';
import type { Report } from '../../src/report/model.ts';
import type { GeneratedReport } from '../generator/generate.ts';

/** A text without white space, width and the differences that a reader may iron out. */
export function bare(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/\s+/gu, '');
}

/** Every difference between what was read and what the generator wrote, each as one line. */
export function differences(report: Report, { truth }: GeneratedReport): string[] {
  const found: string[] = [];
  const same = (what: string, read: unknown, wanted: unknown) => {
    if (JSON.stringify(read) !== JSON.stringify(wanted))
      found.push(`${what}: read ${JSON.stringify(read)}, wanted ${JSON.stringify(wanted)}`);
  };
  same('title', bare(report.title).replace(/\(.*?\)/u, ''), bare(truth.title));
  same('city', report.city, truth.city);
  same('year', startOf(report.year), truth.year);
  same('issued', report.issued, truth.issued);
  compareFigures(report, truth, same);
  compareItems(report, truth, same);
  compareCounts(report, truth, same);
  const texts = (kind: string) =>
    new Set(report.text.filter((block) => block.kind === kind).map((block) => bare(block.text)));
  const paragraphs = texts('paragraph');
  const notes = texts('note');
  const captions = new Set(report.text.filter((block) => block.withoutValues).map((block) => bare(block.text)));
  for (const text of truth.paragraphs) if (!paragraphs.has(bare(text))) found.push(`paragraph not read: ${text}`);
  for (const text of truth.notes)
    if (![...notes].some((note) => note.includes(bare(text)))) found.push(`note not read: ${text}`);
  for (const text of truth.captionsWithoutValues)
    if (!captions.has(bare(text))) found.push(`caption without values not read: ${text}`);
  same('captions without values', captions.size, new Set(truth.captionsWithoutValues.map(bare)).size);
  for (const entry of [...truth.legend, ...truth.countLegend]) {
    const read = report.legend.find(
      (other) => bare(other.print) === bare(entry.print) && bare(other.meaning) === bare(entry.word),
    );
    same(`legend ${entry.print} ${entry.word}`, read?.status, entry.mark);
  }
  for (const line of report.lines)
    if (line.use === 'unknown') found.push(`line ${line.line} not understood: ${line.excerpt.slice(0, 80)}`);
  for (const check of report.checks)
    if (['statuses', 'items', 'column-sum', 'row-sum'].includes(check.code) && check.verdict !== 'agrees')
      found.push(`check ${check.what}: ${check.printed} ≠ ${check.expected}`);
  return found;
}

type Same = (what: string, read: unknown, wanted: unknown) => void;

function compareFigures(report: Report, truth: GeneratedReport['truth'], same: Same): void {
  const key = (subject: string, measure: string, year: number) => `${bare(subject)} ${bare(measure)} ${year}`;
  const read = new Map<string, { value: number | null; print: string; unit: string | null; table: string }[]>();
  for (const table of report.tables) {
    for (const o of table.observations) {
      const subject = o.role === 'average' ? 'average' : o.subject;
      const at = key(subject, o.measure, startOf(o.year));
      read.set(at, [...(read.get(at) ?? []), { value: o.value, print: bare(o.print), unit: o.unit, table: o.table }]);
    }
  }
  let count = 0;
  const ids = new Map<string, string>();
  for (const figure of truth.figures) {
    const average = /^(?:全体)?平均/u.test(figure.subject);
    const at = key(average ? 'average' : figure.subject, figure.measure, figure.year);
    const [first, second] = read.get(at) ?? [];
    count++;
    same(`figure ${figure.table} ${at}`, first && { value: first.value, print: first.print, unit: first.unit }, {
      value: figure.value,
      print: bare(figure.print),
      unit: figure.unit,
    });
    if (second) same(`figure ${at} twice`, second, undefined);
    if (first) same(`table of ${at}`, first.table, ids.get(figure.table) ?? first.table);
    if (first) ids.set(figure.table, first.table);
  }
  same('number of figures', [...read.values()].flat().length, count);
}

function compareItems(report: Report, truth: GeneratedReport['truth'], same: Same): void {
  same('number of items', report.items.length, truth.items.length);
  for (const wanted of truth.items) {
    const item = report.items.find((other) => other.kind === wanted.kind && other.number === wanted.number);
    const at = `${wanted.kind} ${wanted.number}`;
    if (!item) {
      same(at, null, wanted.title);
      continue;
    }
    same(`${at} title`, bare(item.title), bare(wanted.title));
    same(`${at} pillar`, bare(item.pillar), bare(wanted.pillar));
    same(`${at} policy`, bare(item.policy), bare(wanted.policy));
    same(`${at} outline`, bare(item.outline), bare(wanted.outline));
    same(`${at} narrative`, bare(item.narrative), bare(wanted.narrative));
    same(`${at} owners`, item.owners?.map(bare) ?? null, wanted.owners?.map(bare) ?? null);
    same(
      `${at} schedule`,
      item.schedule.map(({ year, print }) => [startOf(year), bare(print)]),
      wanted.schedule.map(({ year, print }) => [year, bare(print)]),
    );
    same(
      `${at} statuses`,
      item.statuses.map(({ year, status, print }) => [startOf(year), status, bare(print)]),
      wanted.statuses.map(({ year, mark, print }) => [year, mark, bare(print)]),
    );
  }
}

function compareCounts(report: Report, truth: GeneratedReport['truth'], same: Same): void {
  for (const wanted of truth.counts) {
    const row =
      wanted.pillar === '合計'
        ? report.results?.total
        : report.results?.pillars.find((other) => bare(other.pillar) === bare(wanted.pillar));
    const cells = row?.counts.filter((cell) => startOf(cell.year) === wanted.year) ?? [];
    const at = `results ${wanted.pillar} ${wanted.year}`;
    for (const status of ['done', 'partial', 'not', 'later'] as const) {
      const cell = cells.find((other) => other.statuses.includes(status));
      same(`${at} ${status}`, cell?.counts[cell.statuses.indexOf(status)], wanted[status]);
      const share = {
        done: wanted.percentDone,
        partial: wanted.percentPartial,
        not: wanted.percentRest,
        later: wanted.percentRest,
      }[status];
      same(`${at} share of ${status}`, bare(cell?.share?.print).replace(/%$/u, ''), bare(share).replace(/%$/u, ''));
    }
    same(`${at} total`, row?.total, wanted.total);
  }
}
