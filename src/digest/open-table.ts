import type { Language } from '../answer/frame.ts';
import { type AnswerTable, textCell } from '../answer/part.ts';
import { type Names, wordingFor } from '../answer/wording.ts';
import type { FiscalYear } from '../report/fiscal-year.ts';
import type { OpenItem } from './open-item.ts';
import { digestWording } from './wording.ts';

/** Items that are not done, a row each: status, since when, who is in charge. Few columns: it is read on a phone. */
export function openTable(
  caption: string,
  items: readonly OpenItem[],
  { year }: { readonly year: FiscalYear },
  language: Language,
  names: Names,
): AnswerTable {
  const words = wordingFor(language);
  const own = digestWording(language);
  const noted = items.some((i) => i.note);
  const text = (label: string) => ({ label, numeric: false });
  return {
    caption,
    columns: [
      { label: words.columns.number, numeric: true },
      text(words.columns.title),
      text(words.year(year)),
      text(own.columns.since),
      text(words.columns.owner),
      ...(noted ? [text(own.columns.note)] : []),
    ],
    rows: items.map(({ item, status, since, note }) => [
      { text: String(item.number), value: item.number },
      textCell(names.title(item.title)),
      textCell(names.status(status.status, status.print)),
      textCell(own.since(since)),
      textCell(item.owners ? words.join(item.owners.map(names.section)) : ''),
      ...(noted ? [textCell(note ? own.noteLine(note) : '')] : []),
    ]),
  };
}
