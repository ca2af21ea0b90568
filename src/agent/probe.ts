import { HumanMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { raced } from '../search/raced.ts';
import type { ModelSettings } from '../settings/model.ts';
import { reportContents } from '../tools/contents.ts';
import { causesOf, failureOf, statusOf } from './failure.ts';
import { openEmbedder, openModel } from './model.ts';

/** What a trial of the model or of its vectors came to. */
export type Trial =
  | { readonly isGood: true }
  | {
      readonly isGood: false;
      /** `silent`: it answers, but calls no function. */
      readonly why: 'unreachable' | 'key' | 'name' | 'refused' | 'slow' | 'silent';
      /** Names and codes, nothing that was said. */
      readonly detail: string;
    };

/** Asks the model for one function call. Nothing of a report is sent. */
export function tryModel(settings: ModelSettings, fetch: typeof globalThis.fetch): Promise<Trial> {
  const { name, description, schema } = reportContents;
  const offered = tool(() => '', { name, description, schema });
  return attempt(settings, async (signal) => {
    const model = openModel(settings, fetch).bindTools([offered]);
    const { tool_calls } = await model.invoke([new HumanMessage(`Call the function ${name}.`)], { signal });
    return (tool_calls ?? []).length > 0 ? { isGood: true } : { isGood: false, why: 'silent', detail: 'no tool_calls' };
  });
}

/** Asks for one vector. */
export function tryEmbeddings(settings: ModelSettings, model: string, fetch: typeof globalThis.fetch): Promise<Trial> {
  return attempt(settings, async (signal) => {
    const [vector = []] = await openEmbedder(settings, model, fetch).embed(['report'], signal);
    const isVector = vector.length > 0 && vector.every(Number.isFinite);
    return isVector ? { isGood: true } : { isGood: false, why: 'silent', detail: 'no vector' };
  });
}

async function attempt({ timeoutMs }: ModelSettings, work: (signal: AbortSignal) => Promise<Trial>): Promise<Trial> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await raced(signal, () => work(signal));
  } catch (error) {
    const status = statusOf(causesOf(error));
    const { detail } = failureOf(error);
    if (signal.aborted) return { isGood: false, why: 'slow', detail };
    if (status === null) return { isGood: false, why: 'unreachable', detail };
    if (status === 401 || status === 403) return { isGood: false, why: 'key', detail };
    return { isGood: false, why: status === 404 ? 'name' : 'refused', detail };
  }
}
