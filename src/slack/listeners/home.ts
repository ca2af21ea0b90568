import type { App } from '@slack/bolt';
import { exampleQuestions } from '../../answer/examples.ts';
import { wordingFor } from '../../answer/wording.ts';
import { withNotes } from '../../digest/notes.ts';
import { homeOpened } from '../payload.ts';
import { barred } from '../people.ts';
import { type Patience, persist, richOrPlain } from '../retry.ts';
import { ACTIONS } from '../views/actions.ts';
import { homeView, plainHomeView } from '../views/home.ts';
import { ALL_SECTIONS, homeData } from '../views/home-data.ts';
import { answerModal } from '../views/modal-answer.ts';
import { noticeMessage } from '../views/notice.ts';
import { storeAnswer } from '../views/stored-answer.ts';
import { slackWording } from '../wording.ts';
import { jobsWording } from '../wording-jobs.ts';
import { onAskerPress, openView } from './press.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** Name under which a person's section is remembered. */
const SECTION = 'home-section';
/** Somebody looks at an empty page meanwhile; opening it again is the next try. */
const PATIENCE: Patience = { tries: 4, longest: 10 };

/** Home: drawn anew each time it is opened. The direct conversation: questions to begin with. */
export function registerHome(app: App<TakenContext>, toolbox: Toolbox): void {
  const { api, assistant, notebook, people, pane, state, log } = toolbox;

  async function publish(user: string): Promise<void> {
    const [person, chosen] = await Promise.all([people.of(user), state.choices.get(user, SECTION)]);
    const section = chosen === ALL_SECTIONS ? null : chosen;
    const words = slackWording(person.language);
    const refused = barred(person);
    const show = async (view: object) => {
      const publishing = () => api.call('views.publish', { user_id: user, view });
      const result = await persist(toolbox.wait, publishing, PATIENCE);
      const detail = result.ok ? undefined : result.details?.join(' ').slice(0, 300);
      if (!result.ok) log.warn('home not shown', { code: result.code, detail });
      return result;
    };
    if (refused) {
      await show({ type: 'home', blocks: noticeMessage(refused, person.language).blocks });
      return;
    }
    const data = homeData(assistant, section, person.language, notebook.current());
    await richOrPlain({ rich: homeView(data, words), plain: plainHomeView(data, words) }, show);
  }

  app.event('app_home_opened', async ({ event }) => {
    const read = homeOpened.safeParse(event);
    if (!read.success) return;
    const { user, tab, channel } = read.data;
    if (tab === 'home') return publish(user);
    if (channel === undefined) return;
    const person = await people.of(user);
    if (barred(person)) return;
    const { language } = person;
    const examples = exampleQuestions(assistant.scope(), {
      words: wordingFor(language),
      names: assistant.names(language),
    });
    await pane.prompts(channel, examples, slackWording(language));
  });

  onAskerPress(app, toolbox, ACTIONS.homeSection, async ({ user }, chosen) => {
    await state.choices.set(user.id, SECTION, chosen);
    await publish(user.id);
  });
  onAskerPress(app, toolbox, ACTIONS.homeQuestion, ({ trigger_id }, question) => showAnswer(trigger_id, question));
  onAskerPress(app, toolbox, ACTIONS.homeDigest, ({ trigger_id }, _, { language }) =>
    showAnswer(trigger_id, jobsWording(language).digestQuestion('')),
  );

  function showAnswer(trigger: string, question: string): Promise<void> {
    const { answer, turn } = assistant.ask(question, null);
    const stored = storeAnswer(withNotes(answer, notebook.current()), assistant.scope(turn.report));
    return openView(toolbox, trigger, answerModal(question, stored));
  }
}
