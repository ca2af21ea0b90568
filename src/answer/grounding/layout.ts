import {
  asRank,
  LIST_MARK,
  leading,
  RANK_HEAD,
  SAME_YEAR,
  stated,
  THE_REST,
  YEAR_IN_BRACKET,
} from '../wording-grounding-layout.ts';
import { LEAST, MANY, MOST, RANK_BEFORE } from '../wording-grounding-order.ts';
import type { Claims } from './claims.ts';
import { withHeadsSaid } from './tables.ts';

interface Names {
  /** True for a line that says of whom it speaks, and of no list. */
  who(line: string): boolean;
  /** The statuses that a line speaks of, as it says them; a denied one is empty. */
  statuses(line: string): readonly string[];
  /** True for the head of a column that names a year, measure or status. */
  what(head: string): boolean;
}

/** What lines and heads name, as sentences are read. */
export function namesIn(read: (text: string) => Claims): Names {
  return {
    who: (line) => read(line).subjects.length > 0,
    statuses(line) {
      const { text, statuses, negated } = read(line);
      const byStatus = new Map(statuses.toReversed().map((m) => [String(m.value), text.slice(m.start, m.end)]));
      return [...byStatus.values(), ...negated.map(() => '')];
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
  return withStatusSaid(leveled, names.statuses).join('\n');
}

/** The status that the sentence before a list says of all of its lines, where none of them has one of its own. */
function withStatusSaid(lines: readonly string[], statusesIn: (line: string) => readonly string[]): string[] {
  const isItem = (line: string | undefined): boolean => line !== undefined && LIST_MARK.test(line);
  let said: string | null = null;
  return lines.map((line, i) => {
    if (line.trim() === '') return line;
    if (isItem(line)) return said === null ? line : stated(line, said);
    const behind = lines.slice(i + 1).filter((next) => next.trim() !== '');
    const end = behind.findIndex((next) => !isItem(next));
    const list = end < 0 ? behind : behind.slice(0, end);
    const isLead = list.length > 0 && !THE_REST.test(line) && !list.some((own) => statusesIn(own).length > 0);
    const [only, ...more] = isLead ? statusesIn(line) : [];
    said = only && more.length === 0 ? only : null;
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
