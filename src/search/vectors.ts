import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { type EmbeddingCache, hashOf, openEmbeddingCache } from './embedding-cache.ts';
import type { Hit } from './lexical.ts';
import type { Passage } from './passages.ts';
import type { Search } from './search.ts';
import { makeIndex, readIndex } from './vector-index.ts';
import { PassageVectors } from './vector-store.ts';

/** Turns texts into vectors. Rejects when the signal says so. */
export interface Embedder {
  readonly model: string;
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly (readonly number[])[]>;
}

/** Widens full-text search by passages that are near in meaning. */
export interface Widener {
  /** A search whose `find` has the passages nearest to the query beside those with its words; the same one on failure. */
  around(report: string, search: Search, query: string, signal: AbortSignal): Promise<Search>;
  /** Embeds and indexes the passages of a report ahead of the first query. */
  prepare(report: string, search: Search, signal: AbortSignal): Promise<void>;
}

const BATCH = 64;
/** Small embedding models refuse longer texts; the start of a passage says what it is about. */
const LONGEST = 1500;
const NEAREST = 10;
/** Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009): how little the first ranks weigh more than the next. */
const FUSION = 60;

/** Vectors of passages, kept in a folder: those of texts by content and model, and an index for each report. */
export function openWidener(embedder: Embedder, folder: string): Widener {
  const stores = new Map<string, Promise<PassageVectors>>();
  let cache: Promise<EmbeddingCache> | null = null;
  const storeOf = (report: string, { passages }: Search, signal: AbortSignal): Promise<PassageVectors> => {
    const texts = passages.map(textOf);
    const content = hashOf(JSON.stringify(texts));
    const known = stores.get(content);
    if (known) return known;
    cache ??= openEmbeddingCache(folder, embedder.model);
    const store = cache.then((opened) => openStore(report, texts, content, embedder, opened, folder, signal));
    stores.set(content, store);
    // A failure is not kept: the next question tries again, from the vectors that were got so far.
    store.catch(() => stores.delete(content));
    return store;
  };
  return {
    async around(report, search, query, signal) {
      try {
        const store = await storeOf(report, search, signal);
        const [vector] = await embedder.embed([query.slice(0, LONGEST)], signal);
        if (!vector) return search;
        const near = await store.similaritySearchVectorWithScore([...vector], NEAREST);
        const passages = near.flatMap(([{ id }]) => search.passages.filter((p) => String(p.id) === id));
        return { ...search, find: (terms, count) => fuse(search.find(terms, count), passages).slice(0, count) };
      } catch {
        // Vectors only widen: without them the words still find what they found.
        return search;
      }
    },
    async prepare(report, search, signal) {
      await storeOf(report, search, signal);
    },
  };
}

function textOf({ title, heading, body }: Passage): string {
  return [title, heading, body].join('\n').slice(0, LONGEST);
}

async function openStore(
  report: string,
  texts: readonly string[],
  content: string,
  embedder: Embedder,
  cache: EmbeddingCache,
  folder: string,
  signal: AbortSignal,
): Promise<PassageVectors> {
  const missing = [...new Set(texts)].filter((text) => !cache.get(text));
  for (let at = 0; at < missing.length; at += BATCH) {
    const batch = missing.slice(at, at + BATCH);
    const vectors = await embedder.embed(batch, signal);
    await cache.add(batch.flatMap((text, i) => (vectors[i] ? [{ text, vector: vectors[i] }] : [])));
  }
  const vectors = texts.map((text) => cache.get(text) ?? []);
  const dimension = vectors[0]?.length ?? 0;
  if (dimension === 0 || vectors.some((vector) => vector.length !== dimension))
    throw new Error('The embedding model returned vectors of different lengths.');
  const key = { model: embedder.model, dimension, content, count: texts.length };
  const name = `passages-${hashOf(report).slice(0, 16)}`;
  const index =
    (await readIndex(folder, name, key)) ?? (await makeIndex(folder, name, key, new Float32Array(vectors.flat())));
  return new PassageVectors(embeddingsOf(embedder, signal), index);
}

function embeddingsOf({ embed }: Embedder, signal: AbortSignal): EmbeddingsInterface {
  const vectorsOf = async (texts: string[]): Promise<number[][]> => (await embed(texts, signal)).map((v) => [...v]);
  return { embedDocuments: vectorsOf, embedQuery: async (text) => (await vectorsOf([text]))[0] ?? [] };
}

/** Both lists as one, by rank. A passage that only the vectors found holds none of the terms. */
export function fuse(lexical: readonly Hit[], near: readonly Passage[]): Hit[] {
  const rank = (at: number): number => (at < 0 ? 0 : 1 / (FUSION + at));
  const own = near.filter((p) => !lexical.some((hit) => hit.passage.id === p.id));
  const all = [...lexical, ...own.map((passage): Hit => ({ passage, score: 0, terms: [] }))];
  return all
    .map((hit) => {
      const at = lexical.findIndex((other) => other.passage.id === hit.passage.id);
      return { ...hit, score: rank(at) + rank(near.findIndex((p) => p.id === hit.passage.id)) };
    })
    .toSorted((a, b) => b.score - a.score);
}
