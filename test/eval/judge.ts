import { pythonPattern } from './python-pattern.ts';
import type { Question } from './question-file.ts';

/** What is judged: the text of an answer and its citations. */
export interface Judged {
  readonly answer: string;
  readonly citations: readonly string[];
}

const MAX_CHARS = 1500;
const MAX_CITATIONS = 4;
/** Stands for the one space between two digits while all others are taken out. */
const KEPT = '\0';

const SEPARATOR = pythonPattern('(?<=\\d),(?=\\d{3}(?!\\d))', 'gu');
const EMPHASIS = /[*_`]|~~/gu;
const AROUND_COMMA = pythonPattern('\\s*,\\s*', 'gu');
const BETWEEN_DIGITS = pythonPattern('(?<=\\d)\\s+(?=\\d)', 'gu');
const SPACES = pythonPattern('[\\s\u200b\u2060\ufeff]+', 'gu');
const COMMA = pythonPattern('(?<!\\d),|,(?!\\d)', 'gu');
const RANGE =
  /(?<![0-9.RrHh和成])(\p{Nd}{1,2})番?(?:~|〜|-|–|—|から|to|through)(?:項目|番号|No\.?)?(\p{Nd}{1,2})(?![0-9%年月])/gu;

/** NFKC without thousands separators, emphasis and spaces; one space or comma stays between two digits. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(SEPARATOR, '')
    .replace(EMPHASIS, '')
    .replace(AROUND_COMMA, ',')
    .replace(BETWEEN_DIGITS, KEPT)
    .replace(SPACES, '')
    .replace(COMMA, '')
    .replaceAll(KEPT, ' ');
}

/** A list may give a run of numbers as a range: its members are written out behind the text. */
function withRanges(text: string): string {
  const members = [...text.matchAll(RANGE)].flatMap((match) => {
    const [from, to] = [Number(match[1]), Number(match[2])];
    return from > 0 && from < to && to <= 40 && to - from <= 12
      ? Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
      : [];
  });
  return members.length > 0 ? `${text}|${members.join('、')}、` : text;
}

function hits(pattern: string, text: string): boolean {
  return pythonPattern(pattern).test(text);
}

/** Reasons why an answer fails a question; empty when it passes. The rules of the judge of the question files. */
export function judge(question: Question, judged: Judged | null): string[] {
  if (!judged) return ['no answer line'];
  const plain = normalise(judged.answer);
  if (plain === '') return ['empty answer'];
  const reasons: string[] = [];
  const length = [...plain].length;
  if (length > MAX_CHARS) reasons.push(`too long: ${length} characters (a dump of the report would match anything)`);
  const text = question.kind === 'list' ? withRanges(plain) : plain;
  for (const group of question.must)
    if (!group.some((pattern) => hits(pattern, text))) reasons.push(`missing group: ${clip(group.join(' || '), 160)}`);
  for (const pattern of question.must_not) {
    const found = pythonPattern(pattern).exec(text);
    if (found) reasons.push(`forbidden: ${clip(pattern, 90)} -> '${clip(found[0], 60)}'`);
  }
  if (question.cite.length > 0) {
    const cited = judged.citations.join(' | ').normalize('NFKC');
    const squeezed = cited.replace(pythonPattern('\\s', 'gu'), '');
    if (!question.cite.some((pattern) => hits(pattern, cited) || hits(pattern, squeezed)))
      reasons.push(`citation: want ${clip(question.cite.join(' || '), 120)}, got '${clip(cited, 100)}'`);
    if (question.class.startsWith('retrieval') && !question.cite.some((pattern) => hits(pattern, text)))
      reasons.push('the answer does not name the item it cites');
  }
  if (judged.citations.length > MAX_CITATIONS)
    reasons.push(`${judged.citations.length} citations: at most ${MAX_CITATIONS}`);
  return reasons;
}

function clip(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}
