/** Longest result that is handed to a model, in characters. */
export const LONGEST_RESULT = 12_000;
const HOW = 'Too long at once. Ask for what was left out alone.';

/**
 * A result as JSON of a bounded length. The ends of its lists are left out, then the ends of long texts; it stays JSON, and
 * says how much of what was left out.
 */
export function fitted(result: object, longest = LONGEST_RESULT): string {
  const parts = new Map<string, unknown>(Object.entries(result));
  const counts = new Map<string, number>();
  let text = JSON.stringify(result);
  while (text.length > longest) {
    const [name, list] = longestList(parts);
    if (list.length <= 1) return shortened(Object.fromEntries(parts), longest);
    const dropped = Math.max(1, Math.floor((list.length * (text.length - longest)) / (2 * text.length)));
    parts.set(name, list.slice(0, -dropped));
    counts.set(name, (counts.get(name) ?? 0) + dropped);
    parts.set('leftOut', { ...Object.fromEntries(counts), how: HOW });
    text = JSON.stringify(Object.fromEntries(parts));
  }
  return text;
}

/** The list that takes the most room; an empty one where there is none. */
function longestList(parts: ReadonlyMap<string, unknown>): readonly [name: string, list: readonly unknown[]] {
  const lists = [...parts].filter((part): part is [string, unknown[]] => Array.isArray(part[1]) && part[1].length > 1);
  const room = ([, list]: readonly [string, unknown[]]): number => JSON.stringify(list).length;
  return lists.toSorted((a, b) => room(b) - room(a))[0] ?? ['', []];
}

function shortened(result: object, longest: number): string {
  for (let most = longest; ; most = Math.floor(most / 2)) {
    const text = JSON.stringify({ ...result, how: HOW }, (_name, value: unknown) =>
      typeof value === 'string' && value.length > most ? `${value.slice(0, most)}…` : value,
    );
    if (text.length <= longest || most <= 1) return text;
  }
}
