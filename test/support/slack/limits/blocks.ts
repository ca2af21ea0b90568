import { isObject, listIn, textIn } from '../json.ts';
import { chart } from './charts.ts';
import { both, type Check, flag, kinds, list, number, oneOf, problem, type Surface, text, typed } from './check.ts';
import { accessory, actionElement, button, contextAction, image, inputElement, MOST_ID } from './elements.ts';
import { dataTable, table } from './tables.ts';
import { anyText, plainText, richText } from './texts.ts';

const block_id = text(MOST_ID);
const url = text(3000);
const everywhere: readonly Surface[] = ['message', 'modal', 'home'];

/** Members that are optional, of which one must be there. */
function oneAtLeast(...names: readonly string[]): Check {
  return (value, at, found) => {
    if (isObject(value) && names.every((name) => value[name] === undefined)) {
      found.push(problem(`must define either ${names.map((name) => `\`${name}\``).join(' or ')}`, at));
    }
  };
}

/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
const section = both(
  typed({}, { text: anyText(3000), fields: list(10, anyText(2000)), accessory, expand: flag, block_id }),
  oneAtLeast('text', 'fields'),
);
/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
const header = typed({ text: plainText(150) }, { block_id, level: number({ least: 1, most: 4, whole: true }) });
/** https://docs.slack.dev/reference/block-kit/blocks/context-block */
const context = typed(
  { elements: list(10, kinds({ image, mrkdwn: anyText(3000), plain_text: anyText(3000) })) },
  { block_id },
);
/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
const actions = both(typed({ elements: list(25, actionElement) }, { block_id }), distinctActions);
/** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
const contextActions = both(typed({ elements: list(5, contextAction) }, { block_id }), distinctActions);
/** https://docs.slack.dev/reference/block-kit/blocks/image-block */
const imageBlock = both(
  typed({ alt_text: text(2000) }, { image_url: url, slack_file: isObjectCheck, title: plainText(2000), block_id }),
  oneAtLeast('image_url', 'slack_file'),
);
/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
const input = typed(
  { label: plainText(2000), element: inputElement },
  { hint: plainText(2000), optional: flag, dispatch_action: flag, block_id },
);
/** https://docs.slack.dev/reference/block-kit/blocks/alert-block */
const alert = typed(
  { text: anyText(200) },
  { level: oneOf('default', 'info', 'warning', 'error', 'success'), block_id },
);
/** https://docs.slack.dev/reference/block-kit/blocks/card-block */
const card = both(
  typed(
    {},
    {
      hero_image: image,
      icon: image,
      slack_icon: isObjectCheck,
      title: anyText(150),
      subtitle: anyText(150),
      body: anyText(200),
      subtext: anyText(200),
      actions: list(3, kinds({ button })),
      block_id,
    },
  ),
  oneAtLeast('hero_image', 'title', 'actions', 'body'),
  (value, at, found) => {
    if (isObject(value) && value.icon !== undefined && value.slack_icon !== undefined) {
      found.push(problem('must not define both `icon` and `slack_icon`', at));
    }
  },
);
/** https://docs.slack.dev/reference/block-kit/blocks/markdown-block; its length is a matter of the whole message. */
const markdown = typed({ text: text(Number.POSITIVE_INFINITY) }, { block_id });
const divider = typed({}, { block_id });

/** https://docs.slack.dev/reference/block-kit/blocks/container-block */
const container = both(
  typed(
    {
      child_blocks: list(
        10,
        kinds({ actions, context, divider, header, image: imageBlock, input, rich_text: richText, section, table }),
      ),
    },
    {
      title: plainText(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: image,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
      block_id,
    },
  ),
  oneAtLeast('title', 'rich_text_title'),
);

/** Every block, with the surfaces it may stand on (column "Surface" of each block's page). */
const CATALOGUE: Readonly<Record<string, { readonly check: Check; readonly on: readonly Surface[] }>> = {
  section: { check: section, on: everywhere },
  header: { check: header, on: everywhere },
  context: { check: context, on: everywhere },
  actions: { check: actions, on: everywhere },
  divider: { check: divider, on: everywhere },
  image: { check: imageBlock, on: everywhere },
  rich_text: { check: richText, on: everywhere },
  card: { check: card, on: everywhere },
  carousel: { check: typed({ elements: list(10, kinds({ card })) }, { block_id }), on: ['message', 'home'] },
  input: { check: input, on: everywhere },
  alert: { check: alert, on: ['modal'] },
  markdown: { check: markdown, on: ['message'] },
  context_actions: { check: contextActions, on: ['message'] },
  container: { check: container, on: ['message'] },
  table: { check: table, on: ['message', 'home'] },
  data_table: { check: dataTable, on: ['message', 'home'] },
  data_visualization: { check: chart, on: ['message'] },
};

/** A block on a surface; `refused` are kinds that this workspace does not know yet. */
export function blockOn(surface: Surface, refused: ReadonlySet<string>): Check {
  const known = Object.entries(CATALOGUE).filter(([kind, { on }]) => on.includes(surface) && !refused.has(kind));
  return kinds(Object.fromEntries(known.map(([kind, { check }]) => [kind, check])));
}

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block: ids are unique within their block. */
function distinctActions(value: unknown, at: string, found: string[]): void {
  const ids = listIn(value, 'elements').flatMap((each) => textIn(each, 'action_id') ?? []);
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) < index)
      found.push(problem(`\`action_id\` "${id}" already exists in this block`, `${at}/elements`));
  }
}

function isObjectCheck(value: unknown, at: string, found: string[]): void {
  if (!isObject(value)) found.push(problem('must provide an object', at));
}
