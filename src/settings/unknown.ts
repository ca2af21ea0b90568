import { SLACK_VARIABLES, VARIABLES } from './wording.ts';

/** A name that no part of the program reads, and the one that was probably meant. */
export interface UnknownName {
  readonly name: string;
  readonly nearest: string | null;
}

/** Names that begin like this are meant for this program; others in a `.env` may be for Node or the system. */
const OWN = /^(?:GYOKAKU|SLACK|REMINDER|DIGEST|SCHEDULE|NOTE|THREAD|FEEDBACK|OPS|MODEL|EMBEDDING)_/u;
/** Letters in which a slip differs from what was meant, and in which a name with such a beginning may. */
const SLIP = 2;
const SAME_BEGINNING = 6;
/** A shorter name is easily like one of something else (HOST, POST and PORT). Letters. */
const SHORTEST = 6;
/** Known to other programs, and like one that is known here. */
const OTHERS: ReadonlySet<string> = new Set(['HTTP_PROXY']);

/** Names that were meant for this program, by their beginning or but for a slip, and have no effect. */
export function unknownNames(names: readonly string[]): UnknownName[] {
  return names.flatMap((name): UnknownName[] => {
    const upper = name.toUpperCase();
    // Those of the network are often written in lower case.
    if (VARIABLES.includes(name) || (upper in SLACK_VARIABLES && name === name.toLowerCase())) return [];
    if (OTHERS.has(upper)) return [];
    const isOwn = OWN.test(upper);
    const alike = VARIABLES.filter((known) =>
      isOwn ? beginning(known) === beginning(upper) : known.length >= SHORTEST,
    );
    const [nearest] = alike.map((known) => ({ known, off: distance(upper, known) })).sort((a, b) => a.off - b.off);
    if (!nearest || nearest.off > (isOwn ? SAME_BEGINNING : SLIP)) return isOwn ? [{ name, nearest: null }] : [];
    return [{ name, nearest: nearest.known }];
  });
}

function beginning(name: string): string {
  return name.split('_')[0] ?? '';
}

/** Letters to add, leave out or exchange. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const letter of a) {
    const above = row;
    row = [(above[0] ?? 0) + 1];
    for (const [i, other] of [...b].entries())
      row.push(Math.min((above[i] ?? 0) + (letter === other ? 0 : 1), (above[i + 1] ?? 0) + 1, (row[i] ?? 0) + 1));
  }
  return row.at(-1) ?? 0;
}
