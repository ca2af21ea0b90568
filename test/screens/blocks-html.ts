import type { AnyBlock, DataTableBlock, KnownBlock } from '@slack/types';
import type { DataVisualizationBlock } from '../../src/slack/views/chart.ts';
import { chartSvg } from './chart-svg.ts';
import { escapeHtml, linesHtml } from './html.ts';

/** Blocks as Slack shows them, for the kinds that the views use. An unknown kind is an error, so that none is missed. */
export function blocksHtml(blocks: readonly AnyBlock[]): string {
  return blocks.map(blockHtml).join('\n');
}

function blockHtml(block: AnyBlock): string {
  if (isChart(block)) return chartSvg(block);
  if (!isKnown(block)) throw new Error(`No picture of ${block.type}`);
  switch (block.type) {
    case 'header':
      return `<h2>${escapeHtml(block.text.text)}</h2>`;
    case 'divider':
      return '<hr>';
    case 'section': {
      const text = block.text ? `<p>${linesHtml(block.text.text)}</p>` : '';
      const fields = (block.fields ?? []).map((f) => `<div>${linesHtml(f.text)}</div>`).join('');
      const accessory = block.accessory ? elementHtml(block.accessory) : '';
      return `<div class="section"><div class="grow">${text}${fields && `<div class="fields">${fields}</div>`}</div>${accessory}</div>`;
    }
    case 'rich_text':
      return block.elements.map(richHtml).join('');
    case 'context':
      return `<div class="context">${block.elements.map((e) => ('text' in e ? `<div>${linesHtml(e.text)}</div>` : '')).join('')}</div>`;
    case 'actions':
      return `<div class="actions">${block.elements.map(elementHtml).join('')}</div>`;
    case 'context_actions':
      return `<div class="feedback">${block.elements
        .map((e) =>
          e.type === 'feedback_buttons'
            ? thumb('up', e.positive_button.text.text) + thumb('down', e.negative_button.text.text)
            : '',
        )
        .join('')}</div>`;
    case 'data_table':
      return tableHtml(block);
    case 'input':
      return `<div class="input"><b>${escapeHtml(block.label.text)}</b>${fieldHtml(block.element)}${
        block.hint ? `<small>${escapeHtml(block.hint.text)}</small>` : ''
      }</div>`;
    default:
      throw new Error(`No picture of ${block.type}`);
  }
}

function isChart(block: AnyBlock): block is DataVisualizationBlock {
  return block.type === 'data_visualization';
}

function isKnown(block: AnyBlock): block is KnownBlock {
  return block.type !== 'data_visualization';
}

/** The hand that Slack draws beside the word. */
function thumb(way: 'up' | 'down', text: string): string {
  const turn = way === 'down' ? ' transform="rotate(180 8 8)"' : '';
  return `<span><svg width="15" height="15" viewBox="0 0 16 16"><path${turn} d="M1 7h3v8H1zM5 7l3-6c2 0 2 2 1 5h5l-1 9H5z"
    fill="none" stroke="#555" stroke-width="1.3"/></svg> ${escapeHtml(text)}</span>`;
}

type RichElement = Extract<KnownBlock, { type: 'rich_text' }>['elements'][number];

function richHtml(element: RichElement): string {
  if (element.type !== 'rich_text_section' && element.type !== 'rich_text_quote')
    throw new Error(`No picture of ${element.type}`);
  const text = element.elements
    .map((part) => {
      if (part.type !== 'text') throw new Error(`No picture of ${part.type}`);
      const html = linesHtml(part.text);
      return part.style?.bold ? `<b>${html}</b>` : html;
    })
    .join('');
  return element.type === 'rich_text_quote' ? `<blockquote>${text}</blockquote>` : `<p>${text}</p>`;
}

/** A button shows about thirty characters; a menu shows what is chosen. */
function elementHtml(element: { readonly type: string }): string {
  if ('text' in element && isText(element.text)) {
    const { text } = element.text;
    return `<span class="button">${escapeHtml(text.length > 30 ? `${text.slice(0, 29)}…` : text)}</span>`;
  }
  if ('initial_option' in element && hasText(element.initial_option))
    return `<span class="button menu">${escapeHtml(element.initial_option.text.text)}</span>`;
  throw new Error(`No picture of ${element.type}`);
}

/** What a field shows before anything is changed in it. */
function fieldHtml(element: object): string {
  const chosen = 'initial_options' in element && Array.isArray(element.initial_options) ? element.initial_options : [];
  if ('type' in element && element.type === 'checkboxes' && 'options' in element && Array.isArray(element.options))
    return `<div class="boxes">${element.options
      .filter(hasText)
      .map((option) => `<span>${chosen.includes(option) ? '☑' : '☐'} ${escapeHtml(option.text.text)}</span>`)
      .join('')}</div>`;
  const one = 'initial_option' in element && hasText(element.initial_option) ? element.initial_option.text.text : null;
  const several = chosen
    .filter(hasText)
    .map((option) => option.text.text)
    .join('、');
  const typed = Object.entries(element).find(([name]) => /^initial_(?:value|time|date|conversation)$/.test(name))?.[1];
  const shown = one ?? (several || (typeof typed === 'string' ? typed : ''));
  return `<div class="field">${escapeHtml(shown) || '&nbsp;'}</div>`;
}

function isText(value: unknown): value is { readonly text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

function hasText(value: unknown): value is { readonly text: { readonly text: string } } {
  return typeof value === 'object' && value !== null && 'text' in value && isText(value.text);
}

/** Names of up to this many characters stay on one line. */
const UNBROKEN = 9;

function tableHtml({ caption, rows, page_size: size = 5 }: DataTableBlock): string {
  const [header = [], ...body] = rows;
  const cells = (row: typeof header, tag: 'th' | 'td'): string =>
    row
      .map((cell) => {
        if (cell.type === 'rich_text') throw new Error('No picture of a rich cell');
        const numeric = cell.type === 'raw_number' ? 'number' : '';
        return `<${tag} class="${numeric} ${cell.text.length <= UNBROKEN ? 'short' : ''}">${escapeHtml(cell.text)}${tag === 'th' ? '<i>⇅</i>' : ''}</${tag}>`;
      })
      .join('');
  return `<table><caption>${escapeHtml(caption)}</caption>
    <thead><tr>${cells(header, 'th')}</tr></thead>
    <tbody>${body
      .slice(0, size)
      .map((row) => `<tr>${cells(row, 'td')}</tr>`)
      .join('\n')}</tbody></table>
    ${body.length > size ? `<div class="pager">1–${size} / ${body.length}</div>` : ''}`;
}
