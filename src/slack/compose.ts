import type { Answer } from '../answer/assemble.ts';
import type { Assistant, Turn } from '../answer/assistant.ts';
import type { Responder } from '../answer/responder.ts';
import { readStoredTurn, storedFrame } from '../answer/stored-turn.ts';
import { withNotes } from '../digest/notes.ts';
import type { State } from '../state/database.ts';
import type { Unanswered } from '../state/feedback.ts';
import type { Question } from '../state/questions.ts';
import type { Turn as KeptTurn, NewTurn } from '../state/turns.ts';
import type { ToolName } from '../tools/all.ts';
import type { Admission } from './admission.ts';
import { conversationOf, isPrivate } from './conversation.ts';
import { alike, type Outgoing } from './deliver.ts';
import type { Notebook } from './notebook.ts';
import type { People } from './people.ts';
import { withoutShortForm } from './short-form.ts';
import type { StatusLine } from './status-line.ts';
import type { TurnAbove } from './thread-root.ts';
import { turnIdOf } from './turn-id.ts';
import { answerForms } from './views/answer.ts';
import { noticeMessage } from './views/notice.ts';
import { storeAnswer } from './views/stored-answer.ts';
import { type NoticeKind, type SlackLanguage, slackWording } from './wording.ts';

/** What is said to a question. */
export interface Said {
  readonly message: Outgoing;
  /** Null for a notice. */
  readonly answer: { readonly kind: Answer['kind']; readonly kept: NewTurn } | null;
  /** Why the question is one from which the vocabulary could learn. */
  readonly unanswered: Unanswered['kind'] | null;
}

/** Makes what is said to a question. */
export interface Composer {
  /** The answer, or why there is none. `isAgain`: it was delivered or taken up before. */
  compose(question: Question, isAgain: boolean): Promise<Said>;
  notice(question: Question, kind: NoticeKind): Promise<Said>;
  /** The person pressed stop. */
  stop(channel: string, thread: string): void;
}

export interface ComposerOptions {
  readonly state: Pick<State, 'turns'>;
  readonly assistant: Assistant;
  readonly responder: Responder;
  readonly admission: Admission;
  readonly people: People;
  readonly notebook: Pick<Notebook, 'current'>;
  readonly statusLine: StatusLine;
  readonly turnAbove: TurnAbove;
}

export function createComposer(options: ComposerOptions): Composer {
  const { state, assistant, responder, admission, people, notebook, statusLine, turnAbove } = options;
  /** What can be stopped, by conversation. */
  const stops = new Map<string, AbortController>();

  async function notice({ id, user }: Question, kind: NoticeKind): Promise<Said> {
    const { language } = await people.of(user);
    const message = noticeMessage(kind, language, { id });
    const unanswered = kind === 'failed' ? 'failed' : null;
    return { message: alike(message), answer: null, unanswered };
  }

  async function context(question: Question): Promise<Turn | null> {
    const before =
      question.previous !== null
        ? await state.turns.byId(question.previous)
        : question.turn !== null
          ? await state.turns.before(question.turn)
          : ((await state.turns.latest(conversationOf(question))) ?? (await above(question)));
    return before && readStoredTurn(before.frame, before.report);
  }

  /** Of the answer that its thread hangs on. */
  async function above({ channel, thread, ts }: Question): Promise<KeptTurn | null> {
    const turn = thread === null || thread === ts ? null : await turnAbove(channel, thread);
    return turn === null ? null : state.turns.byId(turn);
  }

  async function respond(
    question: Question,
    text: string,
    language: SlackLanguage,
  ): Promise<{ answer: Answer; turn: Turn } | null> {
    const previous = await context(question);
    const conversation = conversationOf(question);
    const stop = new AbortController();
    stops.set(conversation, stop);
    let tool: ToolName | null = null;
    const words = slackWording(language);
    const line = statusLine.begin(question, () => words.pane.working(tool));
    try {
      const reply = await responder.respond(text, previous, {
        signal: stop.signal,
        language: previous?.frame?.language ?? language,
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

  async function compose(question: Question, isAgain: boolean): Promise<Said> {
    const refused = await admission.refusal(question, isAgain);
    if (refused) return notice(question, refused);
    const { language } = await people.of(question.user);
    const text = question.surface === 'command' ? withoutShortForm(question.text, language) : question.text;
    const reply = await respond(question, text, language);
    if (!reply) return notice(question, 'stopped');
    const { turn } = reply;
    // After whatever made the answer: a note leaves the building with no model.
    const answer = withNotes(reply.answer, notebook.current());
    const stored = storeAnswer(answer, assistant.scope(turn.report));
    const view = { turn: turnIdOf(question), answer: stored, page: 0, ephemeral: isPrivate(question) };
    const kept: NewTurn = {
      id: view.turn,
      conversation: conversationOf(question),
      user: question.user,
      question: text,
      frame: storedFrame(turn),
      report: turn.report,
      answer: stored,
    };
    return {
      message: answerForms(view),
      answer: { kind: answer.kind, kept },
      unanswered: answer.kind === 'abstain' ? 'abstain' : null,
    };
  }

  return {
    compose,
    notice,
    stop: (channel, thread) => stops.get(`${channel}:${thread}`)?.abort(),
  };
}
