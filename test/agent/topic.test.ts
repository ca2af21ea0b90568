import { describe, expect, it } from 'vitest';
import { topicOf } from '../../src/agent/topic.ts';
import { assistant } from '../answer/support.ts';
import { askModel } from './support.ts';

const FOLLOW_UP = 'わかりやすく説明して';
const HELD_BACK = [
  '090-1234-5678の山田花子さんの債権の滞納整理はどうなっていますか',
  '荒尾市大島1丁目2番3号の山田花子さんの人材マネジメントの取組を要約して',
  '荒尾市大島390番地の山田花子さんの財務マネジメントの取組を要約して',
];

describe('what a follow-up is sent with', () => {
  it.each(HELD_BACK.slice(0, 2))('holds no word of a question that was held back: %s', async (question) => {
    const { turn } = assistant.ask(question, null);
    const { server } = await askModel(FOLLOW_UP, [{ say: 'NOT IN THE REPORT' }], { previous: turn });
    expect(server.requests).toHaveLength(1);
    const sent = String(server.requests[0]?.messages[1]?.content);
    for (const word of ['山田', '花子', '大島', '090', '1丁目', '390']) expect(sent).not.toContain(word);
  });

  it.each([
    ['病院事業会計の純損益の推移は？', '病院事業会計 純損益'],
    ['項目23の状況は？', '債権に関する滞納整理の一元化'],
    ['山田さんのいる税務課のR1の有給は？', '税務課 有給休暇取得率 令和元年度'],
    ['超勤が一番多い課は？', '超勤時間'],
    ['人材マネジメントの進捗は？', '人材マネジメント'],
  ])('are the names of the report: %s', (question, names) => {
    const { turn } = assistant.ask(question, null);
    for (const name of names.split(' ')) expect(topicOf(turn.frame, assistant.scope())).toContain(name);
  });

  it('are nothing but names of the report, whatever was asked', () => {
    const scope = assistant.scope();
    const known = JSON.stringify([scope.report.items, scope.report.pillars, scope.figures.tables]);
    for (const question of [
      ...HELD_BACK,
      '山田さんは病院と水道のどちらを心配していますか',
      'Mr. Smith wants the overtime of the tax section',
    ])
      for (const name of topicOf(assistant.ask(question, null).turn.frame, scope).split('\n'))
        expect(known).toContain(name);
  });
});
