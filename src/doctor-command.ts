import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openAssistant } from './answer/assistant.ts';
import { GENERAL_CORPUS, readEnvFile, readEnvironment } from './config.ts';
import { endWithReader, isStarted, processStreams, runFace } from './console/entry.ts';
import { EXIT, type ExitCode, type Output } from './console/streams.ts';
import { examineModel } from './doctor-model.ts';
import { DOCTOR_EN, DOCTOR_JA } from './doctor-wording.ts';
import { subscriptionsOf, unknownSections } from './jobs/from-settings.ts';
import { createLog } from './log.ts';
import { describeProblem } from './report-page.ts';
import type { Language } from './report-wording.ts';
import { type ModelSettings, readModelNetwork, readModelSettings } from './settings/model.ts';
import { readScheduleSettings, type ScheduleSettings } from './settings/schedule.ts';
import { checkSlackSettings, type NetworkSettings, type SlackSettings } from './settings/slack.ts';
import { type UnknownName, unknownNames } from './settings/unknown.ts';
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
  /** Names of `.env` that have no effect. */
  readonly unknown: readonly UnknownName[];
}

/** `npm run doctor`: says of each thing that the bot needs whether it works, and what to click when it does not. */
export async function runDoctor(
  { slack, schedule, model, network, unknown }: DoctorParts,
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
  for (const { id, problems } of assistant.refused) {
    const first = (language: Language) =>
      problems
        .slice(0, 1)
        .map((problem) => describeProblem(problem, language))
        .join('');
    say(
      false,
      DOCTOR_JA.refused(id, problems.length, first('ja')),
      DOCTOR_EN.refused(id, problems.length, first('en')),
    );
  }
  const sections = unknownSections(schedule, assistant.scope());
  if (sections.length > 0) say(false, DOCTOR_JA.sections(sections), DOCTOR_EN.sections(sections));
  for (const { name, nearest } of unknown)
    say(false, DOCTOR_JA.unknown(name, nearest), DOCTOR_EN.unknown(name, nearest));
  const isWell = assistant.refused.length + sections.length + unknown.length === 0;
  probeFolder(folders.data);
  say(true, DOCTOR_JA.data(folders.data), DOCTOR_EN.data(folders.data));
  const hasModel = await examineModel(model, network, say);
  if (slack === null) {
    say(false, DOCTOR_JA.noTokens, DOCTOR_EN.noTokens);
    return isWell && hasModel ? EXIT.done : EXIT.wrongInput;
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
    const isHealthy = isWell && hasModel && findings.every(({ isGood }) => isGood);
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
  endWithReader();
  const unknown = unknownNames(Object.keys(readEnvFile()));
  process.exitCode = await runFace(
    ({ corpus, data }, parts) =>
      runDoctor({ ...parts, unknown }, { corpus, data, general: GENERAL_CORPUS }, process.stdout),
    readEnvironment(),
    processStreams,
    {
      slack: checkSlackSettings,
      schedule: readScheduleSettings,
      model: readModelSettings,
      network: readModelNetwork,
    },
  );
}
