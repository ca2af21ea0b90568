import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { createAgent } from 'langchain';
import { createLedger } from '../../src/agent/ledger.ts';
import { openModel } from '../../src/agent/model.ts';
import { loadPrompts } from '../../src/agent/prompts.ts';
import { createModelResponder } from '../../src/agent/responder.ts';
import { taskOf } from '../../src/agent/run.ts';
import { agentTools } from '../../src/agent/tools.ts';
import { type Assistant, openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { QUESTION } from '../agent/settings.ts';
import { type Bench, median } from './figures.ts';
import { type Step, steadyModel } from './steady-model.ts';

const STEPS: readonly Step[] = [
  { call: 'rank_figures', args: { measure: '超勤時間', year: 'FY2019', order: 'highest', count: 2 } },
  {
    call: 'look_up_figures',
    args: { subjects: ['子育て支援課', '総務課'], measures: ['有給休暇取得率'], years: ['FY2019'] },
  },
  {
    say: '令和元年度に超勤時間が多いのは子育て支援課（274.5時間）と総務課（225.8時間）です。令和元年度の有給休暇取得率は、子育て支援課が28.10%、総務課が12.20%です。',
  },
];
const WARM = 50;

const RUNS = 150;

/** What the model path costs besides the model. */
export async function measure(): Promise<Bench> {
  const value = await modelOverhead(await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS), RUNS);
  const name = 'model path, median as against a bare agent';
  return { about: [], facts: {}, measured: [{ name, value, unit: 'times', limit: 1.2 }] };
}

/** Time of our path with a scripted model, as a multiple of a bare agent of the library with the same script and functions. */
async function modelOverhead(assistant: Assistant, runs: number): Promise<number> {
  const server = await steadyModel(STEPS);
  const settings = { baseUrl: server.baseUrl, apiKey: () => null, model: 'm', timeoutMs: 20_000, embeddingModel: null };
  const responder = createModelResponder(assistant, settings, { fetch, ledger: createLedger(), data: 'nowhere' });
  const [model, scope, { system }] = [openModel(settings, fetch), assistant.scope(), loadPrompts()];
  const bare = async (): Promise<void> => {
    const tools = agentTools(
      scope,
      async () => scope,
      () => {},
    );
    const agent = createAgent({ model, tools, systemPrompt: new SystemMessage(system) });
    await agent.invoke({ messages: [new HumanMessage(taskOf(QUESTION, '', scope))] });
  };
  const ours = async (): Promise<void> => {
    const { answer } = await responder.respond(QUESTION, null, { signal: new AbortController().signal });
    if (!answer.model) throw new Error(`the model's answer did not stand: ${answer.text}`);
  };
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  try {
    for (let run = 0; run < runs + WARM; run++) {
      for (const [name, work] of [
        ['ours', ours],
        ['bare', bare],
      ] as const) {
        const start = performance.now();
        await work();
        if (run >= WARM) times[name].push(performance.now() - start);
      }
    }
  } finally {
    await server.close();
  }
  return median(times.ours) / median(times.bare);
}
