import { accuracy, passes, type Tally, tally, type Verdict } from './score.ts';

function percent(passed: number, total: number): string {
  return `${((100 * passed) / Math.max(1, total)).toFixed(1)}%`;
}

function row({ name, passed, total }: Tally): string {
  return `  ${name.padEnd(24)} ${String(passed).padStart(4)}/${String(total).padEnd(4)} ${percent(passed, total)}`;
}

function failure({ question, from, kind, answer, reasons }: Verdict): string[] {
  const asked = [...(question.thread ?? []), question.q].join(' / ');
  return [
    `FAIL ${question.id} [${question.class}/${question.kind}] ${asked}  (${from})`,
    `     ${kind}: ${answer.replaceAll('\n', ' ').slice(0, 300)}`,
    ...reasons.map((reason) => `     - ${reason}`),
  ];
}

/** Failures with their reasons, accuracy by class, language and file, and totals. */
export function page(verdicts: readonly Verdict[], most = Number.POSITIVE_INFINITY): string {
  const failed = verdicts.filter((verdict) => !passes(verdict));
  const onlyCitation = failed.filter((verdict) => verdict.reasons.every((reason) => reason.startsWith('citation')));
  const passed = verdicts.length - failed.length;
  const uncited = passed + onlyCitation.length;
  const from = tally(verdicts, (verdict) => verdict.from);
  return [
    ...failed.slice(0, most).flatMap(failure),
    ...(failed.length > most ? [`… ${failed.length - most} more failures`] : []),
    '== by class',
    ...tally(verdicts, (verdict) => verdict.question.class).map(row),
    '== by language',
    ...tally(verdicts, (verdict) => verdict.question.lang).map(row),
    ...(from.length > 1 && from.length <= 12 ? ['== by file', ...from.map(row)] : []),
    `== overall ${passed}/${verdicts.length} = ${percent(passed, verdicts.length)}` +
      `   (without citations: ${uncited}/${verdicts.length} = ${percent(uncited, verdicts.length)})`,
    '',
  ].join('\n');
}

/** The same as data. */
export function pageData(verdicts: readonly Verdict[]) {
  return {
    accuracy: accuracy(verdicts),
    total: verdicts.length,
    classes: tally(verdicts, (verdict) => verdict.question.class),
    languages: tally(verdicts, (verdict) => verdict.question.lang),
    sources: tally(verdicts, (verdict) => verdict.from),
    failures: verdicts
      .filter((verdict) => !passes(verdict))
      .map(({ question, from, kind, answer, citations, reasons }) => ({
        id: question.id,
        class: question.class,
        from,
        thread: question.thread ?? [],
        question: question.q,
        kind,
        answer,
        citations,
        reasons,
      })),
  };
}
