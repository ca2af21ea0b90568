import type { Ids } from './ids.ts';
import { isObject, type Json } from './json.ts';
import { demandMessageBlocks } from './limits/message.ts';
import { Refusal } from './refusal.ts';
import type { Block } from './workspace.ts';
import type { World } from './world.ts';

/** Longer texts are cut. https://docs.slack.dev/reference/methods/chat.postMessage */
const MOST_TEXT = 40_000;

/** What a message says. */
export interface Content {
  readonly text: string;
  readonly blocks?: readonly Block[];
}

/**
 * Text and blocks as Slack stores them, after all that it checks.
 * @throws Refusal no_text and those of `demandMessageBlocks`
 */
export function compose(
  given: { readonly text?: string | undefined; readonly blocks?: unknown },
  world: World,
): Content {
  const { text, blocks } = given;
  if (blocks === undefined) {
    if (!text) throw new Refusal('no_text');
    return { text: text.slice(0, MOST_TEXT) };
  }
  demandMessageBlocks(blocks, world.refusedBlocks);
  const settled = settleBlocks(blocks, world.ids);
  if (settled.length === 0 && !text) throw new Refusal('no_text');
  return { text: (text ?? '').slice(0, MOST_TEXT), ...(settled.length > 0 ? { blocks: settled } : {}) };
}

/** Blocks with an id each, and an action id for every element that acts, as Slack gives them. */
export function settleBlocks(blocks: unknown, ids: Ids): Block[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.flatMap((block: unknown) => {
    if (!isObject(block) || typeof block.type !== 'string') return [];
    const block_id = typeof block.block_id === 'string' ? block.block_id : ids.next('b');
    return [{ ...settleActions(block, ids), type: block.type, block_id }];
  });
}

function settleActions(block: Json, ids: Ids): Json {
  const settle = (each: unknown) =>
    isObject(each) && each.type !== 'image' && each.action_id === undefined
      ? { ...each, action_id: ids.next('a') }
      : each;
  if ((block.type === 'actions' || block.type === 'context_actions') && Array.isArray(block.elements)) {
    return { ...block, elements: block.elements.map(settle) };
  }
  if (block.type === 'section' && block.accessory !== undefined)
    return { ...block, accessory: settle(block.accessory) };
  if (block.type === 'input') return { ...block, element: settle(block.element) };
  return block;
}
