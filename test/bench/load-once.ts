import { openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';

// One cold load in a process of its own: reading the report and its words, then building its index.
const start = performance.now();
const assistant = await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS);
assistant.scope();
process.stdout.write(JSON.stringify({ ms: performance.now() - start }));
