import type { App } from '@slack/bolt';
import { KEPT_TEXT } from '../intake.ts';
import type { Command } from '../payload.ts';
import { command as commandSchema } from '../payload.ts';
import { helpMessage } from '../views/command-help.ts';
import { readText } from '../views/escape.ts';
import { noticeMessage } from '../views/notice.ts';
import { type SlackLanguage, slackWording } from '../wording.ts';
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
    const { question, isNew } = await toolbox.state.questions.record({
      key: `command:${command.trigger_id}`,
      eventId: null,
      surface: 'command',
      team: command.team_id,
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
    if (!isNew) return;
    // Whose language it is may have to be asked of Slack, which must not keep the acknowledgement waiting.
    const { language } = await toolbox.people.of(command.user_id);
    const asked = shortForm(text, language);
    const revised = asked === null ? null : await toolbox.state.questions.revise(question.id, asked);
    await toolbox.answerer.answer(revised ?? question);
  });
}

type Special = (command: Command, toolbox: Toolbox) => Promise<void>;

const SPECIAL: Readonly<Record<string, Special | undefined>> = {
  '': help,
  help,
  forget,
  schedule: membersOnly(openSchedule),
  notes: membersOnly(openOwnNotes),
};

/**
 * The short forms as the questions that they stand for, in the language of the person: `item 23`, and
 * `digest [pillar|section|all] [ja|en]`. Null for anything else, which is a question as it stands.
 */
function shortForm(text: string, language: SlackLanguage): string | null {
  const [form = '', ...typed] = text.normalize('NFKC').split(/\s+/);
  const [first = ''] = typed;
  switch (form.toLowerCase()) {
    case 'item':
      return typed.length === 1 && /^\d{1,3}$/.test(first) ? slackWording(language).itemQuestion(Number(first)) : null;
    case 'digest': {
      const last = typed.at(-1)?.toLowerCase();
      const named = last === 'ja' || last === 'en' ? last : null;
      const about = (named ? typed.slice(0, -1) : typed).filter((word) => word.toLowerCase() !== 'all').join(' ');
      return jobsWording(named ?? language).digestQuestion(about);
    }
    default:
      return null;
  }
}

/** Opens a window for members; anybody else is told that it is for them. */
function membersOnly(open: (user: string, trigger: string, toolbox: Toolbox) => Promise<void>): Special {
  return async ({ user_id, trigger_id, response_url }, toolbox) => {
    const { standing, language } = await toolbox.people.of(user_id);
    if (standing === 'member') return open(user_id, trigger_id, toolbox);
    const message = noticeMessage(standing, language);
    await toolbox.respond(response_url, { rich: message, plain: message }, 'beside');
  };
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
