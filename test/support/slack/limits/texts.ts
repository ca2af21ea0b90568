import { type Check, flag, kinds, list, number, oneOf, shape, text, typed } from './check.ts';

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function plainText(most: number): Check {
  return kinds({ plain_text: typed({ text: text(most) }, { emoji: flag }) });
}

/** Text in mrkdwn only. */
export function mrkdwn(most: number): Check {
  return kinds({ mrkdwn: typed({ text: text(most) }, { verbatim: flag }) });
}

/** Plain text or mrkdwn. */
export function anyText(most: number): Check {
  return kinds({
    plain_text: typed({ text: text(most) }, { emoji: flag }),
    mrkdwn: typed({ text: text(most) }, { verbatim: flag }),
  });
}

const UNBOUNDED = Number.POSITIVE_INFINITY;
const style = shape({}, { bold: flag, code: flag, italic: flag, strike: flag, underline: flag });
const id = text(255);

/** What stands inside a line of rich text. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const inline = kinds({
  text: typed({ text: text(UNBOUNDED) }, { style }),
  link: typed({ url: text(3000) }, { text: text(UNBOUNDED), unsafe: flag, style }),
  emoji: typed({ name: text(100) }, { unicode: text(100), url: text(3000), style, skin_tone: number() }),
  user: typed({ user_id: id }, { style }),
  usergroup: typed({ usergroup_id: id }, { style }),
  team: typed({ team_id: id }, { style }),
  channel: typed({ channel_id: id }, { style }),
  broadcast: typed({ range: oneOf('here', 'channel', 'everyone') }, { style }),
  color: typed({ value: text(20) }, { style }),
  date: typed({ timestamp: number(), format: text(255) }, { url: text(3000), fallback: text(255), style }),
});
const line = kinds({ rich_text_section: typed({ elements: list(UNBOUNDED, inline, 0) }) });
const border = number({ least: 0, most: 1, whole: true });

/** A whole rich text, as a block or as the cell of a table. */
export const richText = kinds({
  rich_text: typed(
    {
      elements: list(
        UNBOUNDED,
        kinds({
          rich_text_section: line,
          rich_text_list: typed(
            { elements: list(UNBOUNDED, line), style: oneOf('bullet', 'ordered') },
            { indent: number({ least: 0, most: 8, whole: true }), offset: number({ least: 0, whole: true }), border },
          ),
          rich_text_quote: typed({ elements: list(UNBOUNDED, inline, 0) }, { border }),
          rich_text_preformatted: typed({ elements: list(UNBOUNDED, inline, 0) }, { border, language: text(50) }),
        }),
      ),
    },
    { block_id: id },
  ),
});
