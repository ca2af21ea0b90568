import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { dataFolder, GENERAL_CORPUS, readEnvironment } from './config.ts';

const environment = readEnvironment();
// Before anything else is loaded: half the time of a short run is compiling. Without a writable folder there is no cache.
enableCompileCache(join(dataFolder(environment), 'compile-cache'));

const { endWithReader, processStreams, runFace } = await import('./console/entry.ts');
const { readModelSettings } = await import('./settings/model.ts');
const { runAsk } = await import('./console/ask-command.ts');

endWithReader();
process.exitCode = await runFace(
  ({ corpus, data }, { model }) =>
    runAsk(process.argv.slice(2), { corpus, general: GENERAL_CORPUS }, processStreams, { model, data }),
  environment,
  processStreams,
  { model: readModelSettings },
);
