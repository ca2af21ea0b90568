import { afterEach, expect, it } from 'vitest';
import { CLERK, dmOf, GUEST, STAFF } from '../../support/slack/cast.ts';
import { type Running, run } from '../running.ts';

let office: Running;
afterEach(() => office.stop());

const show = (value: unknown) => JSON.stringify(value);

it('questions to begin with are offered to those alone whose questions are answered', async () => {
  office = await run();
  await office.slack.person(GUEST).opensMessages();
  await office.slack.person(STAFF).opensMessages();
  await office.slack.workspace.until(() => office.slack.agent.prompts[0], 'prompts');
  await office.restart();
  expect(office.slack.agent.prompts.map(({ channel }) => channel)).toEqual([dmOf(STAFF)]);
});

it('Home is shown as soon as Slack takes it', async () => {
  office = await run();
  office.slack.faults.next('views.publish', { kind: 'ratelimited', retryAfter: 1 }, { kind: 'error500' });
  await office.slack.person(STAFF).opensHome();
  await office.slack.views.homeThat(STAFF);
});

it.each([[['data_table']], [['data_table', 'rich_text']]])('Home has the same figures without %j', async (types) => {
  office = await run();
  await office.slack.person(STAFF).opensHome();
  const rich = await office.slack.views.homeThat(STAFF);
  const printed = [...show(rich.blocks).matchAll(/"type":"raw_number","value":\d+,"text":"(\d+)"/g)].map(([, n]) => n);
  expect(printed.length).toBeGreaterThan(10);
  for (const type of types) office.slack.refusedBlocks.add(type);
  await office.slack.person(STAFF).opensHome();
  const plain = await office.slack.views.homeThat(STAFF, ({ hash }) => hash !== rich.hash);
  const used = new Set(plain.blocks.map(({ type }) => type));
  for (const type of types) expect(used).not.toContain(type);
  const rows = show(plain.blocks).match(/・体系：[^"]*/)?.[0] ?? '';
  expect([...rows.matchAll(/：(\d+)/g)].map(([, n]) => n)).toEqual(printed);
  await office.slack.person(CLERK).opensHome();
  expect(show((await office.slack.views.homeThat(CLERK)).blocks)).toContain('• Pillar: ');
});
