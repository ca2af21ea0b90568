import { ALL_OF, ALL_OF_BEHIND, HAS_PART, PART_OF } from '../wording-grounding-told.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Fact, Ungrounded } from './facts.ts';

/**
 * Two figures of running text of which the one is told as a part of the other, where they do not stand together there;
 * and all of a number of which the text tells a part.
 */
export function wrongParts({ text }: Claims, backed: readonly Backed[], { sentences }: Evidence): Ungrounded[] {
  const place = new Map(sentences.map(({ text: said, item }, at) => [said, { at, item }]));
  const areNear = (a: Fact, b: Fact): boolean => {
    const [one, other] = [a, b].map((f) => place.get(f.inText?.sentence ?? ''));
    return one !== undefined && other !== undefined && one.item === other.item && Math.abs(one.at - other.at) <= 1;
  };
  const wholes = backed.filter(({ number, facts }) => {
    const isAll = ALL_OF.test(text.slice(0, number.start)) || ALL_OF_BEHIND.test(text.slice(number.end));
    return (
      isAll && facts.length > 0 && facts.every((f) => f.inText && HAS_PART.test(f.inText.sentence.slice(f.inText.end)))
    );
  });
  const inText = backed.filter((b) => b.facts.length > 0 && b.facts.every((f) => f.inText !== null));
  const alone = new Set(inText.map((b) => b.number.value)).size === 1;
  const all = alone ? wholes.map(({ number }): Ungrounded => ({ kind: 'unquoted', text: number.print })) : [];
  const parts = inText.slice(1).flatMap((part, i): Ungrounded[] => {
    const whole = inText[i];
    if (!whole || !PART_OF.test(text.slice(whole.number.end, part.number.start))) return [];
    const areTogether = whole.facts.some((a) => part.facts.some((b) => areNear(a, b)));
    return areTogether ? [] : [{ kind: 'unquoted', text: part.number.print }];
  });
  return [...all, ...parts];
}
