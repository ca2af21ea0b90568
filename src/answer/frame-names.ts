import type { TextBlock } from '../report/model.ts';
import type { AbsentKind } from './meaning.ts';
import type { Span } from './spans.ts';

/** Naming an account once more says nothing more. */
export function distinct(mentions: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(mentions.map((mention) => [mention.join('\n'), mention])).values()];
}

/** Sections and pillars that are named by their stem only. */
export function weakNames(spans: readonly Span[]): {
  readonly sections: readonly string[];
  readonly pillars: readonly string[];
} {
  const meanings = spans.flatMap((s) => s.meanings);
  return {
    sections: unique(meanings.flatMap((m) => (m.type === 'section' && m.weak ? [m.name] : []))),
    pillars: unique(meanings.flatMap((m) => (m.type === 'pillar' && m.weak ? [m.name] : []))),
  };
}

/** A name of a kind that reports have, and this one does not. */
export interface AbsentName {
  readonly kind: AbsentKind;
  readonly name: string;
}

export function absentNames(spans: readonly Span[]): AbsentName[] {
  const isOfAccount = spans.some((s) => s.meanings.some((m) => m.type === 'account'));
  return spans.flatMap((s) => {
    const only = s.meanings.every((m) => m.type === 'absent' || m.type === 'related');
    const first = s.meanings.find((m) => m.type === 'absent');
    // "Insurance section" beside a named account is a part of its name.
    const meant = first?.kind !== 'section' || !isOfAccount;
    return only && meant && first?.type === 'absent'
      ? [{ kind: first.kind, name: first.kind === 'section' ? s.text : first.name }]
      : [];
  });
}

/** A caption speaks only where no table has the measure of that name. */
export function captionsOf(spans: readonly Span[]): TextBlock[] {
  return unique(
    spans.flatMap((s) =>
      s.meanings.some((m) => m.type === 'measure')
        ? []
        : s.meanings.flatMap((m) => (m.type === 'caption' ? [m.block] : [])),
    ),
  );
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
