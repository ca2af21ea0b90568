import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openAssistant } from './answer/assistant.ts';
import { GENERAL_CORPUS, readEnvironment } from './config.ts';
import { isStarted, processStreams, runFace } from './console/entry.ts';
import { EXIT, type ExitCode, type Output } from './console/streams.ts';
import { examineModel } from './doctor-model.ts';
import { DOCTOR_EN, DOCTOR_JA } from './doctor-wording.ts';
import { subscriptionsOf } from './jobs/from-settings.ts';
import { createLog } from './log.ts';
import { type ModelSettings, readModelNetwork, readModelSettings } from './settings/model.ts';
import { readScheduleSettings, type ScheduleSettings } from './settings/schedule.ts';
import { type NetworkSettings, readSlackSettings, type SlackSettings } from './settings/slack.ts';
import { clientLogger, openApi } from './slack/api.ts';
import { examine } from './slack/doctor.ts';
import { isPerson } from './slack/ids.ts';
import { openNetwork } from './slack/network.ts';
import { probeFolder } from './state/database.ts';

const MANIFEST = fileURLToPath(new URL('../manifest.json', import.meta.url));
const manifestSchema = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

export interface DoctorFolders {
  readonly corpus: string;
  readonly general: string;
  readonly data: string;
}

export interface DoctorParts {
  readonly slack: SlackSettings | null;
  readonly schedule: ScheduleSettings;
  readonly model: ModelSettings | null;
  /** The way to the server of the model. */
  readonly network: NetworkSettings | null;
}

/** `npm run doctor`: says of each thing that the bot needs whether it works, and what to click when it does not. */
export async function runDoctor(
  { slack, schedule, model, network }: DoctorParts,
  folders: DoctorFolders,
  output: Output,
): Promise<ExitCode> {
  const say = (isGood: boolean, ja: string, en: string) => {
    output.write(
      `[${isGood ? DOCTOR_JA.good : DOCTOR_JA.bad}] ${ja}\n[${isGood ? DOCTOR_EN.good : DOCTOR_EN.bad}] ${en}\n\n`,
    );
  };
  const assistant = await openAssistant(folders.corpus, folders.general);
  const names = assistant.library.reports.map(({ city, name }) => `${city ?? ''} ${name}`.trim()).join(', ');
  say(true, DOCTOR_JA.corpus(names), DOCTOR_EN.corpus(names));
  probeFolder(folders.data);
  say(true, DOCTOR_JA.data(folders.data), DOCTOR_EN.data(folders.data));
  const hasModel = await examineModel(model, network, say);
  if (slack === null) {
    say(false, DOCTOR_JA.noTokens, DOCTOR_EN.noTokens);
    return hasModel ? EXIT.done : EXIT.wrongInput;
  }
  const way = openNetwork(slack.network);
  // What the clients have to say is said by the findings.
  const logger = clientLogger(createLog('error', { write: () => undefined }));
  const open = (token: string) => openApi({ token, url: slack.apiUrl, network: way, logger });
  const manifest = manifestSchema.parse(JSON.parse(await readFile(MANIFEST, 'utf8')));
  try {
    const findings = await examine({
      settings: slack,
      api: open(slack.botToken),
      appApi: slack.transport.kind === 'socket' ? open(slack.transport.appToken) : null,
      scopes: manifest.oauth_config.scopes.bot,
      channels: channelsOf(slack, schedule),
    });
    for (const { check, isGood, detail } of findings) {
      const [ja, en] = isGood ? [DOCTOR_JA.found, DOCTOR_EN.found] : [DOCTOR_JA.mend, DOCTOR_EN.mend];
      say(isGood, ja[check](detail), en[check](detail));
    }
    const isHealthy = hasModel && findings.every(({ isGood }) => isGood);
    output.write(
      isHealthy ? `${DOCTOR_JA.allGood}\n${DOCTOR_EN.allGood}\n` : `${DOCTOR_JA.someBad}\n${DOCTOR_EN.someBad}\n`,
    );
    return isHealthy ? EXIT.done : EXIT.wrongInput;
  } finally {
    await way.close();
  }
}

/** Every channel that the settings name, once. Direct messages need no invitation. */
function channelsOf({ channels }: SlackSettings, schedule: ScheduleSettings): string[] {
  const scheduled = subscriptionsOf(schedule).map(({ channel }) => channel);
  return [...new Set([...(channels ?? []), ...scheduled])].filter((channel) => !isPerson(channel));
}

if (isStarted(import.meta.url)) {
  process.exitCode = await runFace(
    ({ corpus, data }, parts) => runDoctor(parts, { corpus, data, general: GENERAL_CORPUS }, process.stdout),
    readEnvironment(),
    processStreams,
    {
      slack: readSlackSettings,
      schedule: readScheduleSettings,
      model: readModelSettings,
      network: readModelNetwork,
    },
  );
}
