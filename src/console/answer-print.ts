import type { Sent } from '../agent/ledger.ts';
import type { Answer } from '../answer/assemble.ts';
import type { Assistant } from '../answer/assistant.ts';
import { BOTH, faceWording } from '../face-wording.ts';
import type { ModelListener } from '../open-responder.ts';
import { WORDING } from '../report-wording.ts';
import { printable } from './printable.ts';
import type { Output } from './streams.ts';

/** The answer as text: what it says, then where it stands in the report. */
export function answerText(answer: Answer): string {
  const words = faceWording(answer.language);
  return `${printable([answer.text, ...answer.citations.map(words.source)].join('\n'))}\n`;
}

/** The answer as data, for other programs. */
export function answerData(question: string, answer: Answer, ms: number) {
  return {
    question,
    language: answer.language,
    kind: answer.kind,
    answer: answer.text,
    citations: answer.citations,
    ...(answer.table ? { table: answer.table } : {}),
    ...(answer.chart ? { chart: answer.chart } : {}),
    ...(answer.model ? { model: answer.model } : {}),
    tools: answer.called.map(({ call }) => ({ name: call.name, args: call.args })),
    ms: Math.round(ms * 1000) / 1000,
  };
}

/** How an answer came about: who worded it, why no model did, the functions called, and what was sent to whom. */
export function explanation(
  { language, model, called }: Answer,
  sent: readonly Sent[],
  failures: readonly string[],
): string {
  const words = faceWording(language).explained;
  return [
    words.by(model ?? null),
    ...failures.map(words.failed),
    ...called.map(({ call }) => words.called(`${call.name} ${JSON.stringify(call.args)}`)),
    ...(sent.length > 0 ? sent.map(words.sent) : [words.nothingSent]),
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

/** Tells whoever runs the program in a terminal what is wrong with the language model. */
export function modelListener(stderr: Output): ModelListener {
  return {
    onFailure: (why, detail) => stderr.write(BOTH.modelFailed(`${why} (${detail})`)),
    onWarning: (text) => stderr.write(text),
  };
}

/** Problems of a report that are shown; `npm run report` shows them all. */
const SHOWN_PROBLEMS = 3;

/** Which reports of the corpus were left out, and why. Empty when none was. */
export function refusedText({ refused }: Pick<Assistant, 'refused'>): string {
  return refused
    .flatMap(({ id, problems }) => [
      BOTH.leftOut(id),
      ...problems
        .slice(0, SHOWN_PROBLEMS)
        .map((problem) =>
          `  ${id}/report.txt:${problem.line ?? '-'} ${WORDING.ja.problem(problem)} / ${problem.message} ${problem.excerpt}`.trimEnd(),
        ),
      ...(problems.length > SHOWN_PROBLEMS ? [`  ${BOTH.moreProblems(problems.length - SHOWN_PROBLEMS)}`] : []),
    ])
    .map((line) => `${line}\n`)
    .join('');
}
