import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { dataFolder, GENERAL_CORPUS, readEnvironment } from './config.ts';

const environment = readEnvironment();
// Before anything else is loaded: half the time of a short run is compiling. Without a writable folder there is no cache.
enableCompileCache(join(dataFolder(environment), 'compile-cache'));

const { endWithReader, processStreams, runFace } = await import('./console/entry.ts');
const { runStart } = await import('./console/start-command.ts');

endWithReader();
process.exitCode = await runFace(
  ({ corpus }) => runStart(process.argv.slice(2), { corpus, general: GENERAL_CORPUS }, process),
  environment,
  processStreams,
);
