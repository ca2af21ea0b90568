import type { Report, SourceRef } from '../report/model.ts';
import { key } from '../search/text.ts';
import { isAlike, type Miss } from './miss.ts';
import type { Scope } from './tool.ts';

/** A policy that the running text lists under a pillar. */
export interface StatedPolicy {
  readonly name: string;
  readonly pillar: string;
  readonly source: SourceRef;
}

/**
 * Policies of the running text that no item row prints: the report says that they exist and of which pillar they are,
 * but not which items are theirs. A policy that a row spells a little differently is that row's.
 */
export function unlinkedPolicies({ text, pillars, items }: Report): StatedPolicy[] {
  const printed = [...new Set(items.flatMap((item) => item.policy ?? []))];
  return text.flatMap((block): StatedPolicy[] => {
    const pillar = pillars.find((p) => key(block.heading).includes(key(p)));
    if (block.kind !== 'list' || pillar === undefined) return [];
    const name = block.text.replace(/^[^\p{L}\p{N}]+/u, '');
    return printed.some((policy) => isAlike(policy, name)) ? [] : [{ name, pillar, source: block.source }];
  });
}

/** Why a list by these policies can have no items: the policy is unknown, or no row prints it. */
export function policyMisses({ report }: Scope, asked: readonly string[]): Miss[] {
  const printed = [...new Set(report.items.flatMap((item) => item.policy ?? []))];
  return asked.flatMap((policy): Miss[] => {
    if (printed.some((p) => key(p) === key(policy))) return [];
    const stated = unlinkedPolicies(report).find(({ name }) => key(name) === key(policy));
    if (!stated) return [{ what: 'subject', asked: policy, nearest: printed }];
    return [{ what: 'unlinked-policy', policy: stated.name, pillar: stated.pillar, source: stated.source }];
  });
}
