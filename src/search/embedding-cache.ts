import { createHash } from 'node:crypto';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../folder.ts';

/** Vectors of texts by their content, for one embedding model. */
export interface EmbeddingCache {
  get(text: string): readonly number[] | undefined;
  /** Keeps vectors in memory, and on disk where that can be written to. */
  add(entries: readonly { readonly text: string; readonly vector: readonly number[] }[]): Promise<void>;
  /** Forgets vectors of another length: they are of another model that had this name. */
  keep(length: number): Promise<void>;
}

/** Opens the cache of a model: `FOLDER/embeddings-HASH.jsonl`. Lines that cannot be read are texts to embed anew. */
export async function openEmbeddingCache(folder: string, model: string): Promise<EmbeddingCache> {
  const file = join(folder, `embeddings-${hashOf(model).slice(0, 16)}.jsonl`);
  const known = new Map<string, readonly number[]>();
  const stored = await readFile(file, 'utf8').catch(() => '');
  for (const line of stored.split('\n')) {
    const entry = readLine(line);
    if (entry) known.set(entry.hash, entry.vector);
  }
  const write = async (entries: Iterable<readonly [hash: string, vector: readonly number[]]>): Promise<void> => {
    const lines = [...entries].map(([hash, vector]) => {
      const bytes = Buffer.from(new Float32Array(vector).buffer);
      const printed = bytes.toString('base64');
      return `${JSON.stringify({ hash, vector: printed, check: checkOf(hash, printed) })}\n`;
    });
    try {
      makeFolder(folder);
      await appendFile(file, lines.join(''));
    } catch {
      // A folder that cannot be written to costs the same requests again at the next start, and nothing else.
    }
  };
  return {
    get: (text) => known.get(hashOf(text)),
    async add(entries) {
      const added = entries.map(({ text, vector }) => [hashOf(text), vector] as const);
      for (const [hash, vector] of added) known.set(hash, vector);
      await write(added);
    },
    async keep(length) {
      for (const [hash, vector] of known) if (vector.length !== length) known.delete(hash);
      await rm(file, { force: true }).catch(() => {});
      await write(known);
    },
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function checkOf(hash: string, vector: string): string {
  return hashOf(`${hash} ${vector}`).slice(0, 16);
}

function readLine(line: string): { hash: string; vector: number[] } | null {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null || !('hash' in entry) || !('vector' in entry)) return null;
    const { hash, vector } = entry;
    if (typeof hash !== 'string' || typeof vector !== 'string') return null;
    // A letter that changed on disk is still a vector, and would be a wrong one for good.
    if (!('check' in entry) || entry.check !== checkOf(hash, vector)) return null;
    const bytes = Buffer.from(vector, 'base64');
    if (bytes.length === 0 || bytes.length % 4 !== 0) return null;
    const floats = Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
    return floats.every(Number.isFinite) ? { hash, vector: floats } : null;
  } catch {
    return null;
  }
}
