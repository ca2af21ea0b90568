import type { Log } from '../log.ts';
import type { State } from '../state/database.ts';
import type { Question } from '../state/questions.ts';
import type { Composer, Said } from './compose.ts';
import { conversationOf } from './conversation.ts';
import type { Delivered } from './deliver.ts';
import type { Outlet } from './outlet.ts';
import type { Pane } from './pane.ts';

/** Answers questions that are on the disk, each once and in order within its conversation. */
export interface Answerer {
  /** Never rejects. `mayBePosted`: an earlier try may have got through. */
  answer(question: Question, options?: { readonly mayBePosted: boolean }): Promise<void>;
  /** The person took the question back: so is its answer. */
  withdraw(question: Question): Promise<void>;
  /** Answers what was never answered, or tells the asker that it is too late for that; takes back what could not be. */
  recover(): Promise<void>;
  /** Resolves when nothing is under way any more for a question: its answer may be seen before it is noted. */
  settled(id: string): Promise<void>;
  /** The person pressed stop. */
  stop(channel: string, thread: string): void;
  /** Resolves when everything that was begun is finished. */
  idle(): Promise<void>;
}

export interface AnswererOptions {
  readonly state: Pick<State, 'questions' | 'feedback'>;
  readonly composer: Composer;
  readonly outlet: Outlet;
  readonly pane: Pane;
  readonly log: Log;
  now(): Date;
}

/** After that nobody waits for an answer any more. Milliseconds. */
const WORTH_ANSWERING = 600_000;
/** After that nobody remembers having asked. Milliseconds. */
const WORTH_TELLING = 86_400_000;

export function createAnswerer(options: AnswererOptions): Answerer {
  const { state, composer, outlet, pane, log, now } = options;
  /** What is under way, by conversation: the next question waits for it. */
  const queues = new Map<string, Promise<void>>();
  const underWay = new Map<string, Promise<void>>();
  /** Answers that Slack did not take yet, by task. */
  const drafted = new Map<string, Said>();

  function enqueue(conversation: string, work: () => Promise<void>): Promise<void> {
    const mine = (queues.get(conversation) ?? Promise.resolve()).then(work);
    queues.set(conversation, mine);
    return mine.finally(() => {
      if (queues.get(conversation) === mine) queues.delete(conversation);
    });
  }

  /** Writes down what came of it. Until that is done, `recover` looks for the message and tries again. */
  async function keep(question: Question, { answer, unanswered }: Said, sent: Delivered): Promise<void> {
    const { id, text, surface } = question;
    if (!sent.ok) {
      log.error('answer not delivered', { id, code: sent.code, surface });
      if (!sent.mayPass) await state.questions.fail(id, sent.code, text);
      return;
    }
    const isKept = await state.questions.settle(id, sent.ts || null, answer?.kept ?? null, text);
    if (!isKept) {
      // Forgotten while it was being answered.
      if (sent.ts !== '') await takeBack(id, sent.channel, sent.ts);
    } else if (unanswered) await state.feedback.unanswered({ asked: id, question: text, kind: unanswered });
  }

  /** True when there is nothing left to try. */
  async function takeBack(id: string, channel: string, reply: string): Promise<boolean> {
    const removed = await outlet.remove(channel, reply);
    if (!removed.ok) log.error('answer not taken back', { id, code: removed.code });
    return removed.ok || !removed.mayPass;
  }

  /** Takes away the answer to a question that is gone. While Slack does not do it, `recover` tries again. */
  function unsay(question: Question, gone: () => Promise<Question | null>): Promise<void> {
    return enqueue(conversationOf(question), async () => {
      const { id, channel } = question;
      try {
        const removed = await gone();
        const reply = removed && (await outlet.replyTo(removed));
        if (reply !== null && (await takeBack(id, channel, reply))) await state.questions.replyGone(id);
      } catch (error) {
        log.error('answer not taken back', { id }, error);
      }
    });
  }

  async function compose(question: Question, mayBePosted: boolean): Promise<Said> {
    try {
      return await composer.compose(question, mayBePosted);
    } catch (error) {
      log.error('question failed', { id: question.id }, error);
      return composer.notice(question, 'failed');
    }
  }

  /** Too old to be answered: the asker is told so, unless an answer had got through. */
  async function giveUp(question: Question, age: number): Promise<void> {
    const { id, text, surface } = question;
    drafted.delete(taskOf(question));
    const found = question.reply === null ? await outlet.replyTo(question) : null;
    if (found !== null) {
      log.warn('question given up', { id, code: 'answered_before', surface });
      await state.questions.settle(id, found, null, text);
      return;
    }
    const told = age > WORTH_TELLING ? null : await tellLate(question);
    if (told && !told.ok) {
      log.error('answer not delivered', { id, code: told.code, surface });
      if (told.mayPass) return;
    }
    log.warn('question given up', { id, code: TOO_OLD, surface });
    await state.questions.fail(id, TOO_OLD, text, told?.ok ? told.ts : '');
  }

  async function tellLate(question: Question): Promise<Delivered> {
    const { message } = await composer.notice(question, 'late');
    return outlet.tell(question, message, true);
  }

  async function handle(question: Question, mayBePosted: boolean): Promise<void> {
    const { id, surface } = question;
    const task = taskOf(question);
    const start = now().getTime();
    const age = start - question.receivedAt.getTime();
    if (age > WORTH_ANSWERING) return giveUp(question, age);
    const said = drafted.get(task) ?? (await compose(question, mayBePosted));
    const { message, answer } = said;
    if (answer) drafted.set(task, said);
    const sent = await (answer
      ? outlet.send(question, message, mayBePosted)
      : outlet.tell(question, message, mayBePosted));
    await keep(question, said, sent);
    if (sent.ok || !sent.mayPass) drafted.delete(task);
    if (!answer || !sent.ok) return;
    if (surface === 'direct' && question.ts === question.thread) pane.title(outlet.placeOf(question), question);
    log.info('answered', { id, kind: answer.kind, surface, ms: now().getTime() - start });
  }

  function answer(question: Question, mayBePosted: boolean): Promise<void> {
    const task = taskOf(question);
    if (underWay.has(task)) return Promise.resolve();
    const conversation = conversationOf(question);
    const waits = queues.has(conversation);
    const work = enqueue(conversation, async () => {
      // It may have been edited or taken back while it waited.
      const present = waits ? await state.questions.byId(question.id).catch(() => question) : question;
      if (present?.state === 'received')
        await handle(present, mayBePosted).catch((error: unknown) => log.error('not kept', { id: present.id }, error));
      underWay.delete(task);
    });
    underWay.set(task, work);
    return work;
  }

  return {
    answer: (question, { mayBePosted } = { mayBePosted: false }) => answer(question, mayBePosted),
    withdraw: (question) => unsay(question, () => state.questions.remove(question.id)),
    async recover() {
      const open = await state.questions.unanswered();
      const left = await state.questions.withReplyLeft();
      const tasks = new Set(open.map(taskOf));
      for (const task of drafted.keys()) if (!tasks.has(task) && !underWay.has(task)) drafted.delete(task);
      await Promise.all([
        ...open.map((question) => answer(question, true)),
        ...left.map((question) => unsay(question, async () => question)),
      ]);
    },
    async settled(id) {
      await Promise.all([...underWay].flatMap(([task, work]) => (task.startsWith(`${id} `) ? [work] : [])));
    },
    stop: composer.stop,
    async idle() {
      while (queues.size > 0) await Promise.allSettled(queues.values());
    },
  };
}

/** Why a question was given up. */
const TOO_OLD = 'too_old';

/** A question edited while it is being answered is answered once more, after that. */
function taskOf({ id, text }: Question): string {
  return `${id} ${text}`;
}
