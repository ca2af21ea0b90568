import { isObject, textIn } from '../json.ts';
import { Refusal, refuseWith } from '../refusal.ts';
import { blockOn } from './blocks.ts';
import { type Check, list, problem, type Surface } from './check.ts';
import { cellText, MOST_CELL_TEXT, textLength } from './tables.ts';

/** https://docs.slack.dev/reference/block-kit/blocks */
const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
/** Summed over the markdown blocks of a payload. https://docs.slack.dev/reference/block-kit/blocks/markdown-block */
const MOST_MARKDOWN = 12_000;
/** https://docs.slack.dev/reference/block-kit/blocks/table-block: one table is the safe practice. */
const MOST_TABLES = 1;
/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
const MOST_CHARTS = 2;
/** Not documented, tables not counted: 11,341 were refused, this many were taken. https://github.com/slackapi/bolt-js */
const MOST_TEXT = 9597;

/** Which kinds of block a workspace does not know: tests of the plain fallback fill it. */
export type RefusedBlocks = ReadonlySet<string>;

const surfaces = new Map<string, Check>();

/** Everything wrong with a list of blocks on a surface, in Slack's words. */
export function problemsOf(blocks: unknown, surface: Surface, refused: RefusedBlocks, at: string): string[] {
  const found: string[] = [];
  checkFor(surface, refused)(blocks, at, found);
  if (!Array.isArray(blocks) || found.length > 0) return found;
  if (count(blocks, 'data_visualization') > MOST_CHARTS) {
    found.push(problem(`no more than ${MOST_CHARTS} data_visualization blocks allowed`, at));
  }
  const markdown = blocks.filter((block) => textIn(block, 'type') === 'markdown');
  if (textLength(markdown) > MOST_MARKDOWN) {
    found.push(problem(`markdown text must be less than ${MOST_MARKDOWN + 1} characters`, at));
  }
  if (blocks.reduce((sum: number, block) => sum + cellText(block), 0) > MOST_CELL_TEXT) {
    found.push(problem(`table text must be less than ${MOST_CELL_TEXT + 1} characters`, at));
  }
  const ids = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const id = textIn(block, 'block_id');
    if (id !== undefined && ids.has(id)) {
      found.push(problem(`\`block_id\` "${id}" already exists`, `${at}/${index}/block_id`));
    }
    if (id !== undefined) ids.add(id);
  }
  return found;
}

/**
 * Refuses the blocks of a message as `chat.postMessage` does.
 * @throws Refusal invalid_blocks, invalid_blocks_format, invalid_attachments, msg_blocks_too_long
 */
export function demandMessageBlocks(blocks: unknown, refused: RefusedBlocks): void {
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  const found = problemsOf(blocks, 'message', refused, '/blocks');
  if (found.length > 0) throw refuseWith('invalid_blocks', found);
  if (count(blocks, 'table') + count(blocks, 'data_table') > MOST_TABLES) {
    throw refuseWith('invalid_attachments', ['only_one_table_allowed']);
  }
  const prose = blocks.filter((block) => isObject(block) && block.rows === undefined);
  if (textLength(prose) > MOST_TEXT) throw new Refusal('msg_blocks_too_long');
}

function checkFor(surface: Surface, refused: RefusedBlocks): Check {
  const key = `${surface} ${[...refused].join(' ')}`;
  const known = surfaces.get(key);
  if (known) return known;
  const check = list(MOST_BLOCKS[surface], blockOn(surface, refused), 0);
  surfaces.set(key, check);
  return check;
}

function count(blocks: readonly unknown[], type: string): number {
  return blocks.filter((block) => textIn(block, 'type') === type).length;
}
