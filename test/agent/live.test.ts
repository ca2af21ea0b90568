import { expect, it } from 'vitest';
import { createLedger } from '../../src/agent/ledger.ts';
import { createModelResponder } from '../../src/agent/responder.ts';
import { readConfig, readEnvironment } from '../../src/config.ts';
import { readModelSettings } from '../../src/settings/model.ts';
import { assistant } from '../answer/support.ts';

const environment = readEnvironment();
const QUESTIONS = [
  '残業が多い課の有給取得率は低い？',
  '残業時間が多い5課のうち有給取得率が平均より低い課は？',
  '財務マネジメントで遅れている項目と理由をまとめて',
  '人材マネジメントの取組をやさしい日本語で説明して',
  '病院会計の推移を議員向けに説明して',
  '未実施の項目の理由を一覧で',
  "explain the hospital account's trend to a council member",
  'Summarise the human resources pillar',
  'Which sections in the overtime top 5 also have low paid leave?',
];

it.runIf(environment.LIVE_MODEL === '1')(
  'the configured model answers the sample questions',
  async () => {
    const read = readConfig(environment, { model: readModelSettings });
    if (!read.ok || !read.parts.model) throw new Error(read.ok ? 'MODEL is not set' : read.problems.join('\n'));
    const ledger = createLedger();
    const failures: string[] = [];
    const responder = createModelResponder(assistant, read.parts.model, {
      fetch,
      ledger,
      data: read.config.data,
      onFailure: (why, detail) => failures.push(`${why}: ${detail}`),
    });
    await responder.prepare();
    let stood = 0;
    for (const question of QUESTIONS) {
      const start = performance.now();
      const { answer } = await responder.respond(question, null, { signal: new AbortController().signal });
      if (answer.model) stood++;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      process.stdout.write(`\n${answer.model ? 'stood ' : 'rules '} ${seconds} s  ${question}\n${answer.text}\n`);
    }
    process.stdout.write(
      `\n${stood} of ${QUESTIONS.length} stood; ${JSON.stringify(ledger.sent())}\n${failures.join('\n')}\n`,
    );
    expect(stood).toBeGreaterThan(QUESTIONS.length / 2);
  },
  600_000,
);
