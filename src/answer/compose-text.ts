import { addYears, compareYears, type FiscalYear, findYears } from '../report/fiscal-year.ts';
import { yearsAgo } from '../report/form.ts';
import { PERIOD_SHAPE, QUANTITY_SHAPES } from '../report/prose-notation.ts';
import type { Term } from '../search/lexical.ts';
import { normalise, sentences as sentencesOf, words as wordsOf } from '../search/text.ts';
import type { PassageHit, PassagesResult, Want } from '../tools/passages.ts';
import { viewOf } from '../tools/plan-items.ts';
import type { Scope } from '../tools/tool.ts';
import { states } from './asked-quantity.ts';
import { composeItems } from './compose-items.ts';
import { QUANTITY_WANTS } from './lexicon.ts';
import type { ComposeContext, Part } from './part.ts';
import { quoteOf } from './quote.ts';

/** A passage that covers less of the question than this is only the nearest thing. */
const ENOUGH = 0.3;
/** A second item is named when its score comes this close to the best. */
const CLOSE = 0.72;
const MOST_LISTED = 15;
const TWIN = 0.88;
const BESIDE = 0.5;

export function composePassages(result: PassagesResult, context: ComposeContext, scope: Scope): Part {
  const { words, names } = context;
  const [best, ...others] = result.hits;
  const unknown = result.args.want === 'period' ? [] : result.unknown.filter(isSaying);
  if (!best)
    return {
      sentences: [unknown.length > 0 ? words.unknownWords(unknown) : words.notFound(), words.onlyReport()],
      sources: [],
      found: false,
    };
  const lacking = lackingQuantity(best, result.terms, context);
  const enough = best.coverage >= ENOUGH && lacking.length === 0;
  const missing =
    unknown.length > 0 ? [words.unknownWords(unknown)] : enough || lacking.length > 0 ? [] : [words.notFound()];
  const verdict = result.args.want === 'period' ? periodVerdict(quotedYears(best), context) : [];
  // Where all are asked for: every item that has as much of the question.
  const isList = context.frame.words.has('list');
  const isClose = ({ score, coverage }: PassageHit): boolean =>
    isList ? coverage >= best.coverage : score >= CLOSE * best.score;
  const also = others.filter((h) => h.item && h.item !== best.item && isClose(h)).slice(0, isList ? MOST_LISTED : 2);
  const related = also.flatMap((h) => (h.item ? [h.item] : []));
  const quoted = quoteOf(best);
  // Running text goes on from paragraph to paragraph: one that fits almost as well is quoted too.
  const beside =
    best.kind === 'text' && result.args.want !== 'period'
      ? others.filter((h) => h.kind === 'text' && h.title === best.title && h.score >= BESIDE * best.score).slice(0, 1)
      : [];
  const body = best.item
    ? itemSentences(best, quoted, context, scope)
    : [
        words.saysUnder(best.kind === 'caption' ? best.source.chapter : best.title, [
          ...quoted,
          ...beside.flatMap((h) => h.sentences.slice(0, 1)),
        ]),
      ];
  // Two items that fit alike are both quoted; the asker knows which is meant.
  const [twin] = also.filter((h) => h.score >= TWIN * best.score && h.sentences.length > 0);
  const twinSays = twin?.item && best.item ? [`\n${words.saysIn(twin.item, twin.sentences.slice(0, 1), names)}`] : [];
  const nearest = enough
    ? []
    : [words.nearest([best.item ? words.itemName(best.item, names) : words.quote(best.title)])];
  return {
    sentences: [
      ...verdict,
      ...(context.frame.words.has('person') && !context.frame.words.has('owner') ? [words.noPerson()] : []),
      ...lacking,
      ...missing,
      ...nearest,
      ...body,
      ...twinSays,
      ...(related.length > 0 ? [`\n${words.alsoIn(related, names)}`] : []),
    ],
    sources: [best, ...beside, ...also].map((h) => h.source),
    found: enough,
    ...(best.item
      ? {
          followUps: [
            words.followUp.itemOwner(words.itemLabel(best.item.kind, best.item.number)),
            words.followUp.itemSchedule(words.itemLabel(best.item.kind, best.item.number)),
          ].slice(0, best.item.schedule.length > 0 ? 2 : 1),
        }
      : {}),
  };
}

/** An item found by its subject is answered like one asked by number, with the sentences that fit. */
function itemSentences(
  hit: PassageHit,
  quoted: readonly string[],
  context: ComposeContext,
  scope: Scope,
): readonly string[] {
  if (!hit.item) return [];
  const view = { ...viewOf(scope, hit.item), sameNumber: null };
  return composeItems({ kind: 'items', items: [view], misses: [] }, context, quoted).sentences;
}

function quotedYears(hit: PassageHit): FiscalYear[] {
  const stating = hit.sentences.filter((s) => PERIOD_SHAPE.test(normalise(s)));
  return stating.flatMap((s) => findYears(normalise(s)).map((y) => y.year)).sort(compareYears);
}

/** Yes or no, when the question names one year as the end of the period. */
function periodVerdict(years: readonly FiscalYear[], { frame, words }: ComposeContext): string[] {
  const [asked, second] = frame.years;
  const last = years.at(-1);
  if (!asked || second || !last || !frame.asksWhether) return [];
  return [asked === last ? words.affirms() : words.denies()];
}

const FIGURES: ReadonlySet<Want> = new Set(QUANTITY_WANTS);

/** Says so when a quantity was asked that the passage does not state of what was asked. */
function lackingQuantity(
  passage: Pick<PassageHit, 'title' | 'body' | 'item'>,
  terms: readonly Term[],
  { frame, words, report }: ComposeContext,
): string[] {
  const { want, quantity, language } = frame;
  const [year, another] = frame.years;
  const isFigure = quantity !== null || frame.words.has('count') || (want !== null && FIGURES.has(want));
  if (isFigure && passage.item && year && !another && !speaksOfYear(passage.body, year, report.year))
    return [words.noFigureForYear(year)];
  if (quantity && !states(passage, quantity)) return [words.noFigureOf(quantity.name)];
  if (want !== 'people' && want !== 'money' && want !== 'percent' && want !== 'days' && want !== 'hours') return [];
  const isOfIt = language === 'en' || terms.length === 0 || terms.some((term) => isTyped(term, passage));
  return isOfIt && QUANTITY_SHAPES[want].test(normalise(passage.body)) ? [] : [words.noQuantity(want)];
}

/** The text of an item is about the report's year, and about another one where it says so. */
function speaksOfYear(body: string, year: FiscalYear, own: FiscalYear): boolean {
  return (
    year === own ||
    sentencesOf(normalise(body)).some((sentence) => {
      const distance = yearsAgo(sentence);
      return (
        findYears(sentence).some((y) => y.year === year) || (distance !== null && addYears(own, distance) === year)
      );
    })
  );
}

/** The word as it was typed, not only one that the vocabulary knows for it. */
function isTyped(term: Term, { title, body }: Pick<PassageHit, 'title' | 'body'>): boolean {
  const own = new Set(wordsOf(`${title}\n${body}`));
  return term.words.length > 0 && term.words.every((word) => own.has(word));
}

/** Words worth telling the asker that the report lacks them. */
export function isSaying(word: string): boolean {
  return (
    word.length >= 2 &&
    !/[\u3041-\u309f]$/u.test(word) &&
    /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}]/u.test(word)
  );
}

/** Sentences of one item that a look inside it found, and the words it lacks. */
export function insideItem(
  result: PassagesResult,
  context: ComposeContext,
): { quoted: readonly string[]; lacking: readonly string[] } {
  const [best] = result.hits;
  const quoted = best ? best.sentences : [];
  const item = best?.item;
  const topic = new Set(context.frame.topic.map((t) => t.typed));
  const lacking = result.terms
    .filter((t) => topic.has(t.typed) && isSaying(t.typed) && result.unknown.includes(t.typed))
    .map((t) => t.typed);
  return {
    quoted,
    lacking: [
      ...(best ? lackingQuantity(best, [], context) : []),
      ...(item && lacking.length > 0 ? [context.words.notInItem(lacking, item, context.names)] : []),
    ],
  };
}
