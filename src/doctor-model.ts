import type { Trial } from './agent/probe.ts';
import { DOCTOR_EN, DOCTOR_JA } from './doctor-wording.ts';
import { openWay } from './open-responder.ts';
import { exposedHost, type ModelSettings } from './settings/model.ts';
import type { NetworkSettings } from './settings/slack.ts';

type Say = (isGood: boolean, ja: string, en: string) => void;

/** Tries the language model and its vectors, and says what came of it; true when both may be used. */
export async function examineModel(
  model: ModelSettings | null,
  network: NetworkSettings | null,
  say: Say,
): Promise<boolean> {
  if (model === null) {
    say(true, DOCTOR_JA.noModel, DOCTOR_EN.noModel);
    return true;
  }
  const { tryEmbeddings, tryModel } = await import('./agent/probe.ts');
  const { fetch, close } = await openWay(network);
  const tell = (variable: 'MODEL' | 'EMBEDDING_MODEL', name: string, trial: Trial): boolean => {
    const { host } = new URL(model.baseUrl);
    if (trial.isGood) say(true, DOCTOR_JA.model(variable, name, host), DOCTOR_EN.model(variable, name, host));
    else
      say(
        false,
        DOCTOR_JA.mendModel[trial.why](variable, name, trial.detail),
        DOCTOR_EN.mendModel[trial.why](variable, name, trial.detail),
      );
    return trial.isGood;
  };
  try {
    const exposed = exposedHost(model);
    if (exposed) say(false, DOCTOR_JA.exposed(exposed), DOCTOR_EN.exposed(exposed));
    const answers = tell('MODEL', model.model, await tryModel(model, fetch));
    const { embeddingModel } = model;
    const embeds =
      embeddingModel === null ||
      tell('EMBEDDING_MODEL', embeddingModel, await tryEmbeddings(model, embeddingModel, fetch));
    return answers && embeds && exposed === null;
  } finally {
    await close();
  }
}
