import type { ReadLine } from '../report/model.ts';
import { key } from '../search/text.ts';
import type { Scope } from '../tools/tool.ts';
import type { Answer } from './assemble.ts';
import { citationOf } from './compose.ts';
import { isSaying } from './compose-text.ts';
import type { ComposeContext } from './part.ts';

/**
 * Before it is said that a report lacks a word: the lines that have it, but could not be read. Of what stands there nothing
 * is known, so that "not in the report" would be wrong.
 */
export function withUnreadLines(answer: Answer, contextOf: () => ComposeContext, scope: Scope): Answer {
  if (answer.kind !== 'abstain') return answer;
  const unread = scope.report.lines.filter(({ use }) => use === 'unknown');
  if (unread.length === 0) return answer;
  const { frame, words } = contextOf();
  const lacking = [
    ...frame.absent.map(({ name }) => name),
    ...frame.topic.filter((term) => scope.search.weight(term) === 0).map(({ typed }) => typed),
  ].filter(isSaying);
  const standing = lacking.flatMap((word) => {
    const line = unread.find(({ text }) => key(text).includes(key(word)));
    return line ? [{ word, line }] : [];
  });
  if (standing.length === 0) return answer;
  const sources = [...new Set(standing.map(({ line }) => line))].map((line) => sourceOf(line, scope));
  return {
    ...answer,
    text: words.sentence([
      ...standing.map(({ word, line }) => words.unreadLine(word, line.line)),
      ...(standing.length < lacking.length ? [answer.text] : []),
    ]),
    citations: sources.map((source) => citationOf(source, scope)),
    sources,
  };
}

/** The place of a line, under the heading that was read last before it. */
function sourceOf({ line }: ReadLine, { report }: Scope): Answer['sources'][number] {
  const above = report.text.findLast(({ source }) => source.line <= line)?.source;
  return { report: report.id, line, cell: null, chapter: above?.chapter ?? '', place: above?.place ?? '' };
}
