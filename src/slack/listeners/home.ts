import type { App } from '@slack/bolt';
import { withNotes } from '../../digest/notes.ts';
import { homeOpened, type Press, press } from '../payload.ts';
import { ACTIONS, actionPattern } from '../views/actions.ts';
import { homeView } from '../views/home.ts';
import { ALL_SECTIONS, homeData } from '../views/home-data.ts';
import { answerModal } from '../views/modal-answer.ts';
import { noticeMessage } from '../views/notice.ts';
import { storeAnswer } from '../views/stored-answer.ts';
import { slackWording } from '../wording.ts';
import { jobsWording } from '../wording-jobs.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** Name under which a person's section is remembered. */
const SECTION = 'home-section';

/** Home: drawn anew each time it is opened. The direct conversation: questions to begin with. */
export function registerHome(app: App<TakenContext>, toolbox: Toolbox): void {
  const { api, assistant, notebook, people, pane, state, log } = toolbox;

  async function publish(user: string): Promise<void> {
    const [person, chosen] = await Promise.all([people.of(user), state.choices.get(user, SECTION)]);
    const section = chosen === ALL_SECTIONS ? null : chosen;
    const words = slackWording(person.language);
    const view =
      person.standing === 'member'
        ? homeView(homeData(assistant, section, person.language, notebook.current()), words, { digest: true })
        : { type: 'home', blocks: noticeMessage(person.standing, person.language).blocks };
    const result = await api.call('views.publish', { user_id: user, view });
    if (!result.ok) log.warn('home not shown', { code: result.code, detail: result.details?.join(' ').slice(0, 300) });
  }

  app.event('app_home_opened', async ({ event }) => {
    const read = homeOpened.safeParse(event);
    if (!read.success) return;
    const { user, tab, channel } = read.data;
    if (tab === 'home') return publish(user);
    if (channel === undefined) return;
    const { language } = await people.of(user);
    await pane.prompts(channel, homeData(assistant, null, language).questions, slackWording(language));
  });

  app.action(ACTIONS.homeSection, async ({ body, ack }) => {
    await ack();
    const read = press.safeParse(body);
    const chosen = read.data?.actions[0]?.selected_option?.value;
    if (!read.success || chosen === undefined) return;
    await state.choices.set(read.data.user.id, SECTION, chosen);
    await publish(read.data.user.id);
  });

  app.action(actionPattern(ACTIONS.homeQuestion), async ({ body, ack }) => {
    await ack();
    const read = press.safeParse(body);
    const question = read.data?.actions[0]?.value;
    if (read.success && question !== undefined) await showAnswer(read.data, question);
  });

  app.action(ACTIONS.homeDigest, async ({ body, ack }) => {
    await ack();
    const read = press.safeParse(body);
    if (!read.success) return;
    const { language } = await people.of(read.data.user.id);
    await showAnswer(read.data, jobsWording(language).digestQuestion(''));
  });

  async function showAnswer({ trigger_id, user }: Press, question: string): Promise<void> {
    const { standing } = await people.of(user.id);
    if (standing !== 'member') return;
    const { answer, turn } = assistant.ask(question, null);
    const view = answerModal(
      question,
      storeAnswer(withNotes(answer, notebook.current()), assistant.scope(turn.report)),
    );
    const result = await api.call('views.open', { trigger_id, view });
    if (!result.ok) log.warn('answer not opened', { code: result.code });
  }
}
