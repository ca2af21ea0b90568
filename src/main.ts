import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { dataFolder, GENERAL_CORPUS, readEnvironment } from './config.ts';

const environment = readEnvironment();
// Before anything else is loaded: half the time of a short run is compiling. Without a writable folder there is no cache.
enableCompileCache(join(dataFolder(environment), 'compile-cache'));

const { endWithReader, processStreams, runFace } = await import('./console/entry.ts');
const { readSlackSettings } = await import('./settings/slack.ts');
const { readScheduleSettings } = await import('./settings/schedule.ts');
const { readModelSettings } = await import('./settings/model.ts');

endWithReader();
process.exitCode = await runFace(
  async ({ corpus, data }, { slack, schedule, model }) => {
    const folders = { corpus, general: GENERAL_CORPUS };
    const args = process.argv.slice(2);
    // With arguments somebody is asking for the terminal's help or for another corpus there.
    if (!slack || args.length > 0) {
      const { runStart } = await import('./console/start-command.ts');
      return runStart(args, folders, process, { model, data });
    }
    const { runSlack } = await import('./slack-process.ts');
    return runSlack({ slack, schedule, model }, { ...folders, data }, process);
  },
  environment,
  processStreams,
  { slack: readSlackSettings, schedule: readScheduleSettings, model: readModelSettings },
);
