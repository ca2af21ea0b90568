/**
 * A process of its own that works with a state, for tests that kill it or hinder it.
 * `node state-process.ts FOLDER hold`: opens the folder, says `open`, and holds it.
 * `… write`: records questions and settles every second one, and says each once it is kept; ends with a code when it fails.
 * `… as-nobody`: gives up its rights first, then does as `hold`.
 */
import { AppError } from '../../src/errors.ts';
import { openState } from '../../src/state/database.ts';

const [folder = '', task = 'hold'] = process.argv.slice(2);
/** The user id that owns nothing, by convention. */
const NOBODY = 65_534;
const TEXT = 'x'.repeat(400);

let ids = 0;
if (task === 'as-nobody') process.setuid?.(NOBODY);
try {
  const state = await openState(folder, {
    now: () => new Date(),
    newId: () => `${process.pid}-${++ids}`,
    mask: (text) => text,
  });
  process.stdout.write('open\n');
  while (task === 'write') {
    const key = `${process.pid}:${++ids}`;
    const { question } = await state.questions.record({
      key,
      eventId: `Ev-${key}`,
      surface: 'mention',
      channel: 'C1',
      user: 'U1',
      ts: null,
      thread: null,
      text: TEXT,
      responseUrl: null,
      previous: null,
    });
    process.stdout.write(`recorded ${key}\n`);
    if (ids % 2 === 0) continue;
    const turn = { id: key, conversation: key, user: 'U1', question: key, frame: {}, report: 'r', answer: {} };
    await state.questions.settle(question.id, key, turn, TEXT);
    process.stdout.write(`settled ${key}\n`);
  }
  // Held until somebody ends the process.
  setInterval(() => {}, 1000);
} catch (error) {
  process.stdout.write(`${error instanceof AppError ? `${error.code} ${error.message}` : String(error)}\n`);
}
