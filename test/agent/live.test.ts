import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createLedger } from '../../src/agent/ledger.ts';
import { createModelResponder } from '../../src/agent/responder.ts';
import type { Assistant, Turn } from '../../src/answer/assistant.ts';
import { readConfig, readEnvironment } from '../../src/config.ts';
import { openWay } from '../../src/open-responder.ts';
import { readModelNetwork, readModelSettings } from '../../src/settings/model.ts';
import { assistant } from '../answer/support.ts';
import { judge } from '../eval/judge.ts';
import { readQuestions } from '../eval/question-file.ts';

const environment = readEnvironment();
/** What the rules do not read; nobody but a reader can judge the answers. */
const OPEN = [
  '残業が多い課の有給取得率をわかりやすく説明して',
  '財務マネジメントで遅れている項目と理由をまとめて',
  '人材マネジメントの取組をやさしい日本語で説明して',
  '病院会計の推移を議員向けに説明して',
  "explain the hospital account's trend to a council member",
  'Summarise the human resources pillar',
];
/** Reads nothing, so that the model is asked everything, also what the rules have an answer to compare with. */
const unreading: Assistant = {
  ...assistant,
  ask(question, previous) {
    const { answer, turn } = assistant.ask(question, previous);
    return { answer: { ...answer, unread: true }, turn };
  },
};
const usageSchema = z.object({ usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }) });

it.runIf(environment.LIVE_MODEL === '1')(
  'the configured model answers the sample questions',
  async () => {
    const read = readConfig(environment, { model: readModelSettings, network: readModelNetwork });
    if (!read.ok || !read.parts.model) throw new Error(read.ok ? 'MODEL is not set' : read.problems.join('\n'));
    const { fetch, close } = await openWay(read.parts.network);
    const tokens = { in: 0, out: 0 };
    const counting: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      const { data } = usageSchema.safeParse(
        await response
          .clone()
          .json()
          .catch(() => null),
      );
      tokens.in += data?.usage.prompt_tokens ?? 0;
      tokens.out += data?.usage.completion_tokens ?? 0;
      return response;
    };
    const ledger = createLedger();
    const failures: string[] = [];
    const responder = createModelResponder(unreading, read.parts.model, {
      fetch: counting,
      ledger,
      data: read.config.data,
      onFailure: (why, detail) => failures.push(`${why}: ${detail}`),
    });
    const print = (text: string) => process.stdout.write(`${text}\n`);
    const ask = async (question: string, previous: Turn | null) => {
      const start = performance.now();
      const { answer } = await responder.respond(question, previous, { signal: new AbortController().signal });
      return { ...answer, seconds: (performance.now() - start) / 1000 };
    };
    await responder.prepare();
    const questions = await readQuestions(fileURLToPath(new URL('../eval/questions.jsonl', import.meta.url)));
    const count = Number(environment.LIVE_COUNT ?? questions.length);
    const asked: { stood: boolean; right: boolean; seconds: number }[] = [];
    for (const question of questions.slice(0, count)) {
      let turn: Turn | null = null;
      for (const earlier of question.thread ?? []) turn = assistant.ask(earlier, turn).turn;
      const { text, citations, model, seconds } = await ask(question.q, turn);
      const reasons = judge(question, { answer: text, citations });
      asked.push({ stood: model !== undefined, right: reasons.length === 0, seconds });
      print(
        `${model ? 'model' : 'rules'} ${seconds.toFixed(1)} s ${reasons.length === 0 ? 'right' : reasons[0]}  ${question.q}`,
      );
    }
    for (const question of OPEN) {
      const { text, model, seconds } = await ask(question, null);
      print(`\n${model ? 'model' : 'rules'} ${seconds.toFixed(1)} s  ${question}\n${text}`);
    }
    const stood = asked.filter((one) => one.stood);
    const right = stood.filter((one) => one.right);
    const requests = ledger.sent().map((sent) => `${sent.host}: ${sent.requests} requests, ${sent.bytes} bytes`);
    const all = asked.length + OPEN.length;
    print(
      [
        '',
        `Answers of the model: ${stood.length} of ${asked.length} stood, ${right.length} of them right (${percent(right.length, stood.length)}).`,
        `With those of the rules where it had none: ${percent(asked.filter((one) => one.right).length, asked.length)} right.`,
        `Cost: ${tokens.in} tokens in, ${tokens.out} out; ${Math.round((tokens.in + tokens.out) / all)} for a question. ${requests.join('; ')}.`,
        ...failures,
      ].join('\n'),
    );
    await responder.close();
    await close();
    expect(right.length).toBeGreaterThan(asked.length / 2);
  },
  7_200_000,
);

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
