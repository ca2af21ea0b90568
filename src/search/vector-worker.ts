import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { buildIndex } from './vector-index.ts';

/** Builds an index and writes it to a file, off the event loop of the program. */
const { vectors, dimension, file } = z
  .object({ vectors: z.instanceof(Float32Array), dimension: z.int().positive(), file: z.string() })
  .parse(workerData);
const index = await buildIndex(vectors, dimension);
index.writeIndexSync(file);
parentPort?.postMessage('written');
