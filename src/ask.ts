import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { dataFolder, GENERAL_CORPUS } from './config.ts';

// Before anything else is loaded: half the time of a short run is compiling. Without a writable folder there is no cache.
enableCompileCache(join(dataFolder(), 'compile-cache'));

const { endWithReader, processStreams, runFace } = await import('./console/entry.ts');
const { runAsk } = await import('./console/ask-command.ts');

endWithReader();
process.exitCode = await runFace(
  ({ corpus }) => runAsk(process.argv.slice(2), { corpus, general: GENERAL_CORPUS }, processStreams),
  processStreams,
);
