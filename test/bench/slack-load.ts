import { fileURLToPath } from 'node:url';
import { readQuestions } from '../eval/question-file.ts';
import { OFFICE, staffMember } from '../support/slack/cast.ts';
import type { RemoteSlack } from '../support/slack/remote.ts';

const QUESTIONS = fileURLToPath(new URL('../eval/questions.jsonl', import.meta.url));
/** How many members ask. */
export const STAFF_COUNT = 40;
/** A question that has no answer after that is lost. Milliseconds. */
const PATIENCE = 120_000;

/** The sample questions that stand by themselves. */
export async function readPlainQuestions(): Promise<readonly string[]> {
  return (await readQuestions(QUESTIONS)).filter(({ thread }) => !thread?.length).map(({ q }) => q);
}

/** Asks the n-th question as the n-th person. Hands back milliseconds from the event to the stored reply. */
export async function askOne(
  slack: Pick<RemoteSlack, 'asks'>,
  questions: readonly string[],
  index: number,
): Promise<number> {
  const text = questions[index % questions.length] ?? '';
  const { question, reply } = await slack.asks(staffMember(index % STAFF_COUNT), OFFICE, text, PATIENCE);
  return reply.storedAt - question.storedAt;
}

/** Asks so many questions, so many at once. */
export async function askMany(
  slack: Pick<RemoteSlack, 'asks'>,
  questions: readonly string[],
  count: number,
  atOnce: number,
): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const asker = async () => {
    for (let mine = next++; mine < count; mine = next++) times.push(await askOne(slack, questions, mine));
  };
  await Promise.all(Array.from({ length: atOnce }, asker));
  return times;
}
