import type { AnyBlock, ModalView, PlainTextOption } from '@slack/types';
import type { NewSubscription, Subscription, Weekday } from '../../state/subscriptions.ts';
import { isPerson } from '../ids.ts';
import type { SlackLanguage } from '../wording.ts';
import type { JobsWording } from '../wording-jobs.ts';
import { ACTIONS, actionId, CALLBACKS, INPUTS } from './actions.ts';
import { button, context, paragraphs, plainText } from './elements.ts';
import { LIMITS } from './limits.ts';

/** A subscription as a line of the list. */
export interface ScheduleRow {
  readonly subscription: Subscription;
  /** Pillars and sections as the reader knows them; empty for everything. */
  readonly about: readonly string[];
  /** Next day and time in words; null while it is paused. */
  readonly next: string | null;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MOST_ROWS = 25;
const MOST_PEOPLE = 10;

/** Everything that is scheduled, each with what can be done to it. */
export function scheduleModal(rows: readonly ScheduleRow[], words: JobsWording, close: string): ModalView {
  const { list } = words;
  const left = rows.length - MOST_ROWS;
  return {
    type: 'modal',
    callback_id: CALLBACKS.schedule,
    title: plainText(list.title, LIMITS.view.title),
    close: plainText(close, LIMITS.view.button),
    blocks: [
      ...(rows.length === 0 ? [context([list.none])] : []),
      ...rows.slice(0, MOST_ROWS).flatMap((row, i) => rowBlocks(row, i, words)),
      ...(left > 0 ? [context([list.left(left)])] : []),
      { type: 'actions', elements: [button({ text: list.add, action: ACTIONS.scheduleAdd, value: 'new' })] },
    ],
  };
}

function rowBlocks({ subscription, about, next }: ScheduleRow, index: number, words: JobsWording): AnyBlock[] {
  const { id, kind, channel, weekdays, time, language, paused, origin } = subscription;
  const { list } = words;
  const what = about.length > 0 ? about.join('、') : words.everything;
  const line = list.line({
    kind: words.kinds[kind],
    about: what,
    where: isPerson(channel) ? list.toMe : channel,
    when: `${weekdays.map((day) => words.weekdays[day]).join('・')} ${time}`,
    language: words.languages[language],
  });
  const target = `${words.kinds[kind]} ${what}`;
  const act = (text: string, action: Parameters<typeof actionId>[0]) =>
    button({ text, action: actionId(action, index), value: id, label: `${text}: ${target}` });
  return [
    ...paragraphs(line),
    context([
      ...(paused ? [list.paused] : next === null ? [] : [list.next(next)]),
      ...(origin === 'settings' ? [list.fromSettings] : []),
    ]),
    {
      type: 'actions',
      elements: [
        act(paused ? list.resume : list.pause, ACTIONS.schedulePause),
        ...(origin === 'slack'
          ? [
              act(list.change, ACTIONS.scheduleChange),
              { ...act(list.remove, ACTIONS.scheduleRemove), style: 'danger' as const, confirm: sure(words) },
            ]
          : []),
      ],
    },
    { type: 'divider' },
  ];
}

function sure({ list, form }: JobsWording) {
  return {
    title: plainText(list.remove, LIMITS.view.title),
    text: plainText(list.removeSure, LIMITS.section.field),
    confirm: plainText(list.remove, LIMITS.view.button),
    deny: plainText(form.cancel, LIMITS.view.button),
  };
}

/** What can be subscribed to, and what is chosen. */
export interface SubscriptionForm {
  readonly pillars: readonly { readonly name: string; readonly label: string }[];
  readonly sections: readonly { readonly name: string; readonly label: string }[];
  /** As it is now, or as it is offered. */
  readonly values: Pick<NewSubscription, 'kind' | 'scope' | 'channel' | 'weekdays' | 'time' | 'mention' | 'language'>;
  /** Comes back as `private_metadata`. */
  readonly metadata: string;
  readonly isNew: boolean;
  /** True for one that goes to somebody else directly. */
  readonly isOthers: boolean;
}

/** What, about what, where, when, for whom, in which language. */
export function subscriptionModal(form: SubscriptionForm, words: JobsWording): ModalView {
  const { values } = form;
  const own = words.form;
  const option = (value: string, text: string): PlainTextOption => ({
    text: plainText(text, LIMITS.select.text),
    value,
  });
  const kinds = (['digest', 'reminder'] as const).map((kind) => option(kind, words.kinds[kind]));
  const languages = (['ja', 'en'] as const).map((language: SlackLanguage) =>
    option(language, words.languages[language]),
  );
  const days = WEEKDAYS.map((day) => option(String(day), words.weekdays[day]));
  const pillars = form.pillars.filter(fits).map(({ name, label }) => option(`p:${name}`, label));
  const sections = form.sections.filter(fits).map(({ name, label }) => option(`s:${name}`, label));
  const chosen = [...values.scope.pillars.map((p) => `p:${p}`), ...values.scope.sections.map((s) => `s:${s}`)];
  const about = [...pillars, ...sections].filter(({ value }) => chosen.includes(value ?? ''));
  const { mention } = values;
  const label = (text: string) => plainText(text, LIMITS.section.field);
  return {
    type: 'modal',
    callback_id: CALLBACKS.subscription,
    private_metadata: form.metadata,
    title: plainText(form.isNew ? own.add : own.change, LIMITS.view.title),
    submit: plainText(own.save, LIMITS.view.button),
    close: plainText(own.cancel, LIMITS.view.button),
    blocks: [
      {
        type: 'input',
        block_id: INPUTS.kind,
        label: label(own.kind),
        element: {
          type: 'static_select',
          action_id: ACTIONS.scheduleKind,
          options: kinds,
          ...initial(kinds.find(({ value }) => value === values.kind)),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.about,
        optional: true,
        label: label(own.about),
        hint: label(own.aboutHint),
        element: {
          type: 'multi_static_select',
          action_id: ACTIONS.scheduleAbout,
          option_groups: [
            { label: plainText(own.pillars, LIMITS.select.text), options: pillars.slice(0, LIMITS.select.options) },
            { label: plainText(own.sections, LIMITS.select.text), options: sections.slice(0, LIMITS.select.options) },
          ].filter(({ options }) => options.length > 0),
          ...(about.length > 0 ? { initial_options: about } : {}),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.channel,
        optional: true,
        label: label(own.channel),
        hint: label(form.isOthers ? own.channelHintOthers : own.channelHint),
        element: {
          type: 'conversations_select',
          action_id: ACTIONS.scheduleChannel,
          filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
          ...(isPerson(values.channel) ? {} : { initial_conversation: values.channel }),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.weekdays,
        label: label(own.weekdays),
        element: {
          type: 'checkboxes',
          action_id: ACTIONS.scheduleWeekdays,
          options: days,
          initial_options: days.filter(({ value }) => values.weekdays.some((day) => String(day) === value)),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.time,
        label: label(own.time),
        element: { type: 'timepicker', action_id: ACTIONS.scheduleTime, initial_time: values.time },
      },
      {
        type: 'input',
        block_id: INPUTS.people,
        optional: true,
        label: label(own.people),
        element: {
          type: 'multi_users_select',
          action_id: ACTIONS.schedulePeople,
          max_selected_items: MOST_PEOPLE,
          ...(mention.kind === 'people' ? { initial_users: [...mention.people] } : {}),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.group,
        optional: true,
        label: label(own.group),
        hint: label(own.groupHint),
        element: {
          type: 'plain_text_input',
          action_id: ACTIONS.scheduleGroup,
          ...(mention.kind === 'group' ? { initial_value: mention.group } : {}),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.language,
        label: label(own.language),
        element: {
          type: 'static_select',
          action_id: ACTIONS.scheduleLanguage,
          options: languages,
          ...initial(languages.find(({ value }) => value === values.language)),
        },
      },
    ],
  };
}

function initial(option: PlainTextOption | undefined): { initial_option?: PlainTextOption } {
  return option ? { initial_option: option } : {};
}

/** A name that is longer than a value can be is not offered. */
function fits({ name }: { readonly name: string }): boolean {
  return name !== '' && name.length + 2 <= LIMITS.select.value;
}
