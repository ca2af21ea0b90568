import type { Answer } from '../answer/assemble.ts';
import type { Assistant, Turn } from '../answer/assistant.ts';
import type { Responder } from '../answer/responder.ts';
import { readStoredTurn, storedFrame } from '../answer/stored-turn.ts';
import { withNotes } from '../digest/notes.ts';
import type { Log } from '../log.ts';
import type { State } from '../state/database.ts';
import type { Unanswered } from '../state/feedback.ts';
import type { Question } from '../state/questions.ts';
import type { NewTurn } from '../state/turns.ts';
import type { ToolName } from '../tools/all.ts';
import type { Admission } from './admission.ts';
import type { Delivered, Outgoing } from './deliver.ts';
import type { Notebook } from './notebook.ts';
import type { Outlet } from './outlet.ts';
import type { Pane } from './pane.ts';
import type { People } from './people.ts';
import type { StatusLine } from './status-line.ts';
import { answerMessage, plainMessage } from './views/answer.ts';
import { noticeMessage } from './views/notice.ts';
import { storeAnswer } from './views/stored-answer.ts';
import { type NoticeKind, slackWording } from './wording.ts';

/** Answers questions that are on the disk, each once and in order within its conversation. */
export interface Answerer {
  /** Never rejects. `mayBePosted`: an earlier try may have got through. */
  answer(question: Question, options?: { readonly mayBePosted: boolean }): Promise<void>;
  /** The person took the question back: so is its answer. */
  withdraw(question: Question): Promise<void>;
  /** Answers what was written down and never answered, unless it is too old to be waited for. */
  recover(): Promise<void>;
  /** Resolves when nothing is under way any more for a question: its answer may be seen before it is noted. */
  settled(id: string): Promise<void>;
  /** The person pressed stop. */
  stop(channel: string, thread: string): void;
  /** Resolves when everything that was begun is finished. */
  idle(): Promise<void>;
}

export interface AnswererOptions {
  readonly state: Pick<State, 'questions' | 'turns' | 'feedback'>;
  readonly assistant: Assistant;
  readonly responder: Responder;
  readonly admission: Admission;
  readonly outlet: Outlet;
  readonly people: People;
  readonly pane: Pane;
  readonly notebook: Pick<Notebook, 'current'>;
  readonly statusLine: StatusLine;
  readonly log: Log;
  now(): Date;
}

/** What is said to a question. */
interface Said {
  readonly message: Outgoing;
  /** Null for a notice. */
  readonly answer: { readonly kind: Answer['kind']; readonly kept: NewTurn } | null;
  /** Why the question is one from which the vocabulary could learn. */
  readonly unanswered: Unanswered['kind'] | null;
}

/** After that nobody waits for an answer any more. Milliseconds. */
const WORTH_ANSWERING = 600_000;

export function createAnswerer(options: AnswererOptions): Answerer {
  const { state, assistant, responder, admission, outlet, people, pane, notebook, statusLine, log, now } = options;
  /** What is under way, by conversation: the next question waits for it. */
  const queues = new Map<string, Promise<void>>();
  const underWay = new Map<string, Promise<void>>();
  const stops = new Map<string, AbortController>();

  function enqueue(conversation: string, work: () => Promise<void>): Promise<void> {
    const mine = (queues.get(conversation) ?? Promise.resolve()).then(work);
    queues.set(conversation, mine);
    return mine.finally(() => {
      if (queues.get(conversation) === mine) queues.delete(conversation);
    });
  }

  async function notice(question: Question, kind: NoticeKind): Promise<Said> {
    const { language } = await people.of(question.user);
    const message = noticeMessage(kind, language, { id: question.id });
    const unanswered = kind === 'failed' ? 'failed' : null;
    return { message: { rich: message, plain: message }, answer: null, unanswered };
  }

  async function context(question: Question): Promise<Turn | null> {
    const before =
      question.previous !== null
        ? await state.turns.byId(question.previous)
        : question.turn !== null
          ? await state.turns.before(question.turn)
          : await state.turns.latest(conversationOf(question));
    return before && readStoredTurn(before.frame, before.report);
  }

  async function respond(question: Question, previous: Turn | null): Promise<{ answer: Answer; turn: Turn } | null> {
    const conversation = conversationOf(question);
    const stop = new AbortController();
    stops.set(conversation, stop);
    let tool: ToolName | null = null;
    const { language } = await people.of(question.user);
    const words = slackWording(language);
    const line = statusLine.begin(outlet.placeOf(question), () => words.pane.working(tool));
    try {
      const reply = await responder.respond(question.text, previous, {
        signal: stop.signal,
        onProgress(progress) {
          tool = progress.tool;
          line.change();
        },
      });
      return stop.signal.aborted ? null : reply;
    } finally {
      line.done();
      stops.delete(conversation);
    }
  }

  async function compose(question: Question, mayBePosted: boolean): Promise<Said> {
    const refused = await admission.refusal(question, mayBePosted);
    if (refused) return notice(question, refused.notice);
    const reply = await respond(question, await context(question));
    if (!reply) return notice(question, 'stopped');
    const { turn } = reply;
    // After whatever made the answer: a note leaves the building with no model.
    const answer = withNotes(reply.answer, notebook.current());
    const stored = storeAnswer(answer, assistant.scope(turn.report));
    const view = { turn: question.id, answer: stored, page: 0, ephemeral: outlet.isPrivate(question) };
    const kept: NewTurn = {
      id: question.id,
      conversation: conversationOf(question),
      user: question.user,
      question: question.text,
      frame: storedFrame(turn),
      report: turn.report,
      answer: stored,
    };
    return {
      message: {
        rich: answerMessage(view),
        // Made only where it is needed.
        get plain() {
          return plainMessage(view);
        },
      },
      answer: { kind: answer.kind, kept },
      unanswered: answer.kind === 'abstain' ? 'abstain' : null,
    };
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
    // Taken back while it was being answered.
    if (!isKept && sent.ts !== '') await outlet.remove(question, sent.ts);
    if (unanswered) await state.feedback.unanswered({ question: text, kind: unanswered });
  }

  async function handle(question: Question, mayBePosted: boolean): Promise<void> {
    const { id, surface } = question;
    const start = now().getTime();
    let said: Said;
    try {
      said = await compose(question, mayBePosted);
    } catch (error) {
      log.error('question failed', { id }, error);
      said = await notice(question, 'failed');
    }
    const { message, answer } = said;
    const sent = await (answer
      ? outlet.send(question, message, mayBePosted)
      : outlet.tell(question, message, mayBePosted));
    await keep(question, said, sent);
    if (!answer || !sent.ok) return;
    if (surface === 'direct' && question.ts === question.thread) pane.title(outlet.placeOf(question), question);
    log.info('answered', { id, kind: answer.kind, surface, ms: now().getTime() - start });
  }

  function answer(question: Question, mayBePosted: boolean): Promise<void> {
    // A question edited while it is being answered is answered once more, after that.
    const task = `${question.id} ${question.text}`;
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
    withdraw: (question) =>
      enqueue(conversationOf(question), async () => {
        try {
          const present = (await state.questions.byId(question.id)) ?? question;
          await state.questions.remove(question.id);
          if (present.reply !== null) await outlet.remove(present, present.reply);
        } catch (error) {
          log.error('answer not taken back', { id: question.id }, error);
        }
      }),
    async recover() {
      const open = await state.questions.unanswered(new Date(now().getTime() - WORTH_ANSWERING));
      await Promise.all(open.map((question) => answer(question, true)));
    },
    async settled(id) {
      await Promise.all([...underWay].flatMap(([task, work]) => (task.startsWith(`${id} `) ? [work] : [])));
    },
    stop: (channel, thread) => stops.get(`${channel}:${thread}`)?.abort(),
    async idle() {
      while (queues.size > 0) await Promise.allSettled(queues.values());
    },
  };
}

/** What belongs together: a thread, or one command with what is pressed below its answer. */
function conversationOf({ channel, thread, key }: Question): string {
  return thread === null ? key : `${channel}:${thread}`;
}
