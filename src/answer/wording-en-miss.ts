import { englishYear } from '../report/fiscal-year.ts';
import type { Miss } from '../tools/miss.ts';
import { WHOLE } from '../tools/progress-figures.ts';
import type { Names } from './wording.ts';
import { itemLabel, some, tableName, years } from './wording-en-words.ts';

/** Why something is not there, and what is. */
export function englishMiss(m: Miss, names: Names): string {
  switch (m.what) {
    case 'item': {
      const label = itemLabel(m.item.kind, m.item.number);
      if (m.numbers.length === 0) return `${label} is not in the report.`;
      return `${label} is not in the report. ${m.item.kind === 'plan' ? 'Plan items' : 'Out-of-plan items'} run from ${Math.min(...m.numbers)} to ${Math.max(...m.numbers)}.`;
    }
    case 'subject':
      return `"${m.asked}" is not in the report.${m.nearest.length > 0 ? ` Nearest: ${some(m.nearest.map(names.subject))}.` : ''}`;
    case 'measure':
      return `Figures for "${names.measure(m.asked)}" are not in the report.${m.nearest.length > 0 ? ` Its tables have: ${some(m.nearest.map(names.measure))}.` : ''}`;
    case 'combination':
      return `The report does not give ${names.measure(m.measure)} for ${names.subject(m.subject)}.${m.nearest.length > 0 ? ` Its table has: ${some(m.nearest.map(names.measure))}.` : ''}`;
    case 'year':
      return `The report does not give a value for ${m.subject === WHOLE ? 'the status' : names.subject(m.subject)} in ${englishYear(m.year)}.${m.years.length > 0 ? ` ${tableName(m.table)} covers ${years(m.years)}.` : ''}`;
    case 'not-listed': {
      const subject = names.subject(m.subject);
      const listed = m.years.length > 0 ? ` ${subject} is listed in ${m.years.map(englishYear).join(', ')}.` : '';
      const asked = m.asked.map(englishYear).join(', ');
      if (m.table.top !== null) {
        return `${subject} is not among the top ${m.table.top} of ${asked}, so its ${names.measure(m.measure)} is not in the report (this does not mean zero).${listed}`;
      }
      return `${subject} is not listed for ${asked}: ${tableName(m.table)} does not give its ${names.measure(m.measure)}.${listed}`;
    }
    case 'blank':
      return `For ${names.subject(m.subject)}, ${names.measure(m.measure)} in ${englishYear(m.year)}, the report prints "${m.print || 'blank'}": no value is given.`;
    case 'no-average':
      return `${tableName(m.table)} does not give an average of ${names.measure(m.measure)}.`;
    case 'no-total':
      return `${tableName(m.table)} does not give a total of ${names.measure(m.measure)}.`;
    case 'no-owner':
      return `The report does not say which section is in charge of ${names.subject(m.subject)}. It names sections only for items, in and outside the plan.`;
    case 'per-head':
      return `The report does not give ${names.measure(m.measure)} per head, only as a whole.`;
    case 'place':
      return `The report has no figures of "${m.asked}".${m.city ? ` Its figures are those of ${m.city}.` : ''}`;
    case 'unlinked-policy':
      return `「${m.policy}」 is a policy of ${names.pillar(m.pillar)}, but the item tables of the report do not show which items belong to it.`;
    case 'caption':
      return `「${m.caption.text}」 is only the title of a picture; the text of the report does not contain its values. Please look at the original document.`;
    case 'operands':
      return {
        'too-few': 'The figures needed for this calculation are not in the report.',
        units: 'Figures of different units cannot be calculated together.',
        zero: 'The base figure is zero or negative, so a rate cannot be calculated.',
      }[m.reason];
  }
}
