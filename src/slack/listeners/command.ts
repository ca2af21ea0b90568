import type { App } from '@slack/bolt';
import { KEPT_TEXT } from '../intake.ts';
import type { Command } from '../payload.ts';
import { command as commandSchema } from '../payload.ts';
import { helpMessage } from '../views/command-help.ts';
import { readText } from '../views/escape.ts';
import { noticeMessage } from '../views/notice.ts';
import { jobsWording } from '../wording-jobs.ts';
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
    const special = SPECIAL[text.normalize('NFKC').toLowerCase()];
    if (special) {
      await ack();
      return special(command, toolbox);
    }
    const asked = digestAsked(text);
    const { question, isNew } = await toolbox.state.questions.record({
      key: `command:${command.trigger_id}`,
      eventId: null,
      surface: 'command',
      team: command.team_id,
      channel: command.channel_id,
      user: command.user_id,
      ts: null,
      thread: null,
      text: asked ?? text.slice(0, KEPT_TEXT),
      responseUrl: command.response_url,
      previous: null,
    });
    // Only now: what is acknowledged is answered, also after a crash.
    await ack();
    if (isNew) await toolbox.answerer.answer(question);
  });
}

type Special = (command: Command, toolbox: Toolbox) => Promise<void>;

const SPECIAL: Readonly<Record<string, Special | undefined>> = {
  '': help,
  help,
  forget,
  schedule: ({ user_id, trigger_id }, toolbox) => openSchedule(user_id, trigger_id, toolbox),
  notes: ({ user_id, trigger_id }, toolbox) => openOwnNotes(user_id, trigger_id, toolbox),
};

/** `digest [pillar|section|all] [ja|en]` as the question that it stands for; null for anything else. */
function digestAsked(text: string): string | null {
  const [, rest] = /^digest(?:\s+(.*))?$/isu.exec(text.normalize('NFKC')) ?? [];
  if (!/^digest\b/i.test(text)) return null;
  const words = (rest ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const last = words.at(-1)?.toLowerCase();
  const language = last === 'ja' || last === 'en' ? last : null;
  const about = (language ? words.slice(0, -1) : words).filter((word) => word.toLowerCase() !== 'all').join(' ');
  const isJapanese = language === 'ja' || (language === null && !/^[\x20-\x7e]*$/.test(about));
  return jobsWording(isJapanese ? 'ja' : 'en').digestQuestion(about);
}

async function help({ user_id, response_url }: Command, { people, respond }: Toolbox): Promise<void> {
  const { language } = await people.of(user_id);
  const message = helpMessage(language);
  await respond(response_url, { rich: message, plain: message }, 'beside');
}

/** Takes everything that is kept of the person out of the database. */
async function forget({ user_id, response_url }: Command, { people, respond, state }: Toolbox): Promise<void> {
  const { language } = await people.of(user_id);
  await state.forget(user_id);
  const message = noticeMessage('forgotten', language, { id: null });
  await respond(response_url, { rich: message, plain: message }, 'beside');
}
