import { tidy } from '../notation.ts';
import type { Unit } from '../settings.ts';
import type { Mark } from '../truth.ts';

/** What norm.py does to an answer before the patterns are tried on it. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[*_`]|~~/g, '')
    .replace(/\s*,\s*/g, ',')
    .replace(/(?<=\d)\s+(?=\d)/g, '\0')
    .replace(/[\s\u200b\u2060\ufeff]+/g, '')
    .replace(/(?<!\d),|,(?!\d)/g, '')
    .replaceAll('\0', ' ');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Matches a name, or its beginning, in a normalised answer. */
export function namePattern(name: string, length = 99): string {
  return literal(normalise(name).slice(0, length));
}

/** Matches a number that stands alone; a trailing zero behind the point may be added. */
export function numberPattern(value: number): string {
  const text = String(tidy(Math.abs(value)));
  const digits = text.includes('.') ? `${literal(text)}0?` : `${text}(?:\\.0+)?`;
  return `(?<![0-9.])${digits}(?![0-9]|\\.[0-9])`;
}

function decimals(value: number): string {
  return literal(String(Math.round(value * 1e6) / 1e6));
}

/** Matches an amount of money in any usual notation. */
export function moneyPatterns(value: number, unit: Unit): string[] {
  const size = Math.abs(value);
  const yen = Math.round(size * { 千円: 1e3, 百万円: 1e6, 億円: 1e8 }[unit]);
  const patterns = [numberPattern(size)];
  const [oku, man, sen] = [Math.floor(yen / 1e8), Math.floor((yen % 1e8) / 1e4), Math.floor((yen % 1e4) / 1e3)];
  const head = oku > 0 ? `${oku}億` : '';
  const middle = man > 0 ? `${man}万` : '';
  if (sen > 0) patterns.push(`(?<![0-9.])${head}${middle}${sen}(?:千|000)円`);
  else if (middle !== '') patterns.push(`(?<![0-9.])${head}${middle}`);
  else if (head !== '') patterns.push(`(?<![0-9.])${head}円`);
  if (yen >= 1e7 && sen === 0) patterns.push(`(?<![0-9.])${decimals(yen / 1e8)}0?億`);
  if (yen >= 1e6)
    patterns.push(`(?<![0-9.])${decimals(yen / 1e9)}0*(billion|bn|b)`, `(?<![0-9.])${decimals(yen / 1e6)}0*million`);
  patterns.push(`(?<![0-9.])${yen}(?![0-9]|\\.[0-9])`);
  return patterns;
}

/** A group that asks for the minus of a negative amount. */
export function minusPatterns(value: number): string[] {
  return [`[△▲−-]${literal(String(tidy(Math.abs(value))))}`, 'マイナス', 'minus', 'negative', '赤字', 'deficit'];
}

/** Matches a fiscal year in any form. */
export function yearPatterns(year: number): string[] {
  const patterns = [`(?<![0-9.])${year}(?![0-9])`];
  if (year <= 2019) patterns.push(`平成${year - 1988}(?![0-9])`, `H${year - 1988}(?![0-9])`);
  // Reports of early 2019 count on in 平成.
  else patterns.push(`平成${year - 1988}(?![0-9])`);
  if (year >= 2019) patterns.push(`令和${year - 2018}(?![0-9])`, `R${year - 2018}(?![0-9])`);
  if (year === 2019) patterns.push('令和元', 'R元');
  return patterns;
}

/** Matches a count of items. */
export function countPattern(count: number): string {
  return `(?<![0-9.RrHh和成第目番#])${count}(?!年|月|位|章|節|番|%|[0-9]|\\.[0-9])`;
}

const STATUS: Record<Mark, readonly string[]> = {
  done: [
    '[○〇◯⭕]',
    '実施済',
    '(?<!partially)(?<!partly)(?<!not)(?<!yet)(?<!un)implemented',
    '(?<!not)(?<!un)(?<!yet)completed',
    '(?<!not)(?<!yet)(?<!partly)(?<!partially)done',
  ],
  partial: ['[△▲]', '一部実施', '一部のみ', 'partial', 'partly'],
  not: [
    '[×✕✖]',
    '未実施',
    '検討中',
    '未着手',
    'not(yet)?(been)?(yet)?(implemented|carriedout|started|begun|done)',
    'unimplemented',
  ],
  later: [
    '[―]',
    '[「(:は|『"][—–ー-][」)|』"、。]',
    '次年度以降',
    '(令和|R|平成|H)[0-9]+年度?以降',
    '実施予定',
    '実施が?計画',
    'scheduled',
    'planned',
    'later(year|fiscal)',
    'fromFY',
  ],
};

const SIGNS: Record<Mark, string> = { done: '○〇◯', partial: '△▲', not: '×✕', later: '―' };
const WORDS: Record<Mark, string> = { done: '実施済', partial: '一部実施', not: '未実施', later: '次年度以降' };

/** A group for a status; `word` is the legend's own. */
export function statusPatterns(mark: Mark, word: string): string[] {
  return [...STATUS[mark], namePattern(word)];
}

/** Forbids an answer that gives the year another status. */
export function otherStatusPattern(year: number, mark: Mark, words: Readonly<Record<Mark, string>>): string {
  // "Not implemented" is a fair way to say that a measure is planned for later.
  const others = (['done', 'partial', 'not', 'later'] as const).filter(
    (other) => other !== mark && !(mark === 'later' && other === 'not'),
  );
  const forms =
    year < 2019
      ? [`H${year - 1988}`, `平成${year - 1988}`]
      : [`R${year - 2018}`, `令和${year - 2018}`, ...(year === 2019 ? ['令和元', 'R元', '平成31', 'H31'] : [])];
  const names = others.flatMap((other) => [WORDS[other], namePattern(words[other])]);
  return (
    `(?:${[...forms, `FY${year}`].join('|')})(?:年度)?末?(?:時点|見込み)?(?:の取組状況|の状況|の評価|取組状況|状況)?(?:[:は=]|では)*` +
    `[「『(]?(?:[${others.map((other) => SIGNS[other]).join('')}]|${[...new Set(names)].join('|')})(?![→⇒>]|->|から)`
  );
}

/** Cites a plan item by number or title. */
export function itemCite(number: number, title: string): string[] {
  return [`(?:項目|整理番号|番号|No\\.?|item|#)\\s*[:：]?\\s*${number}(?![0-9])`, namePattern(title, 12)];
}

/** Cites an out-of-plan row by number or title. */
export function extraCite(number: number, title: string): string[] {
  return [`(?:計画以外|計画外|out-of-plan)[^0-9]{0,20}${number}(?![0-9])`, namePattern(title, 12)];
}
