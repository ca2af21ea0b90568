import type { Answer } from '../../src/answer/assemble.ts';
import { answerMessage } from '../../src/answer/compound.ts';
import { loadLexicon, mergeLexicons } from '../../src/answer/lexicon.ts';
import { indexLexicon } from '../../src/answer/lexicon-index.ts';
import { buildVocabulary } from '../../src/answer/vocabulary.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { REAL_TEXT, read } from '../report/variant.ts';
import { scopeOf } from '../support/scope.ts';

/**
 * The real report as another city might print it: the account with a table of its own has 歳入総額 over its column, one
 * enterprise account's name contains another's, and their table is in thousands of yen.
 */
function asElsewhere(text: string): string {
  const from = text.indexOf('会計名', text.indexOf('1.3 公営企業会計\n'));
  const to = text.indexOf('※平成 27 年度までは', from);
  const enterprises = text
    .slice(from, to)
    .replace('下水道 事業会計 ※', '簡易水道 事業会計')
    .replace(/(?<=\t)[\d,]+(?=\t|\n)/gu, (print) => (print === '0' ? print : `${print},000`));
  const unit = text.lastIndexOf('(単位：百万円)', from);
  return `${text.slice(0, unit).replace('\t歳入\t歳出\t', '\t歳入総額\t歳出総額\t')}(単位：千円)${text.slice(unit + '(単位：百万円)'.length, from)}${enterprises}${text.slice(to)}`;
}

const text = asElsewhere(REAL_TEXT);
const report = read(text);
const general = await loadLexicon(GENERAL_CORPUS);
if (!general) throw new Error('there is no general lexicon');
const vocabulary = buildVocabulary(indexLexicon(mergeLexicons([general])), report, []);
const scope = scopeOf(text);

/** Asks about that report. */
export function askElsewhere(question: string): Answer {
  return answerMessage(question, null, scope, vocabulary).answer;
}
