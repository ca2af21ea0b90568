import type { AnyBlock, Button, ContextBlock, PlainTextElement, RichTextBlock, SectionBlock } from '@slack/types';
import { clean, escapeText } from './escape.ts';
import { cut, LIMITS, pieces } from './limits.ts';

/** What goes to Slack. `text` is the whole message for notifications and screen readers, escaped. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: AnyBlock[];
}

/** Slack refuses an element without text. */
const NOTHING = '—';

/** Text that is shown as it is: neither markup nor `:emoji:` is read in it. */
export function plainText(text: string, max: number): PlainTextElement {
  const kept = cut(clean(text).trim(), max);
  return { type: 'plain_text', text: kept === '' ? NOTHING : kept, emoji: false };
}

/** A paragraph that nothing is read into, unfolded. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: plainText(text, LIMITS.section.text), expand: true };
}

/** A message of that alone. */
export function sentence(text: string): SlackMessage {
  return { text: escapeText(text), blocks: [section(text)] };
}

/** Small print, one element a text. */
export function context(texts: readonly string[], max: number = LIMITS.context.text): ContextBlock {
  return { type: 'context', elements: texts.slice(0, LIMITS.context.elements).map((text) => plainText(text, max)) };
}

/** A text as one block or more, broken at sentence ends; empty for an empty text. */
export function paragraphs(text: string): RichTextBlock[] {
  return pieces(clean(text).trim(), LIMITS.section.text)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => richText({ type: 'rich_text_section', elements: [{ type: 'text', text: piece.trimEnd() }] }));
}

/** The same for a workspace that refuses rich text. */
export function plainParagraphs(text: string): SectionBlock[] {
  return pieces(clean(text).trim(), LIMITS.section.text)
    .filter((piece) => piece.trim() !== '')
    .map(section);
}

/** Any blocks for such a workspace, with every text that they had. */
export function withoutRichText(blocks: readonly AnyBlock[]): AnyBlock[] {
  return blocks.map((block) =>
    block.type === 'rich_text' && 'elements' in block ? section(textsIn(block.elements)) : block,
  );
}

function textsIn(part: unknown): string {
  if (Array.isArray(part)) return part.map(textsIn).join('');
  if (typeof part !== 'object' || part === null) return '';
  if ('text' in part && typeof part.text === 'string') return part.text;
  return 'elements' in part ? textsIn(part.elements) : '';
}

interface ButtonParts {
  readonly text: string;
  readonly action: string;
  readonly value: string;
  /** What a screen reader says, when the text is short for it. */
  readonly label?: string;
}

export function button({ text, action, value, label = text }: ButtonParts): Button {
  return {
    type: 'button',
    text: plainText(text, LIMITS.button.text),
    action_id: action,
    value,
    accessibility_label: plainText(label, LIMITS.button.label).text,
  };
}

/** A line in bold, as the heading of what follows; `header` blocks are few, so that a screen reader can jump by them. */
export function bold(text: string): RichTextBlock {
  return richText({ type: 'rich_text_section', elements: [{ type: 'text', text: kept(text), style: { bold: true } }] });
}

/** A text in quotation, for the words of the report; one block for each piece of a long one. */
export function quotation(text: string): RichTextBlock[] {
  return pieces(kept(text), LIMITS.section.text).map((piece) =>
    richText({ type: 'rich_text_quote', elements: [{ type: 'text', text: piece }] }),
  );
}

function richText(element: RichTextBlock['elements'][number]): RichTextBlock {
  return { type: 'rich_text', elements: [element] };
}

function kept(text: string): string {
  return clean(text).trim() || NOTHING;
}

/** Characters of all texts in blocks; types, ids and values are not shown and do not count. */
export function charactersOf(blocks: unknown): number {
  if (typeof blocks === 'string') return blocks.length;
  if (typeof blocks !== 'object' || blocks === null) return 0;
  return Object.entries(blocks)
    .filter(([key]) => !HIDDEN.has(key))
    .reduce((sum, [, part]) => sum + charactersOf(part), 0);
}

const HIDDEN: ReadonlySet<string> = new Set(['type', 'block_id', 'action_id', 'value']);
