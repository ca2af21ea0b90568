import type { App } from '@slack/bolt';
import type { NewSubscription, Weekday } from '../../state/subscriptions.ts';
import { isGroup, isPerson } from '../ids.ts';
import { type Command, type Press, type Submission, submission } from '../payload.ts';
import type { Person } from '../people.ts';
import { ACTIONS, type Action, CALLBACKS, INPUTS } from '../views/actions.ts';
import { readMetadata, writeMetadata } from '../views/form-metadata.ts';
import { wordModal } from '../views/note.ts';
import { scheduleModal, subscriptionModal } from '../views/schedule.ts';
import { within } from '../wait.ts';
import { type SlackLanguage, slackWording } from '../wording.ts';
import { jobsWording } from '../wording-jobs.ts';
import { changeView, enteredIn, type OnPress, onMemberPress, openView } from './press.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** What is offered to somebody who adds the first one: Mondays at nine, the whole plan. */
const OFFERED = {
  kind: 'digest',
  scope: { pillars: [], sections: [] },
  weekdays: [1],
  time: '09:00',
  mention: { kind: 'none' },
} as const;
/** A form has to be acknowledged within three seconds. Milliseconds. */
const LONGEST_LOOK = 1000;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Opens the list of what is scheduled. */
export async function openSchedule({ trigger_id }: Command, { language }: Person, toolbox: Toolbox): Promise<void> {
  await openView(toolbox, trigger_id, await listOf(language, toolbox));
}

/** The list, and everything that can be done in it. */
export function registerSchedule(app: App<TakenContext>, toolbox: Toolbox): void {
  const { state, schedule } = toolbox;

  const on = (action: Action, handle: OnPress) => onMemberPress(app, toolbox, action, handle);

  on(ACTIONS.scheduleAdd, async (press, _, { language }) => {
    const values = { ...OFFERED, channel: press.user.id, language };
    await openView(toolbox, press.trigger_id, form(press.user.id, language, values, '', toolbox), 'views.push');
  });
  on(ACTIONS.scheduleChange, async (press, id, { language }) => {
    const subscription = await state.subscriptions.byId(id);
    if (subscription?.origin !== 'slack') return;
    const view = form(press.user.id, language, subscription, id, toolbox);
    await openView(toolbox, press.trigger_id, view, 'views.push');
  });
  on(ACTIONS.schedulePause, async (press, id, { language }) => {
    const subscription = await state.subscriptions.byId(id);
    if (subscription) await state.subscriptions.change(id, { paused: !subscription.paused });
    await redraw(press, language);
  });
  on(ACTIONS.scheduleRemove, async (press, id, { language }) => {
    const subscription = await state.subscriptions.byId(id);
    if (subscription?.origin === 'slack') await state.subscriptions.remove(id);
    await redraw(press, language);
  });

  async function redraw({ view }: Press, language: SlackLanguage): Promise<void> {
    schedule.wake();
    if (view) await changeView(toolbox, view.id, await listOf(language, toolbox));
  }

  app.view(CALLBACKS.subscription, async ({ body, ack }) => {
    const read = submission.safeParse(body);
    if (!read.success) return ack();
    const { user, view } = read.data;
    const { language, value: id } = readMetadata(view.private_metadata);
    const words = jobsWording(language);
    const { subscriptions } = state;
    const before = id === '' ? null : await subscriptions.byId(id);
    // A form in which no channel is chosen leaves it with the person to whom it goes.
    const person = before && isPerson(before.channel) ? before.channel : user.id;
    const wanted = await readForm(read.data, person, toolbox, language);
    if (!wanted.ok) return ack({ response_action: 'errors', errors: wanted.errors });
    // Whoever changed it last is told when it cannot be delivered.
    const values: NewSubscription = { ...wanted.values, owner: user.id, origin: 'slack' };
    // By the window's id, for a form whose acknowledgement is late is sent once more.
    const kept = id === '' ? await subscriptions.create(values, view.id) : await subscriptions.change(id, values);
    schedule.wake();
    const [next = null] = kept ? await schedule.next([kept], language) : [];
    const { gone, saved, savedPaused } = words.form;
    const said = !kept ? gone : next === null ? savedPaused : saved(next);
    await ack({
      response_action: 'update',
      view: wordModal(words.list.title, said, slackWording(language).close),
    });
  });
}

async function listOf(language: SlackLanguage, { state, assistant, schedule }: Toolbox) {
  const names = assistant.names(language);
  const subscriptions = await state.subscriptions.list();
  const next = await schedule.next(subscriptions, language);
  const rows = subscriptions.map((subscription, i) => ({
    subscription,
    about: [...subscription.scope.pillars.map(names.pillar), ...subscription.scope.sections.map(names.section)],
    next: next[i] ?? null,
  }));
  return scheduleModal(rows, jobsWording(language), slackWording(language).close);
}

function form(
  user: string,
  language: SlackLanguage,
  values: Parameters<typeof subscriptionModal>[0]['values'],
  id: string,
  { assistant, schedule }: Toolbox,
) {
  const names = assistant.names(language);
  const { report } = assistant.scope();
  const pillars = report.pillars.map((name) => ({ name, label: names.pillar(name) }));
  const sections = schedule.sections().map((name) => ({ name, label: names.section(name) }));
  const isOthers = isPerson(values.channel) && values.channel !== user;
  const carried = writeMetadata({ language, value: id });
  const isNew = id === '';
  return subscriptionModal({ pillars, sections, values, metadata: carried, isNew, isOthers }, jobsWording(language));
}

type Wanted =
  | { readonly ok: true; readonly values: Omit<NewSubscription, 'owner' | 'origin'> }
  | { readonly ok: false; readonly errors: Record<string, string> };

/** What was entered; errors by block, as Slack shows them below the field. `person`: to whom it goes without a channel. */
async function readForm(
  sent: Submission,
  person: string,
  { api, clock }: Toolbox,
  language: SlackLanguage,
): Promise<Wanted> {
  const words = jobsWording(language).form;
  const entered = (block: string) => enteredIn(sent, block);
  const chosen = (block: string) => entered(block).selected_option?.value;
  const about = entered(INPUTS.about).selected_options?.map(({ value }) => value) ?? [];
  const named = (prefix: string) => about.filter((v) => v.startsWith(prefix)).map((v) => v.slice(prefix.length));
  const weekdays = WEEKDAYS.filter((day) =>
    entered(INPUTS.weekdays).selected_options?.some(({ value }) => value === String(day)),
  );
  const channel = entered(INPUTS.channel).selected_conversation ?? person;
  const people = entered(INPUTS.people).selected_users ?? [];
  const group = entered(INPUTS.group).value?.trim() ?? '';
  const errors: Record<string, string> = {};
  if (group !== '' && !isGroup(group)) errors[INPUTS.group] = words.wrongGroup;
  if (group !== '' && people.length > 0) errors[INPUTS.group] = words.oneMention;
  // Only a member can read a channel: this tells whether a post would get there.
  const look = isPerson(channel) ? null : api.call('conversations.history', { channel, limit: 1 });
  const seen = look && (await within(clock.wait, LONGEST_LOOK, look, null));
  // What Slack does not say in time is told to the owner when the first post does not get there.
  if (seen && !seen.ok && !seen.mayPass) errors[INPUTS.channel] = words.notInvited;
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    values: {
      kind: chosen(INPUTS.kind) === 'reminder' ? 'reminder' : 'digest',
      scope: { pillars: named('p:'), sections: named('s:') },
      channel,
      weekdays: weekdays.length > 0 ? weekdays : OFFERED.weekdays,
      time: entered(INPUTS.time).selected_time ?? OFFERED.time,
      mention:
        group !== '' ? { kind: 'group', group } : people.length > 0 ? { kind: 'people', people } : { kind: 'none' },
      language: chosen(INPUTS.language) === 'en' ? 'en' : 'ja',
    },
  };
}
