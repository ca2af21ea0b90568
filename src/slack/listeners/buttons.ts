import type { App } from '@slack/bolt';
import type { NewQuestion } from '../../state/questions.ts';
import type { Turn } from '../../state/turns.ts';
import { keepFew } from '../keep-few.ts';
import type { Press } from '../payload.ts';
import type { Person } from '../people.ts';
import { pageOf } from '../post-port.ts';
import { questionIdOf } from '../turn-id.ts';
import { ACTIONS, type Action, readButtonValue } from '../views/actions.ts';
import { answerForms } from '../views/answer.ts';
import { noticeText } from '../views/notice.ts';
import { sourceModal } from '../views/source.ts';
import { type StoredAnswer, storedAnswerSchema } from '../views/stored-answer.ts';
import { onAskerPress, openView, sayBeside } from './press.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** A press below an answer, with the answer it belongs to. */
interface Pressed {
  readonly press: Press;
  readonly turn: Turn;
  readonly answer: StoredAnswer;
  /** Which question, choice or page. */
  readonly index: number;
}

type Handle = (pressed: Pressed, toolbox: Toolbox, person: Person) => Promise<void>;

/** Buttons below an answer. Each names its target by ids; what they mean is looked up. */
export function registerButtons(app: App<TakenContext>, toolbox: Toolbox): void {
  const handlers: readonly (readonly [Action, Handle])[] = [
    [ACTIONS.source, openSource],
    [ACTIONS.followUp, (pressed, tools) => askOn(pressed, pressed.answer.followUps[pressed.index], tools)],
    [ACTIONS.choose, (pressed, tools) => askOn(pressed, pressed.answer.choices[pressed.index], tools)],
    [ACTIONS.page, turnPage],
    [ACTIONS.show, onceShown()],
  ];
  for (const [action, handle] of handlers) {
    onAskerPress(app, toolbox, action, async (press, _, person) => {
      const pressed = await lookUp(press, toolbox);
      await (pressed ? handle(pressed, toolbox, person) : sayExpired(press, person, toolbox));
    });
  }
}

/** Null when the answer is not kept any more. */
export async function lookUp(
  press: Press,
  { state, answerer }: Pick<Toolbox, 'state' | 'answerer'>,
): Promise<Pressed | null> {
  const value = readButtonValue(press.actions[0]?.value);
  if (!value) return null;
  const turn = (await state.turns.byId(value.turn)) ?? (await justAnswered(value.turn));
  if (!turn) return null;
  const answer = storedAnswerSchema.safeParse(turn.answer);
  return answer.success ? { press, turn, answer: answer.data, index: value.index } : null;

  /** An answer may be seen before it is noted. A window cannot wait for more than that. */
  async function justAnswered(id: string): Promise<Turn | null> {
    await answerer.settled(questionIdOf(id));
    return state.turns.byId(id);
  }
}

export async function sayExpired(press: Press, { language }: Person, toolbox: Toolbox): Promise<void> {
  await sayBeside(toolbox, press, noticeText('expired', language), language);
}

function openSource({ press, answer }: Pressed, toolbox: Toolbox): Promise<void> {
  return openView(toolbox, press.trigger_id, sourceModal(answer));
}

/**
 * Asks the question of a button as the person who pressed it: once for all, however often it is pressed, and anew where
 * it came to no answer.
 */
async function askOn({ press, turn }: Pressed, text: string | undefined, { state, answerer }: Toolbox): Promise<void> {
  const channel = press.channel?.id;
  if (text === undefined || channel === undefined) return;
  const { message, container, response_url } = press;
  const isEphemeral = container?.is_ephemeral === true;
  const root = message?.thread_ts ?? container?.thread_ts ?? message?.ts ?? container?.message_ts ?? null;
  const asked: NewQuestion = {
    key: `press:${channel}:${turn.id}:${text}`,
    eventId: null,
    surface: 'button',
    channel,
    user: press.user.id,
    ts: null,
    thread: isEphemeral ? null : root,
    text,
    responseUrl: isEphemeral ? (response_url ?? null) : null,
    previous: turn.id,
  };
  const { question, isNew } = await state.questions.record(asked);
  await answerer.answer(question, { mayBePosted: !isNew });
  if (isNew) return;
  await answerer.settled(question.id);
  const again = await state.questions.askAgain(question.id, asked);
  if (again) await answerer.answer(again);
}

async function turnPage({ press, turn, answer, index }: Pressed, toolbox: Toolbox, person: Person): Promise<void> {
  const { delivery, respond, state } = toolbox;
  const isEphemeral = press.container?.is_ephemeral === true;
  const view = { turn: turn.id, answer, page: index, ephemeral: isEphemeral };
  const message = await pageOf(view, turn, state.subscriptions);
  const turned =
    isEphemeral && press.response_url
      ? await respond(press.response_url, message, 'instead')
      : press.channel && press.message && (await delivery.update(press.channel.id, press.message.ts, message));
  if (turned && !turned.ok) await sayUncertain(press, person, toolbox);
}

/** An answer that only the asker sees is shown once, however often that is pressed: after that it is gone. */
function onceShown(): Handle {
  const shown = new Map<string, true>();
  return async ({ press, turn, answer }, toolbox, person) => {
    const { response_url, container } = press;
    const key = `${turn.id} ${container?.message_ts}`;
    if (!response_url || shown.has(key)) return;
    keepFew(shown, key, true, MOST_SHOWN);
    const view = { turn: turn.id, answer, page: 0, ephemeral: false };
    const sent = await toolbox.respond(response_url, answerForms(view), 'in-channel');
    if (sent.ok) return;
    // Where it is there all the same, the button is gone.
    shown.delete(key);
    await sayUncertain(press, person, toolbox);
  };
}

/** Presses that can still be under way are far fewer. */
const MOST_SHOWN = 1000;

async function sayUncertain(press: Press, { language }: Person, toolbox: Toolbox): Promise<void> {
  await sayBeside(toolbox, press, noticeText('uncertain', language), language);
}
