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

/** Characters that stand together in a noun, without a particle in between. */
const RUN = /[\p{Script=Han}\p{Script=Katakana}\p{Lm}A-Za-z0-9]+/gu;
/** A longer run is no noun. Characters. */
const LONGEST = 40;

/** The last quantity that a question names; null when it names none. */
export function askedQuantity(
  question: string,
  nouns: readonly QuantityNoun[],
  language: 'ja' | 'en',
): AskedQuantity | null {
  const text = normalise(question);
  const found = language === 'ja' ? japanese(text, nouns) : english(text, nouns);
  const [last] = found.toSorted((a, b) => b.at - a.at || b.asked.name.length - a.asked.name.length);
  return last?.asked ?? null;
}

interface Found {
  readonly at: number;
  readonly asked: AskedQuantity;
}

/** An ending needs something before it, unless it says by itself what is counted or paid. */
function japanese(text: string, nouns: readonly QuantityNoun[]): Found[] {
  return [...text.matchAll(RUN)].flatMap(({ index, 0: name }) =>
    name.length > LONGEST
      ? []
      : nouns.flatMap(({ ja, want, alone, not }) =>
          ja
            .filter((ending) => name.endsWith(ending) && (alone || name !== ending))
            .filter(() => !not.some((other) => name.endsWith(other)))
            .map((ending) => ({
              at: index + name.length,
              asked: { name, prints: [name], stem: alone ? '' : name.slice(0, -ending.length), want },
            })),
        ),
  );
}

/** The report knows it by its Japanese nouns. */
function english(text: string, nouns: readonly QuantityNoun[]): Found[] {
  const words = [...text.toLowerCase().matchAll(/[a-z]+/gu)];
  return words.flatMap(({ index, 0: word }) =>
    nouns
      .filter(({ en }) => en.some((noun) => word === noun || word === `${noun}s`))
      .map(({ ja, want }) => ({ at: index + word.length, asked: { name: word, prints: ja, stem: '', want } })),
  );
}

/** False when a passage neither names the quantity nor gives a figure of that kind beside what it is a quantity of. */
export function states({ title, body }: Pick<PassageHit, 'title' | 'body'>, asked: AskedQuantity): boolean {
  const text = normalise(`${title}\n${body}`);
  if (asked.prints.some((print) => text.includes(print))) return true;
  if (asked.stem === '') return false;
  return sentences(text).some((s) => s.includes(asked.stem) && QUANTITY_SHAPES[asked.want].test(s));
}
