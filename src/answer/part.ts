import { expectedYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { Report, SourceRef } from '../report/model.ts';

import { WHOLE } from '../tools/progress-figures.ts';
import type { Frame, Language } from './frame.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Names, type Wording, wordingFor } from './wording.ts';

export interface AnswerCell {
  /** As printed or worded. */
  readonly text: string;
  /** For sorting; null for text and missing values. */
  readonly value: number | null;
}

export interface AnswerTable {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly AnswerCell[])[];
}

/** A series to draw. */
export interface AnswerChart {
  readonly title: string;
  readonly unit: string;
  readonly points: readonly { readonly label: string; readonly value: number }[];
}

/** What one tool result becomes. */
export interface Part {
  readonly sentences: readonly string[];
  readonly sources: readonly SourceRef[];
  /** False when the result only says what is not there. */
  readonly found: boolean;
  readonly table?: AnswerTable;
  readonly chart?: AnswerChart;
  readonly followUps?: readonly string[];
}

/** What every composer needs. */
export interface ComposeContext {
  readonly frame: Frame;
  readonly language: Language;
  readonly words: Wording;
  readonly names: Names;
  readonly report: Report;
  /** Years whose statuses the report gives as expected at the time of writing. */
  readonly expected: ReadonlySet<FiscalYear>;
}

export function composeContext(frame: Frame, report: Report, vocabulary: Vocabulary): ComposeContext {
  const { language } = frame;
  return {
    frame,
    language,
    words: wordingFor(language, report),
    names: namesIn(language, vocabulary, report),
    report,
    expected: expectedIn(report),
  };
}

/** Names of a report in a language: its own print, in English with the name of the vocabulary before it. */
function expectedIn({ items }: Report): Set<FiscalYear> {
  const chapters = new Set(items.map((item) => item.source.chapter));
  return new Set([...chapters].flatMap(expectedYears));
}

export function namesIn(language: Language, vocabulary: Vocabulary, report: Report): Names {
  const words = wordingFor(language, report);
  const both = (kind: Parameters<Vocabulary['english']>[0], print: string): string => {
    const name = language === 'en' ? vocabulary.english(kind, print) : null;
    return name ? `${name} (${print})` : print;
  };
  return {
    measure(print) {
      const counted = words.countMeasure(print);
      if (counted) return counted;
      return language === 'en' ? (vocabulary.english('measures', print) ?? print) : print;
    },
    subject(print) {
      if (print === WHOLE) return words.whole;
      if (language === 'ja') return print;
      for (const kind of ['accounts', 'sections', 'pillars'] as const) {
        const name = vocabulary.english(kind, print);
        if (name) return `${name} (${print})`;
      }
      return print;
    },
    section: (print) => both('sections', print),
    pillar: (print) => both('pillars', print),
    status: words.status,
    title(print) {
      const name = language === 'en' ? vocabulary.english('items', print) : null;
      return name ? `"${name}" (${print})` : `「${print}」`;
    },
  };
}

/** The parts of a table cell. */
export function textCell(text: string): AnswerCell {
  return { text, value: null };
}
