import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { PlanItem, Report } from '../../report/model.ts';
import { key, normalise } from '../../search/text.ts';
import type { Called } from '../compose.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { quantitiesIn } from '../wording-quantities.ts';
import { yearsIn } from './binding.ts';
import type { Books } from './check.ts';
import { type Claims, claimsOf, isTitleOf } from './claims.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Fact } from './facts.ts';
import { isStatus } from './quotations.ts';

/** What a draft is held against: the calls that were made with their results, and what was asked. */
export interface DraftGrounds {
  readonly called: readonly Called[];
  readonly question: string;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

/** The results and the question, ready to be looked into. */
export interface Ground extends Books {
  readonly told: Set<Fact>;
  /** True when a result has this text, spelled in whatever way. */
  stands(text: string): boolean;
  /** True when a result has it letter by letter, but for width and spaces. */
  says(text: string): boolean;
  asks(text: string): boolean;
  /** A name or number that the tools were called with. Not evidence by itself: the model makes the calls. */
  passes(text: string): boolean;
  readonly passed: ReadonlySet<number>;
  readonly asked: Claims;
  readonly askedNumbers: ReadonlySet<number>;
  isName(text: string): boolean;
  yearsOf(text: string): readonly FiscalYear[];
  read(sentence: string, last: FiscalYear | null): Claims;
}

function numbersOf(items: readonly PlanItem[], kind: PlanItem['kind']): ReadonlySet<number> {
  return new Set(items.flatMap((i) => (i.kind === kind ? [i.number] : [])));
}

/** Numbers of the plan items of which something is told; one that only shares its number with another is named. */
function toldNumbers({ sentences }: Evidence): ReadonlySet<number> {
  return numbersOf(
    sentences.flatMap((s) => s.item ?? []),
    'plan',
  );
}

/** Reads the results and the question. */
export function groundOf({ called, question, vocabulary, report }: DraftGrounds): Ground {
  const evidence = evidenceOf(called, report.year);
  const said = evidence.strings.map(normalise).join('\n');
  const args = normalise(JSON.stringify(called.map(({ call }) => call.args)));
  // The asker's words as typed, and as they were understood.
  const typed = `${question}\n${vocabulary.spelling.mend(normalise(question))}`;
  const [folded, asked, passed] = [evidence.strings.join('\n'), typed, args].map(key);
  const told = toldNumbers(evidence);
  const aids = {
    vocabulary,
    report,
    averages: evidence.averages,
    quoted: called.flatMap(({ result }) => ('formula' in result ? [normalise(result.formula)] : [])),
    calendar: { known: evidence.years, reported: report.year },
    numbers: numbersOf(evidence.items, 'plan'),
    // A plan item of which something is told goes before one outside the plan.
    extras: new Set([...numbersOf(evidence.items, 'extra')].filter((number) => !told.has(number))),
  };
  const read = (sentence: string, last: FiscalYear | null): Claims => claimsOf(sentence, aids, last);
  const named = new Map<string, Claims['measures']>();
  return {
    evidence,
    reported: report.year,
    told: new Set<Fact>(),
    measuresOf(sentence) {
      const known = named.get(sentence) ?? read(sentence, null).measures;
      named.set(sentence, known);
      return known;
    },
    stands: (text) => folded?.includes(key(text)) ?? false,
    says: (text) => said.includes(text),
    asks: (text) => asked?.includes(key(text)) ?? false,
    passes: (text) => passed?.includes(key(text)) ?? false,
    passed: new Set(quantitiesIn(args).map((q) => q.bare)),
    asked: read(question, null),
    askedNumbers: new Set(quantitiesIn(normalise(question)).map((q) => q.value)),
    isName(text) {
      const claims = read(text, null);
      if (isStatus(claims)) return true;
      if (report.items.some((item) => isTitleOf(item, text, vocabulary))) return true;
      const { items, subjects, measures, spans } = claims;
      const stages = spans.filter((s) => s.meanings.some((m) => m.type === 'stage'));
      return [...items, ...subjects, ...measures, ...stages].some((m) => m.end - m.start >= normalise(text).length);
    },
    yearsOf: (text) => yearsIn(text, aids.calendar, null).years.map((y) => y.value),
    read,
  };
}
