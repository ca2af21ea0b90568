import type { Term } from '../search/lexical.ts';
import { normalise } from '../search/text.ts';
import { runTool, type ToolCall } from '../tools/all.ts';
import { type PassagesResult, runSearch } from '../tools/passages.ts';
import type { Scope } from '../tools/tool.ts';
import { type Answer, assemble, plain } from './assemble.ts';
import { bearings } from './bearings.ts';
import { choose } from './choose.ts';
import { assumptions, type Called, compose } from './compose.ts';
import { isSaying } from './compose-text.ts';
import { withContext } from './context.ts';
import type { DigestComposer } from './digest-port.ts';
import { exampleQuestions } from './examples.ts';
import type { Frame } from './frame.ts';
import type { WordKey } from './lexicon.ts';
import { setsKind } from './open-question.ts';
import { type ComposeContext, composeContext, type Part } from './part.ts';
import { recalled } from './past.ts';
import { namesNothing } from './pointing.ts';
import { readFrame } from './read-frame.ts';
import { comparisonOf } from './readings/items.ts';
import type { Choice, Plan } from './readings/reading.ts';
import { settled } from './settled.ts';
import { lacksFigure, statingItem } from './stated-figure.ts';
import { type Asked, isUnread } from './unread.ts';
import { withUnreadLines } from './unread-lines.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordingFor } from './wording.ts';

export interface Answered {
  readonly answer: Answer;
  /** For the next question of the conversation; the previous one where this one could not be read. */
  readonly frame: Frame | null;
}

export const MAX_QUESTION = 2000;

/** Answers a question about a report. Pure: the same question after the same frame gets the same answer. */
export function answerQuestion(
  question: string,
  previous: Frame | null,
  scope: Scope,
  vocabulary: Vocabulary,
  digest: DigestComposer | null = null,
  read = (text: string): Frame => readFrame(text, vocabulary, scope),
): Answered {
  const own = read(question.slice(0, MAX_QUESTION));
  const words = wordingFor(own.language);
  const context = composeContext(own, scope.report, vocabulary);
  if (question.trim() === '')
    return {
      answer: plain(
        'clarify',
        [words.empty(), words.examples(exampleQuestions(scope, context).slice(0, 3))],
        context,
        overview(scope),
      ),
      frame: previous,
    };
  if (question.length > MAX_QUESTION)
    return { answer: plain('abstain', [words.tooLong(MAX_QUESTION)], context), frame: previous };
  if (isGreeting(question, own, scope))
    return { answer: plain('clarify', [words.greeting()], context), frame: previous };
  if (previous && asksSource(own)) {
    const told = answerFrame(previous, scope, vocabulary, digest, { own: previous, rewords: false });
    const text = words.sourcesAre(told.citations);
    return { answer: { ...told, text, language: own.language, followUps: [] }, frame: previous };
  }
  const before = previous && recalled(own, previous);
  const frame = before ? withContext(own, before, bearings(before, scope)) : own;
  const rewords = vocabulary.rewords(normalise(question));
  const found = answerFrame(frame, scope, vocabulary, digest, { own, rewords });
  const answer = withUnreadLines(found, () => composeContext(frame, scope.report, vocabulary), scope);
  // What was not understood at all leaves the conversation where it was.
  const isLost = answer.kind !== 'answer' && answer.unread === true && previous !== null;
  return { answer, frame: isLost ? previous : settled(frame, answer, scope, previous) };
}

/** Where what was told stands, and nothing else. */
function asksSource(own: Frame): boolean {
  return own.words.has('source') && namesNothing(own) && own.topic.length === 0 && !setsKind(own);
}

/** Thanks or a greeting, who the asker is, and nothing else. */
function isGreeting(question: string, own: Frame, scope: Scope): boolean {
  const { words, topic, statuses, want } = own;
  const { sections } = own;
  // 総務課の者です: a section may be the asker's.
  const isEmpty = namesNothing({ ...own, sections: sections.length === 1 ? [] : sections });
  const asksNothing = statuses.length === 0 && want === null && !(sections.length > 0 && ASKS.test(question));
  const isKnown = topic.some((t) => t.typed.length > 1 && scope.search.weight(t) > 0);
  return words.has('greeting') && [...words].every((word) => COURTESY.has(word)) && isEmpty && asksNothing && !isKnown;
}

/** How a question ends. */
const ASKS = /[?？]\s*$/u;
/** Words that ask nothing beside a greeting. */
const COURTESY: ReadonlySet<WordKey> = new Set<WordKey>([
  'greeting',
  'then',
  'that',
  'and',
  'through',
  'confirm',
  'latest',
]);

function answerFrame(
  frame: Frame,
  scope: Scope,
  vocabulary: Vocabulary,
  digest: DigestComposer | null,
  asked: Asked,
): Answer {
  const context = composeContext(frame, scope.report, vocabulary);
  let searched: PassagesResult | null = null;
  const evidence = (): PassagesResult => {
    searched ??= runSearch(
      scope,
      { query: frame.content, want: frame.want },
      scope.search.terms(frame.content, vocabulary.stop),
    );
    return searched;
  };
  const [best] = choose(frame, scope, evidence);
  if (!best) return { ...nothing(context, scope, evidence()), unread: true };
  if (best.plan.kind === 'digest' && digest) return digest(scope, best.plan.about, context.language, context.names);
  const answer = realise(best.plan, context, scope);
  // What the tables lack, for that year or at all, a sentence of an item may state.
  const item = lacksFigure(answer, best.plan) ? statingItem(frame, scope.report, vocabulary) : null;
  if (!item) return isUnread(asked, best, answer) ? { ...answer, unread: true } : answer;
  const items = [{ kind: item.kind, number: item.number }];
  const query = { query: frame.content, items, want: frame.want ?? 'amount' };
  return realise(
    {
      kind: 'run',
      calls: [
        ...comparisonOf(frame, items[0]),
        { name: 'get_items', args: { items } },
        { name: 'search_passages', args: query },
      ],
    },
    context,
    scope,
  );
}

function realise(plan: Plan, context: ComposeContext, scope: Scope): Answer {
  const { words, names } = context;
  switch (plan.kind) {
    case 'digest':
      return realise({ kind: 'run', calls: plan.calls }, context, scope);
    case 'run': {
      const called = run(plan.calls, scope);
      const parts = compose(called, context, scope);
      const found = parts.some((p) => p.found);
      return assemble(
        found ? 'answer' : 'abstain',
        parts,
        found ? [...assumptions(plan.assumed, called, context), ...leftAside(called, context, scope)] : [],
        called,
        context,
        scope,
      );
    }
    case 'ask': {
      const nameOf = (choice: Choice): string =>
        'subject' in choice ? names.subject(choice.subject) : names.measure(choice.measure);
      const called: Called[] = [];
      const parts = plan.choices.map((choice): Part => {
        const own = run(choice.calls, scope);
        called.push(...own);
        const [part] = compose(own, context, scope);
        return {
          sentences: [`\n${words.choice(nameOf(choice), words.sentence(part?.sentences ?? []))}`],
          sources: part?.sources ?? [],
          found: true,
        };
      });
      const asked: Part = { sentences: [words.whichOne()], sources: [], found: true };
      return {
        ...assemble('clarify', [asked, ...parts], [], called, context, scope),
        choices: plan.choices.map(nameOf),
      };
    }
    case 'refuse': {
      const sources = plan.misses.flatMap((m) =>
        m.what === 'caption' ? [m.caption.source] : 'table' in m && m.table ? [m.table.source] : [],
      );
      const part: Part = { sentences: plan.misses.map((m) => words.miss(m, names)), sources, found: false };
      // What the report does have is said beside what it lacks: that too is looked up.
      const called = overview(scope);
      return assemble('abstain', [part], [], called, context, scope);
    }
    case 'decline':
      return plain(plan.why === 'which-section' ? 'clarify' : 'abstain', [words.decline(plan.why)], context);
  }
}

/** Words that neither the vocabulary nor the report knows, where the answer does not speak of them itself. */
function leftAside(called: readonly Called[], { frame, words }: ComposeContext, scope: Scope): string[] {
  if (called.some(({ result }) => result.kind === 'passages')) return [];
  const unknown = frame.topic
    .filter((t) => scope.search.weight(t) === 0)
    .map((t) => t.typed)
    .filter(isSaying);
  return unknown.length > 0 ? [words.leftAside(unknown)] : [];
}

/** それはなぜ, 担当は: something is asked, and not of what. */
function asksOfNothing(frame: Frame, terms: readonly Term[]): boolean {
  return (
    frame.words.size > 0 &&
    !frame.words.has('person') &&
    namesNothing(frame) &&
    terms.every((term) => term.typed.length < 2)
  );
}

/** What the report contains: behind every sentence on what it lacks, and behind examples. */
function overview(scope: Scope): Called[] {
  return run([{ name: 'report_contents', args: { topic: 'overview' } }], scope);
}

function run(calls: readonly ToolCall[], scope: Scope): Called[] {
  return calls.map((call) => ({ call, result: runTool(scope, call) }));
}

/** No reading: what the report lacks, and the nearest thing it has. */
function nothing(context: ComposeContext, scope: Scope, evidence: PassagesResult): Answer {
  const { words, frame } = context;
  const [near] = evidence.hits;
  const examples = words.examples(exampleQuestions(scope, context).slice(0, 3));
  if (asksOfNothing(frame, [...frame.topic, ...scope.search.terms(frame.content)]))
    return plain('clarify', [words.decline('which-one'), examples], context, overview(scope));
  if (!near) {
    const lead = frame.topic.length > 0 ? words.notFound() : words.decline('unknown');
    return plain('abstain', [lead, words.onlyReport(), examples], context, overview(scope));
  }
  const called: Called[] = [
    {
      call: { name: 'search_passages', args: evidence.args },
      result: { ...evidence, hits: [{ ...near, coverage: 0 }] },
    },
  ];
  const [part] = compose(called, context, scope);
  if (!part) return plain('abstain', [words.notFound()], context);
  return assemble('abstain', [part], [], called, context, scope);
}
