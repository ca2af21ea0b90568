import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, LONGEST_RESULT } from '../../src/agent/fit.ts';
import { renderResult } from '../../src/agent/render.ts';
import { runTool, type ToolCall } from '../../src/tools/all.ts';
import { scope } from '../answer/support.ts';

const rendered = (call: ToolCall): string => renderResult(runTool(scope, call));

describe('a result as a model reads it', () => {
  it.each<ToolCall>([
    { name: 'progress', args: { by: 'pillar' } },
    { name: 'progress', args: { by: 'section' } },
    { name: 'list_items', args: {} },
    { name: 'status_changes', args: {} },
    { name: 'rank_figures', args: { measure: '有給休暇取得率', order: 'lowest', count: 100 } },
    { name: 'report_contents', args: {} },
  ])('is whole: $name $args', (call) => {
    const text = rendered(call);
    expect(text.length).toBeLessThan(LONGEST_RESULT);
    expect(JSON.parse(text)).not.toHaveProperty('leftOut');
  });

  it('has every row of the progress by pillar, with prints, and the note once', () => {
    const text = rendered({ name: 'progress', args: { by: 'pillar' } });
    const { rows, before } = JSON.parse(text);
    const subjects = (of: readonly { subject: string }[]) => of.map(({ subject }) => subject);
    expect([subjects(rows), subjects(before)]).toEqual([scope.report.pillars, scope.report.pillars]);
    const printed = scope.report.results?.pillars.find(({ pillar }) => pillar === rows[0].subject);
    expect(rows[0]).toMatchObject({ total: printed?.total, counts: { done: expect.any(String) } });
    expect(rows[0].shares.done).toMatch(/^[\d.]+%$/u);
    expect(text.split('前倒して実施した').length).toBe(2);
  });

  it('that is too long loses the ends of its lists, and says how many', () => {
    const items = scope.report.items.map(({ kind, number }) => ({ kind, number }));
    const text = rendered({ name: 'get_items', args: { items } });
    const read = JSON.parse(text);
    expect(text.length).toBeLessThanOrEqual(LONGEST_RESULT);
    expect(read.items.length + read.leftOut.items).toBe(items.length);
    expect(read.leftOut.how).toMatch(/left out/u);
  });

  it('is JSON of the allowed length, whatever is in it', () => {
    const parts = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.anything({ maxDepth: 2 }), { maxKeys: 5 });
    const lists = fc.array(fc.string({ maxLength: 400 }), { maxLength: 40 });
    fc.assert(
      fc.property(parts, lists, fc.string({ maxLength: 3000 }), (some, list, title) => {
        const text = fitted({ list, title, kind: 'x', some: JSON.stringify(some) }, 1000);
        expect(text.length).toBeLessThanOrEqual(1000);
        expect(JSON.parse(text)).toHaveProperty('kind', 'x');
      }),
    );
  });
});
