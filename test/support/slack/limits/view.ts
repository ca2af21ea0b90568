import { isObject, listIn, textIn } from '../json.ts';
import { Refusal, refuseWith } from '../refusal.ts';
import { accepted, flag, kinds, problem, text, typed } from './check.ts';
import { MOST_ID } from './elements.ts';
import { problemsOf, type RefusedBlocks } from './message.ts';
import { plainText } from './texts.ts';

/** All of https://docs.slack.dev/surfaces/modals */
const MOST_TITLE = 24;
const MOST_METADATA = 3000;
const MOST_BYTES = 250_000;

const common = {
  private_metadata: text(MOST_METADATA, 0),
  callback_id: text(MOST_ID, 0),
  external_id: text(MOST_ID, 0),
};
const title = plainText(MOST_TITLE);
const frames = {
  modal: kinds({
    modal: typed(
      { title, blocks: accepted },
      { submit: title, close: title, clear_on_close: flag, notify_on_close: flag, submit_disabled: flag, ...common },
    ),
  }),
  home: kinds({ home: typed({ blocks: accepted }, common) }),
};

/** Refuses a view as `views.*` do. @throws Refusal invalid_arguments, view_too_large */
export function demandView(view: unknown, surface: 'modal' | 'home', refused: RefusedBlocks): void {
  if (Buffer.byteLength(JSON.stringify(view) ?? '') > MOST_BYTES) throw new Refusal('view_too_large');
  const found: string[] = [];
  frames[surface](view, '/view', found);
  const blocks = isObject(view) ? view.blocks : undefined;
  if (blocks !== undefined) found.push(...problemsOf(blocks, surface, refused, '/view/blocks'));
  if (surface === 'modal' && isObject(view) && view.submit === undefined) {
    const asks = listIn(view, 'blocks').some((block) => textIn(block, 'type') === 'input');
    if (asks) found.push(problem('`submit` is required when an input block is within blocks', '/view'));
  }
  if (found.length > 0) throw refuseWith('invalid_arguments', found);
}
