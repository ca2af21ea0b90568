import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HierarchicalNSW } from 'hnswlib-node';
import { makeFolder } from '../folder.ts';

/** Building more than these takes long enough to be noticed by others who ask. */
const MOST_ON_LOOP = 2000;
const LINKS = 16;
const CONSTRUCTION = 200;
const SEED = 100;

/** What an index was made of; another corpus, model or dimension needs another index. */
export interface IndexKey {
  readonly model: string;
  readonly dimension: number;
  /** Hash of all texts in order. */
  readonly content: string;
  readonly count: number;
}

/** The index on disk, or null when there is none for this key or the file is not as it was written. */
export async function readIndex(folder: string, name: string, key: IndexKey): Promise<HierarchicalNSW | null> {
  const [file, note] = [join(folder, `${name}.hnsw`), join(folder, `${name}.json`)];
  try {
    const bytes = await readFile(file);
    // A damaged file can end the process inside the library: it is opened only when it is the very one that was written.
    if ((await readFile(note, 'utf8')) !== noteOf(key, bytes)) return null;
    const index = await emptyIndex(key.dimension);
    await index.readIndex(file);
    return index.getCurrentCount() === key.count ? index : null;
  } catch {
    return null;
  }
}

/** Builds an index over vectors laid end to end, and keeps it where the folder can be written to. */
export async function makeIndex(
  folder: string,
  name: string,
  key: IndexKey,
  vectors: Float32Array,
  onLoop = MOST_ON_LOOP,
): Promise<HierarchicalNSW> {
  const scratch = await mkdtemp(join(tmpdir(), 'gyokaku-vectors-'));
  const draft = join(scratch, 'index');
  try {
    let index: HierarchicalNSW;
    if (key.count > onLoop) {
      await inWorker(vectors, key.dimension, draft);
      index = await emptyIndex(key.dimension);
      await index.readIndex(draft);
    } else {
      index = await buildIndex(vectors, key.dimension);
      await index.writeIndex(draft);
    }
    await keep(folder, name, key, await readFile(draft));
    return index;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Builds in this thread. */
export async function buildIndex(vectors: Float32Array, dimension: number): Promise<HierarchicalNSW> {
  const index = await emptyIndex(dimension);
  const count = vectors.length / dimension;
  index.initIndex(Math.max(1, count), LINKS, CONSTRUCTION, SEED);
  for (let id = 0; id < count; id++) index.addPoint([...vectors.subarray(id * dimension, (id + 1) * dimension)], id);
  return index;
}

async function emptyIndex(dimension: number): Promise<HierarchicalNSW> {
  const { default: hnswlib } = await import('hnswlib-node');
  return new hnswlib.HierarchicalNSW('cosine', dimension);
}

function inWorker(vectors: Float32Array, dimension: number, file: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const worker = new Worker(new URL('./vector-worker.ts', import.meta.url), {
    workerData: { vectors, dimension, file },
  });
  worker.once('message', () => resolve());
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('The worker that builds the index ended without one.')));
  return promise;
}

/** Renamed into place, the note last: a write that is cut short leaves an index that is not opened. */
async function keep(folder: string, name: string, key: IndexKey, bytes: Buffer): Promise<void> {
  try {
    makeFolder(folder);
    for (const [file, content] of [
      [`${name}.hnsw`, bytes],
      [`${name}.json`, noteOf(key, bytes)],
    ] as const) {
      await writeFile(join(folder, `${file}.new`), content);
      await rename(join(folder, `${file}.new`), join(folder, file));
    }
  } catch {
    // A folder that cannot be written to: the index is built again at the next start.
  }
}

function noteOf(key: IndexKey, bytes: Buffer): string {
  return JSON.stringify({ ...key, sha256: createHash('sha256').update(bytes).digest('hex') });
}
