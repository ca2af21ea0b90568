import type { Match } from '../search/matcher.ts';

const ARTICLE = /(?<=\S\s)(?:the|an?)\s+(?=\S)/giu;

/** An English form without the articles inside it; null for one that has none. */
export function withoutArticles(form: string): string | null {
  const short = form.replace(ARTICLE, '');
  return short === form ? null : short;
}

/** What is found in a text only when the articles inside it are left out: "beyond the standard" by "beyond standard". */
export function findAcrossArticles<T>(normalised: string, find: (text: string) => readonly Match<T>[]): Match<T>[] {
  const kept: number[] = [];
  let end = 0;
  for (const { index, 0: article } of normalised.matchAll(ARTICLE)) {
    for (; end < index; end++) kept.push(end);
    end = index + article.length;
  }
  if (end === 0) return [];
  for (; end < normalised.length; end++) kept.push(end);
  const short = kept.map((at) => normalised.charAt(at)).join('');
  return find(short).flatMap((match) => {
    const [first = 0, last = 0] = [kept[match.start], kept[match.end - 1]];
    // One that lies between two articles is found without this.
    return last - first === match.end - 1 - match.start ? [] : [{ ...match, start: first, end: last + 1 }];
  });
}
