import { existsSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Half the time of a short run is compiling, so that is kept. This is plain JavaScript because it has to be on before the
// first .ts file is loaded: for each that the cache lacks, Node loads its type stripper, which takes 50 ms and 15 MB.
try {
  process.loadEnvFile(fileURLToPath(new URL('../.env', import.meta.url)));
} catch {
  // Without a .env everything has its usual value.
}
// biome-ignore lint/style/noProcessEnv: config.ts, which alone reads the environment, can only be loaded after this.
const data = process.env.GYOKAKU_DATA?.trim() || fileURLToPath(new URL('../data', import.meta.url));
try {
  mkdirSync(data, { mode: 0o700 });
} catch {
  // It is there, or whoever needs it makes it or says why not.
}
// Without a folder there is no cache.
if (existsSync(data)) enableCompileCache(join(data, 'compile-cache'));
