import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { type Library, loadLibrary, type Refused } from '../report/library.ts';
import type { Report } from '../report/model.ts';
import { openScope, type Scope } from '../tools/tool.ts';
import { type Answer, MAX_ANSWER } from './assemble.ts';
import { answerMessage } from './compound.ts';
import type { DigestComposer } from './digest-port.ts';
import type { Frame, Language } from './frame.ts';
import { type Lexicon, loadLexicon, mergeLexicons } from './lexicon.ts';
import { indexLexicon, type LexiconIndex } from './lexicon-index.ts';
import { namedReport } from './named-report.ts';
import { inReport, namesLostItem } from './other-reports.ts';
import { namesIn } from './part.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';
import { type Names, wordingFor } from './wording.ts';

/** What a conversation keeps from one question to the next. */
export interface Turn {
  readonly frame: Frame | null;
  /** Report that answered. */
  readonly report: string;
}

export interface Reply {
  readonly answer: Answer;
  readonly turn: Turn;
}

export interface Assistant {
  /**
   * Answers a question; `previous` is the turn before in the same conversation, `otherwise` the language of a question
   * that is in none. Never throws for a question.
   */
  ask(question: string, previous: Turn | null, otherwise?: Language | null): Reply;
  readonly library: Library;
  /** Reports that could not be trusted and were left out. */
  readonly refused: readonly Refused[];
  /** The report and its tools, by identifier; the newest when none is given. */
  scope(report?: string): Scope;
  /** Names of a report as a reader of the language knows them; of the newest report when none is given. */
  names(language: Language, report?: string): Names;
  /** What a text to a report may name; of the newest report when none is given. */
  vocabulary(report?: string): Vocabulary;
}

export interface AssistantOptions {
  /** Only one question will be asked: what it does not need is not built. */
  readonly once?: boolean;
}

interface Opened {
  readonly scope: Scope;
  readonly vocabulary: Vocabulary;
}

/**
 * Loads all reports of a corpus folder with their vocabulary. `general` is the folder of the vocabulary that holds for
 * any city; the corpus and each report may bring their own beside their text. `digest` composes digests; without one a
 * question for a digest gets its counts.
 * @throws AppError `CORPUS_EMPTY`, `CORPUS_UNREADABLE` or `LEXICON_INVALID`
 */
export async function openAssistant(
  corpus: string,
  general: string,
  digest: DigestComposer | null = null,
  options: AssistantOptions = {},
): Promise<Assistant> {
  const { library, refused } = await loadLibrary(corpus).catch((cause: unknown) => {
    throw new AppError('CORPUS_UNREADABLE', `The corpus folder cannot be read: ${corpus}`, { cause });
  });
  const shared = [await loadLexicon(general), ...(corpus === general ? [] : [await loadLexicon(corpus)])].filter(
    (l) => l !== null,
  );
  const own = new Map<string, Lexicon | null>();
  for (const report of library.reports) own.set(report.id, await loadLexicon(join(corpus, report.id)));
  if (!library.newest) {
    const reasons = refused.map(
      (r) => `${r.id}: ${r.problems.map((p) => `line ${p.line ?? '-'} ${p.message}`).join('; ')}`,
    );
    throw new AppError(
      'CORPUS_EMPTY',
      [`No report to answer from in ${corpus}. Expected NAME/report.txt.`, ...reasons].join('\n'),
    );
  }
  // Reports of a city share their words, and so one index. It takes a while, so that none is made before it is needed.
  const indexes = new Map<string, LexiconIndex>();
  const lexiconOf = (report: Report): LexiconIndex => {
    const reports = report.city === null ? [report] : library.ofCity(report.city);
    const lexicons = reports.flatMap(({ id }) => own.get(id) ?? []);
    const name = lexicons.length === 0 ? '' : (reports[0]?.id ?? '');
    const index = indexes.get(name) ?? indexLexicon(mergeLexicons([...lexicons, ...shared]));
    indexes.set(name, index);
    return index;
  };
  return createAssistant(library, refused, lexiconOf, digest, options);
}

/** An assistant over loaded reports. Each report is indexed when it is first asked. */
export function createAssistant(
  library: Library,
  refused: readonly Refused[],
  lexiconOf: (report: Report) => LexiconIndex,
  digest: DigestComposer | null = null,
  { once = false }: AssistantOptions = {},
): Assistant {
  const opened = new Map<string, Opened>();
  const open = (report: Report): Opened => {
    const known = opened.get(report.id);
    if (known) return known;
    const same = report.city === null ? [] : library.ofCity(report.city);
    const earlier = same.slice(same.indexOf(report) + 1);
    const lexicon = lexiconOf(report);
    const scope = openScope(report, earlier, lexicon.related);
    if (!once) scope.search.prepare();
    const fresh = { scope, vocabulary: buildVocabulary(lexicon, report, earlier) };
    opened.set(report.id, fresh);
    return fresh;
  };
  const byId = (id: string | undefined): Report => {
    const report = (id === undefined ? undefined : library.find(id)) ?? library.newest;
    if (!report) throw new AppError('CORPUS_EMPTY', 'The library has no report.');
    return report;
  };
  return {
    library,
    refused,
    scope: (report) => open(byId(report)).scope,
    vocabulary: (report) => open(byId(report)).vocabulary,
    names: (language, report) => namesIn(language, open(byId(report)).vocabulary, byId(report)),
    ask(question, previous, otherwise = null) {
      const before = previous?.frame ?? null;
      const last = byId(previous?.report);
      const [newest = last] = last.city === null ? [] : library.ofCity(last.city);
      // What was lent for one answer is not where the conversation goes on.
      const usual = before?.lent ? newest : last;
      const named = namedReport(question, library, open(usual).vocabulary, usual, (r) => lexiconOf(r).city?.en ?? null);
      const { missing, isNamed } = named;
      const reply = (report: Report): Reply => {
        const { scope, vocabulary } = open(report);
        const frame = before && report.id !== last.id ? inReport(before, last, report) : before;
        const answered = answerMessage(named.question, frame, scope, vocabulary, { digest, otherwise });
        return { answer: answered.answer, turn: { frame: answered.frame, report: report.id } };
      };
      const asked = reply(named.report);
      const words = wordingFor(asked.answer.language);
      if (missing) return withNote(asked, words.noReport(missing === 'older' ? null : missing, named.report.name));
      const { earlier } = open(named.report).scope;
      const isLacking = lacksData(asked.answer) || (before?.lent === true && asked.answer.kind !== 'answer');
      for (const older of isNamed ? [] : earlier) {
        if (!isLacking && !namesLostItem(named.question, older, named.report)) continue;
        const other = reply(older);
        if (other.answer.kind !== 'answer' || other.answer.unread) continue;
        const { frame } = other.turn;
        const lent = { ...other, turn: { frame: frame && { ...frame, lent: true }, report: older.id } };
        return withNote(lent, words.onlyOlder(named.report.name, older.name));
      }
      return asked;
    },
  };
}

/** The report was looked into, and has nothing of it; what is refused for another reason is refused of every report. */
function lacksData({ kind, unread, called }: Answer): boolean {
  return unread === true || (kind === 'abstain' && called.length > 0);
}

/** The note comes first: it says of which report all that follows is. */
function withNote({ answer, turn }: Reply, note: string): Reply {
  const text = `${note}\n${answer.text}`;
  return { answer: { ...answer, text: text.length > MAX_ANSWER ? `${text.slice(0, MAX_ANSWER - 1)}…` : text }, turn };
}
