import { QUANTITY_SHAPES } from '../report/prose-notation.ts';
import { normalise, sentences } from '../search/text.ts';
import type { PassageHit } from '../tools/passages.ts';
import type { QuantityNoun } from './lexicon.ts';

/** A quantity that a question asks for by a noun: 受験率, 平均年齢, salary. */
export interface AskedQuantity {
  /** As typed. */
  readonly name: string;
  /** One of these stands in a text that speaks of it. */
  readonly prints: readonly string[];
  /** What it is a quantity of, where the noun itself says so (受験 of 受験率); empty otherwise. */
  readonly stem: string;
  readonly want: QuantityNoun['want'];
}

/** Characters of which a noun is made up without a particle in between. */
const NOUN = String.raw`[\p{Script=Han}\p{Script=Katakana}\p{Lm}A-Za-z0-9]`;

/** The last quantity that a question names; null when it names none. */
export function askedQuantity(
  question: string,
  nouns: readonly QuantityNoun[],
  language: 'ja' | 'en',
): AskedQuantity | null {
  const text = normalise(question);
  const found = nouns.flatMap((noun) => (language === 'ja' ? japanese(text, noun) : english(text, noun)));
  const [last] = found.toSorted((a, b) => b.at - a.at || b.asked.name.length - a.asked.name.length);
  return last?.asked ?? null;
}

interface Found {
  readonly at: number;
  readonly asked: AskedQuantity;
}

/** An ending needs something before it, unless it says by itself what is counted or paid. */
function japanese(text: string, { ja, want, alone, not }: QuantityNoun): Found[] {
  return ja.flatMap((ending) =>
    [...text.matchAll(new RegExp(`(${NOUN}*)${ending}(?!${NOUN})`, 'gu'))].flatMap(
      ({ index, 1: stem = '', 0: name }) =>
        (stem === '' && !alone) || not.some((other) => name.endsWith(other))
          ? []
          : [{ at: index + name.length, asked: { name, prints: [name], stem: alone ? '' : stem, want } }],
    ),
  );
}

function english(text: string, { en, ja, want }: QuantityNoun): Found[] {
  return en.flatMap((noun) =>
    [...text.matchAll(new RegExp(`\\b${noun}s?\\b`, 'giu'))].map(({ index, 0: name }) => ({
      at: index + name.length,
      asked: { name, prints: ja, stem: '', want },
    })),
  );
}

/** False when a passage neither names the quantity nor gives a figure of that kind beside what it is a quantity of. */
export function states({ title, body }: Pick<PassageHit, 'title' | 'body'>, asked: AskedQuantity): boolean {
  const text = normalise(`${title}\n${body}`);
  if (asked.prints.some((print) => text.includes(print))) return true;
  if (asked.stem === '') return false;
  return sentences(text).some((s) => s.includes(asked.stem) && QUANTITY_SHAPES[asked.want].test(s));
}
