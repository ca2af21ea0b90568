import { isObject, type Json, listIn, objectIn, textIn } from './json.ts';
import type { Block } from './workspace.ts';

/** What a person picks: the value of an option, of a button or of a verdict; several for checkboxes; typed text. */
export type Choice = string | readonly string[] | undefined;

/** An element with the block that holds it. */
export interface Found {
  readonly block_id: string;
  readonly element: Json;
}

/** Every element of these blocks that acts or takes input. */
export function elementsOf(blocks: readonly unknown[]): Found[] {
  return blocks.flatMap((block) => {
    const block_id = textIn(block, 'block_id') ?? '';
    const children = [
      ...listIn(block, 'child_blocks'),
      ...(textIn(block, 'type') === 'carousel' ? listIn(block, 'elements') : []),
    ];
    const own = [
      ...listIn(block, 'elements'),
      ...listIn(block, 'actions'),
      objectIn(block, 'accessory'),
      objectIn(block, 'element'),
    ];
    const acting = own.flatMap((element) =>
      isObject(element) && textIn(element, 'action_id') ? [{ block_id, element }] : [],
    );
    return [...acting, ...elementsOf(children)];
  });
}

/**
 * The element that a person acts on: by action id, and where several share it, the one that offers the value.
 * @throws Error naming what there is
 */
export function elementFor(blocks: readonly Block[], actionId: string, choice: Choice): Found {
  const all = elementsOf(blocks);
  const named = all.filter(({ element }) => element.action_id === actionId);
  const fitting = choice === undefined ? named : named.filter(({ element }) => offers(element, choice));
  const [found] = fitting;
  if (found) return found;
  const there = all.map(({ element }) => `${element.action_id}=${element.value ?? element.type}`).join(', ');
  throw new Error(
    `nothing to press as ${actionId}${choice === undefined ? '' : ` with ${choice}`}; there is: ${there}`,
  );
}

/** What an interaction says of an element after the person chose. */
export function acted({ block_id, element }: Found, choice: Choice, ts: string): Json {
  const { type, action_id } = element;
  const common = { type, action_id, block_id, action_ts: ts };
  if (type === 'button' || type === 'icon_button') {
    const { text, value, url, style, icon } = element;
    return { ...common, text, ...defined({ value, url, style, icon }) };
  }
  if (type === 'feedback_buttons') {
    const pressed = [objectIn(element, 'positive_button'), objectIn(element, 'negative_button')];
    const { text, value } = pressed.find((each) => each.value === choice) ?? {};
    return { ...common, text, value };
  }
  return { ...common, ...stateOf(element, choice), ...defined({ placeholder: element.placeholder }) };
}

/** The state of an element that takes input, as filled in or as it was offered. */
export function stateOf(element: Json, choice: Choice): Json {
  const type = textIn(element, 'type') ?? '';
  const one = typeof choice === 'string' ? choice : undefined;
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return { type, selected_option: one === undefined ? (element.initial_option ?? null) : optionOf(element, one) };
    case 'checkboxes':
    case 'multi_static_select': {
      const chosen = choice === undefined ? undefined : [choice].flat().map((each) => optionOf(element, each));
      return { type, selected_options: chosen ?? element.initial_options ?? [] };
    }
    case 'users_select':
      return { type, selected_user: one ?? element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: choice === undefined ? (element.initial_users ?? []) : [choice].flat() };
    case 'channels_select':
      return { type, selected_channel: one ?? element.initial_channel ?? null };
    case 'conversations_select':
      return { type, selected_conversation: one ?? element.initial_conversation ?? null };
    case 'datepicker':
      return { type, selected_date: one ?? element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: one ?? element.initial_time ?? null };
    default:
      return { type, value: one ?? element.initial_value ?? null };
  }
}

/** The state of all elements that take input: `values[block_id][action_id]`; `filled` is by action id. */
export function valuesOf(blocks: readonly Block[], filled: Readonly<Record<string, Choice>>): Json {
  const values: Record<string, Record<string, Json>> = {};
  for (const { block_id, element } of elementsOf(blocks)) {
    const action = textIn(element, 'action_id') ?? '';
    if (['button', 'icon_button', 'overflow', 'feedback_buttons'].includes(textIn(element, 'type') ?? '')) continue;
    values[block_id] = { ...values[block_id], [action]: stateOf(element, filled[action]) };
  }
  return values;
}

/** Whether a person left an element empty. */
export function isEmpty(state: Json): boolean {
  const [value] = Object.entries(state).flatMap(([name, each]) => (name === 'type' ? [] : [each]));
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function offers(element: Json, choice: Choice): boolean {
  if (typeof choice !== 'string') return true;
  const values = [element, objectIn(element, 'positive_button'), objectIn(element, 'negative_button')].map(
    (each) => each.value,
  );
  const options = optionsOf(element).map((each) => textIn(each, 'value'));
  const offered = [...values, ...options].filter((each) => each !== undefined);
  return offered.length === 0 || offered.includes(choice);
}

function optionsOf(element: Json): readonly unknown[] {
  return [
    ...listIn(element, 'options'),
    ...listIn(element, 'option_groups').flatMap((each) => listIn(each, 'options')),
  ];
}

function optionOf(element: Json, value: string): unknown {
  const options = optionsOf(element);
  const found = options.find((each) => textIn(each, 'value') === value);
  if (found) return found;
  throw new Error(`${value} is not offered; there is: ${options.map((each) => textIn(each, 'value')).join(', ')}`);
}

function defined(members: Json): Json {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
