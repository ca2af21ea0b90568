import {
  asRank,
  LIST_MARK,
  leading,
  RANK_HEAD,
  SAME_YEAR,
  STATUS_WORDS,
  stated,
  THE_REST,
  YEAR_IN_BRACKET,
} from '../wording-grounding-layout.ts';
import { LEAST, MANY, MOST, RANK_BEFORE } from '../wording-grounding-order.ts';
import type { Claims } from './claims.ts';
import { unique } from './facts.ts';
import { withHeadsSaid } from './tables.ts';

interface Names {
  /** True for a line that says of whom it speaks, and of no list. */
  who(line: string): boolean;
  /** The one status that a line speaks of, as it says it; null for a line with none, several or one that is denied. */
  status(line: string): string | null;
  /** True for the head of a column that names a year, measure or status. */
  what(head: string): boolean;
}

/** What lines and heads name, as sentences are read. */
export function namesIn(read: (text: string) => Claims): Names {
  return {
    who: (line) => read(line).subjects.length > 0,
    status(line) {
      const { text, statuses, negated } = read(line);
      const [only, ...more] = unique(statuses.flatMap((m) => m.value));
      const [first] = statuses;
      const isOne = only !== undefined && more.length === 0 && negated.length === 0 && first?.value.length === 1;
      return isOne ? text.slice(first.start, first.end) : null;
    },
    what(head) {
      const { years, measures, statuses, numbers } = read(head);
      return years.length + measures.length + statuses.length > 0 && numbers.length === 0;
    },
  };
}

/**
 * A draft with that said where it belongs which its layout says: the year that is the same as in the bracket before, the
 * ranks of a column, what the heads of a table say, and what the sentence before a list says of each of its lines.
 */
export function withLayoutSaid(draft: string, names: Names): string {
  const lines = draft.normalize('NFKC').split('\n');
  const leveled = spread(ranked(withHeadsSaid(sameYears(lines), names.what)), names.who);
  return withStatusSaid(leveled, names.status).join('\n');
}

/** The status that the sentence before a list says of all of its lines, where none of them has one of its own. */
function withStatusSaid(lines: readonly string[], statusIn: (line: string) => string | null): string[] {
  const isItem = (line: string | undefined): boolean => line !== undefined && LIST_MARK.test(line);
  let said: string | null = null;
  return lines.map((line, i) => {
    if (line.trim() === '') return line;
    if (isItem(line)) return said === null ? line : stated(line, said);
    const behind = lines.slice(i + 1).filter((next) => next.trim() !== '');
    const list = behind.slice(0, behind.findIndex((next) => !isItem(next)) >>> 0);
    const isLead = list.length > 0 && !THE_REST.test(line) && !list.some((own) => STATUS_WORDS.test(own));
    said = isLead ? statusIn(line) : null;
    return line;
  });
}

function sameYears(lines: readonly string[]): string[] {
  let year = '';
  return lines.map((line) =>
    line
      .split(/(?=[(])/u)
      .map((part) => {
        year = YEAR_IN_BRACKET.exec(part)?.[1] ?? year;
        return year === '' ? part : part.replace(SAME_YEAR, `(${year}`);
      })
      .join(''),
  );
}

function ranked(lines: readonly string[]): string[] {
  let column = -1;
  return lines.map((line) => {
    const cells = line.split('|');
    if (cells.length < 3) column = -1;
    else if (column < 0) column = cells.findIndex((cell) => RANK_HEAD.test(cell.trim()));
    else cells[column] = (cells[column] ?? '').replace(/^\s*(\d+)\s*$/u, (_, digits: string) => ` ${asRank(digits)} `);
    return cells.join('|');
  });
}

/** The highest of each of these, said once before the list. */
function spread(lines: readonly string[], namesWho: (line: string) => boolean): string[] {
  let most: string | null = null;
  const isText = (line: string): boolean => line.trim() !== '';
  const texts = lines.filter(isText);
  let at = 0;
  return lines.map((line) => {
    if (isText(line)) at++;
    if (LIST_MARK.test(line)) return most === null ? line : leading(line, most);
    if (isText(line)) most = null;
    const isLead = [at, at + 1].every((next) => LIST_MARK.test(texts[next] ?? ''));
    const found = isLead && !namesWho(line) ? [...line.matchAll(MOST), ...line.matchAll(LEAST)] : [];
    const [match] = found;
    if (!match || found.length > 1) return line;
    const [before, behind] = [line.slice(0, match.index), line.slice(match.index + match[0].length)];
    if (MANY.test(behind) || RANK_BEFORE.test(before) || /\d/u.test(behind)) return line;
    most = match[0];
    return before + behind;
  });
}
