import { GENERAL_CORPUS, readEnvironment } from './config.ts';
import { runAsk } from './console/ask-command.ts';
import { endWithReader, processStreams, runFace } from './console/entry.ts';
import { readModelNetwork, readModelSettings } from './settings/model.ts';

endWithReader();
process.exitCode = await runFace(
  ({ corpus, data }, { model, network }) =>
    runAsk(process.argv.slice(2), { corpus, general: GENERAL_CORPUS }, processStreams, { model, network, data }),
  readEnvironment(),
  processStreams,
  { model: readModelSettings, network: readModelNetwork },
);
