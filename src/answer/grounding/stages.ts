import { STAGE_SAID } from '../wording-grounding-words.ts';
import { governing } from './binding.ts';
import type { Claims } from './claims.ts';
import { type Evidence, itemsMeant } from './evidence.ts';
import type { Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';

/** Stages of a schedule that the items named do not have in the year named; without a year, in none. */
export function wrongStages({ text, spans, items, years }: Claims, topic: Topic, evidence: Evidence): Ungrounded[] {
  return spans.flatMap((span): Ungrounded[] => {
    const isStage = span.meanings.some((m) => m.type === 'stage');
    const isQuoted = /[「『"“]$/u.test(text.slice(0, span.start)) && /^[」』"”]/u.test(text.slice(span.end));
    if (!isStage || !(isQuoted || STAGE_SAID.test(text.slice(span.end)))) return [];
    const refs = governing(text, span, items)?.value ?? topic.items ?? [];
    const year = governing(text, span, years)?.value ?? null;
    const isTrue = itemsMeant(refs, evidence).every((item) => {
      const own = item.schedule.filter((entry) => year === null || entry.year === year);
      return own.length === 0 || own.some(({ stage }) => stage !== null && isPart(span.text, stage, isQuoted));
    });
    return isTrue ? [] : [{ kind: 'figure', text: span.text }];
  });
}

/** One of several stages of a cell may be said alone; what is quoted is one of them as it is printed. */
function isPart(said: string, stage: string, isQuoted: boolean): boolean {
  return isQuoted ? stage === said || stage.split(/[^\p{L}]/u).includes(said) : stage.includes(said);
}
