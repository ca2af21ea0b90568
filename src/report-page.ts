import { longYear } from './report/fiscal-year.ts';
import type { Refused } from './report/library.ts';
import type { Check, Problem, Report } from './report/model.ts';
import { type Language, WORDING, type Wording } from './report-wording.ts';

/** Everything the report command prints about one report: what was read, the checks, the warnings, what was not understood. */
export function describeReport(report: Report, language: Language): string {
  const say = WORDING[language];
  const parts = [
    `${report.city ?? ''} ${report.name} (${report.id})`.trim(),
    report.title,
    '',
    ...tables(report, say),
    ...items(report, say),
    ...texts(report, say),
    ...checks(report, say),
    ...problems(
      say.warnings,
      report.warnings.filter((w) => w.code !== 'unread-line'),
      say,
    ),
    ...unread(report, say),
  ];
  return parts.join('\n');
}

/** The problems for which a report was refused, by line. */
export function describeRefused({ id, problems: all }: Refused, language: Language): string {
  const say = WORDING[language];
  return problems(`${id}: ${say.refused}`, all, say).join('\n');
}

/** A problem with its line, without what stands there. */
export function describeProblem(problem: Problem, language: Language): string {
  return located(problem, WORDING[language]);
}

function located(problem: Problem, say: Wording): string {
  return `${problem.line === null ? '' : `${say.line(problem.line)}: `}${say.problem(problem)}`;
}

function tables({ tables, results }: Report, say: Wording): string[] {
  const lines = tables.map((table) => {
    const size = [
      say.counts('subjects', table.subjects.length),
      say.counts('years', table.years.length),
      say.counts('measures', table.measures.length),
      say.counts('figures', table.observations.length),
    ].join(' · ');
    const kind = say.kinds[table.kind] ?? table.kind;
    return `  ${table.id} ${table.title} [${kind}] ${size}${table.unit ? ` (${table.unit})` : ''} ${say.line(table.source.line)}`;
  });
  if (results) {
    const size = [say.counts('pillars', results.pillars.length), say.counts('years', results.years.length)].join(' · ');
    lines.push(`  ${say.results}: ${size} ${say.line(results.source.line)}`);
  }
  return section(say.tables, tables.length + (results ? 1 : 0), lines, say);
}

function items({ items, legend }: Report, say: Wording): string[] {
  const plan = items.filter((item) => item.kind === 'plan');
  const years = [...new Set(plan.flatMap((item) => item.statuses.map((status) => status.year)))].sort();
  const marks = [...new Map(legend.map((entry) => [entry.status, entry.print])).entries()];
  const lines = [
    `  ${say.counts('items', plan.length)} · ${say.counts('extra', items.length - plan.length)}`,
    ...years.map((year) => {
      const counted = marks.map(([status, print]) => {
        const count = plan.filter((item) => item.statuses.some((s) => s.year === year && s.status === status)).length;
        return `${print} ${count}`;
      });
      return `  ${longYear(year)}: ${counted.join(' · ')}`;
    }),
  ];
  return section(say.items, items.length, lines, say);
}

function texts({ text, lines }: Report, say: Wording): string[] {
  const tally = (names: readonly string[]) =>
    [...new Set(names)]
      .map((name) => `${say.kinds[name] ?? name} ${names.filter((n) => n === name).length}`)
      .join(' · ');
  const kinds = text.map((block) => (block.withoutValues ? 'withoutValues' : block.kind));
  return section(
    say.text,
    text.length,
    [`  ${tally(kinds)}`, `  ${say.counts('lines', lines.length)}: ${tally(lines.map((l) => l.use))}`],
    say,
  );
}

const VERDICTS: readonly Check['verdict'][] = ['contradicts', 'rounding', 'agrees'];

function checks({ checks }: Report, say: Wording): string[] {
  const tally = VERDICTS.map(
    (verdict) => `${say.verdicts[verdict]} ${checks.filter((c) => c.verdict === verdict).length}`,
  );
  // What agrees is only counted: among so many lines the others would not be seen.
  const lines = VERDICTS.filter((verdict) => verdict !== 'agrees').flatMap((verdict) =>
    checks
      .filter((check) => check.verdict === verdict)
      .map((check) => `  ${say.verdicts[verdict]}: ${say.check(check)}`),
  );
  return section(say.checks, checks.length, [`  ${tally.join(' · ')}`, ...lines], say);
}

function problems(title: string, all: readonly Problem[], say: Wording): string[] {
  const lines = all.map(
    (problem) => `  ${located(problem, say)}${problem.excerpt === '' ? '' : `\n    | ${problem.excerpt}`}`,
  );
  return section(title, all.length, shortened(lines, say), say);
}

/** A file that is no report at all has a problem in every line: nobody reads them all. */
const MOST_LISTED = 60;

function shortened(lines: readonly string[], say: Wording): readonly string[] {
  return lines.length > MOST_LISTED
    ? [...lines.slice(0, MOST_LISTED), `  ${say.more(lines.length - MOST_LISTED)}`]
    : lines;
}

function unread({ lines }: Report, say: Wording): string[] {
  const unknown = lines.filter((line) => line.use === 'unknown');
  return section(
    say.unread,
    unknown.length,
    shortened(
      unknown.map((line) => `  ${say.line(line.line)}: ${line.excerpt}`),
      say,
    ),
    say,
  );
}

function section(title: string, count: number, lines: readonly string[], say: Wording): string[] {
  return count === 0 ? [`${title}: ${say.none}`, ''] : [`${title}: ${count}`, ...lines, ''];
}
