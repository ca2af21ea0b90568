import type { Answer } from './assemble.ts';
import type { Frame } from './frame.ts';

/** The frame as later questions see it: with the item or section that the answer turned out to be about. */
export function settled(frame: Frame, answer: Answer): Frame {
  const result = answer.called.flatMap(({ result: r }) =>
    r.kind === 'ranking' && r.rows.every((row) => row.rank === r.rows[0]?.rank)
      ? r.rows.map((row) => row.figure.subject)
      : [],
  );
  if (answer.kind !== 'answer' || frame.items.length > 0 || frame.titles.length > 0) return { ...frame, result };
  const found = answer.called.flatMap(({ result: r }) => (r.kind === 'passages' ? r.hits.slice(0, 1) : []));
  const item = found[0]?.item;
  if (!item) return { ...frame, result };
  return {
    ...frame,
    result,
    items: [{ kind: item.kind, number: item.number }],
    sections: [],
    measures: [],
    accounts: [],
    pillars: [],
    topic: [],
  };
}
