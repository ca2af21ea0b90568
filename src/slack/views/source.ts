import type { AnyBlock, ModalView } from '@slack/types';
import { wordingFor } from '../../answer/wording.ts';
import { type SlackWording, slackWording } from '../wording.ts';
import { CALLBACKS } from './actions.ts';
import { bold, charactersOf, context, plainText, quotation } from './elements.ts';
import type { Excerpt } from './excerpts.ts';
import { cut, LIMITS, withinBlocks } from './limits.ts';
import type { StoredAnswer } from './stored-answer.ts';

/** More than this is not read in a window, and stays far within its 250 kB. */
const MOST_CHARACTERS = 30_000;
const CITATION = 300;
/** Stands between two cells, where the report has a tab. */
const CELL_BORDER = ' ｜ ';

/** The very lines of the report behind an answer. */
export function sourceModal(answer: StoredAnswer, words: SlackWording = slackWording(answer.language)): ModalView {
  const blocks = answer.excerpts.flatMap((excerpt) => excerptBlocks(excerpt, words));
  const cutNote = context([words.source.cut]);
  return {
    type: 'modal',
    callback_id: CALLBACKS.source,
    title: plainText(words.source.title, LIMITS.view.title),
    close: plainText(words.close, LIMITS.view.button),
    blocks: withinBlocks(
      blocks.length > 0 ? withinCharacters(blocks, cutNote) : [context([words.notStated])],
      LIMITS.view.blocks,
      cutNote,
    ),
  };
}

function excerptBlocks({ citation, report, lines, left }: Excerpt, words: SlackWording): AnyBlock[] {
  const { source } = words;
  const issued = report.issued && wordingFor(words.language).issuedOn(report.issued.year, report.issued.month);
  const isTable = lines.some(({ text }) => text.includes('\t'));
  return [
    bold(cut(citation, CITATION)),
    context(
      [source.report(report.name, report.title, issued), ...(isTable ? [source.cells] : [])],
      LIMITS.section.field,
    ),
    ...lines.flatMap(({ line, text, header }) => [
      context([header ? source.header(line) : source.line(line)]),
      ...quotation(text.split('\t').join(CELL_BORDER)),
    ]),
    ...(left > 0 ? [context([source.left(left)])] : []),
    { type: 'divider' },
  ];
}

/** Whole blocks while they fit; where they do not, `rest` says so. */
function withinCharacters(blocks: readonly AnyBlock[], rest: AnyBlock): AnyBlock[] {
  let used = 0;
  const end = blocks.findIndex((block) => {
    used += charactersOf(block);
    return used > MOST_CHARACTERS;
  });
  return end < 0 ? [...blocks] : [...blocks.slice(0, end), rest];
}
