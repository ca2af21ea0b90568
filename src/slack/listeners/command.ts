import type { App } from '@slack/bolt';
import { alike, type Message } from '../deliver.ts';
import { KEPT_TEXT } from '../intake.ts';
import type { Command } from '../payload.ts';
import { command as commandSchema } from '../payload.ts';
import { notMember, type Person } from '../people.ts';
import { helpMessage } from '../views/command-help.ts';
import { readText } from '../views/escape.ts';
import { noticeMessage } from '../views/notice.ts';
import { slackWording } from '../wording.ts';
import { openOwnNotes } from './notes.ts';
import { openSchedule } from './schedule.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** The command as the manifest names it. */
export const COMMAND = '/gyokaku';

/** `/gyokaku …`: help, forget, or a question, answered to the asker only. */
export function registerCommand(app: App<TakenContext>, toolbox: Toolbox): void {
  app.command(COMMAND, async ({ body, ack }) => {
    const read = commandSchema.safeParse(body);
    if (!read.success) return ack();
    const command = read.data;
    const text = readText(command.text);
    const special = SPECIAL.get(text.normalize('NFKC').toLowerCase());
    if (special) {
      await ack();
      return special(command, toolbox);
    }
    const { question, isNew } = await toolbox.state.questions.record({
      key: `command:${command.trigger_id}`,
      eventId: null,
      surface: 'command',
      channel: command.channel_id,
      user: command.user_id,
      ts: null,
      thread: null,
      text: text.slice(0, KEPT_TEXT),
      responseUrl: command.response_url,
      previous: null,
    });
    // Only now: what is acknowledged is answered, also after a crash.
    await ack();
    if (isNew) await toolbox.answerer.answer(question);
  });
}

type Special = (command: Command, toolbox: Toolbox) => Promise<void>;

/** In any language. */
const FORGET = ['forget', ...(['ja', 'en'] as const).flatMap((language) => slackWording(language).forgetWords)];

const SPECIAL: ReadonlyMap<string, Special> = new Map([
  ['', help],
  ['help', help],
  ['list', help],
  ...FORGET.map((typed) => [typed, forget] as const),
  ['schedule', membersOnly(openSchedule)],
  ['notes', membersOnly(openOwnNotes)],
]);

/** Opens a window for members; anybody else is told that it is for them. */
function membersOnly(open: (command: Command, person: Person, toolbox: Toolbox) => Promise<void>): Special {
  return async (command, toolbox) => {
    const person = await toolbox.people.of(command.user_id);
    const refused = notMember(person);
    if (!refused) return open(command, person, toolbox);
    const message = noticeMessage(refused, person.language);
    await say(command, message, toolbox);
  };
}

async function help(command: Command, toolbox: Toolbox): Promise<void> {
  const { language } = await toolbox.people.of(command.user_id);
  await say(command, helpMessage(language), toolbox);
}

/** Takes everything that is kept of the person out of the database. */
async function forget(command: Command, toolbox: Toolbox): Promise<void> {
  const { people, state, notebook } = toolbox;
  const { language } = await people.of(command.user_id);
  await state.forget(command.user_id);
  await notebook.refresh();
  await say(command, noticeMessage('forgotten', language), toolbox);
}

async function say({ user_id, channel_id, response_url }: Command, message: Message, { aside }: Toolbox) {
  const place = { channel: channel_id, thread: null };
  await aside({ user: user_id, place, responseUrl: response_url }, alike(message));
}
