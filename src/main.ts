import { GENERAL_CORPUS, readEnvironment } from './config.ts';
import { endWithReader, processStreams, runFace } from './console/entry.ts';
import { readModelNetwork, readModelSettings } from './settings/model.ts';
import { readScheduleSettings } from './settings/schedule.ts';
import { readSlackSettings } from './settings/slack.ts';

const environment = readEnvironment();
endWithReader();
process.exitCode = await runFace(
  async ({ corpus, data }, { slack, schedule, model, network }) => {
    const folders = { corpus, general: GENERAL_CORPUS };
    const args = process.argv.slice(2);
    // With arguments somebody is asking for the terminal's help or for another corpus there.
    if (!slack || args.length > 0) {
      const { runStart } = await import('./console/start-command.ts');
      return runStart(args, folders, process, { model, network, data });
    }
    const { runSlack } = await import('./slack-process.ts');
    const isBelowNpm = environment.npm_lifecycle_event !== undefined;
    return runSlack({ slack, schedule, model }, { ...folders, data }, process, isBelowNpm);
  },
  environment,
  processStreams,
  {
    slack: readSlackSettings,
    schedule: readScheduleSettings,
    model: readModelSettings,
    network: readModelNetwork,
  },
);
