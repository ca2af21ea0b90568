import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { type EmbeddingCache, hashOf, openEmbeddingCache } from './embedding-cache.ts';
import type { Hit } from './lexical.ts';
import type { Passage } from './passages.ts';
import { raced } from './raced.ts';
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
  /**
   * A search whose `find` has the passages nearest to the query beside those with its words; the same one on failure, and
   * when the signal comes first.
   */
  around(report: string, search: Search, query: string, signal: AbortSignal): Promise<Search>;
  /** Embeds and indexes the passages of a report ahead of the first query. Never rejects. */
  prepare(report: string, search: Search): Promise<void>;
  /** Ends what is being built; vectors that were got so far are kept. */
  close(): void;
}

const BATCH = 64;
/** Small embedding models refuse longer texts; the start of a passage says what it is about. */
const LONGEST = 1500;
const NEAREST = 10;
/** Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009): how little the first ranks weigh more than the next. */
const FUSION = 60;
/** A large corpus takes its time to embed. */
const BUILDING_MS = 600_000;

interface Store {
  readonly passages: PassageVectors;
  readonly dimension: number;
}

/** Another try would end the same way. */
class UnevenVectors extends Error {}

/**
 * Vectors of passages, kept in a folder: those of texts by content and model, and an index for each report. An index is
 * built for everybody: whoever asks may stop waiting for it, and ends it for nobody. `onFailure` is told of a failure
 * once, and again after something worked; that it took too long is told once more when it is known why.
 */
export function openWidener(
  embedder: Embedder,
  folder: string,
  onFailure: (error: unknown) => void = () => {},
): Widener {
  const closing = new AbortController();
  const stores = new Map<string, Promise<Store>>();
  let cache: Promise<EmbeddingCache> | null = null;
  let told: 'slow' | 'broken' | null = null;
  const tell = (error: unknown): void => {
    const why = isTimeout(error) ? 'slow' : 'broken';
    if (closing.signal.aborted || told === why || told === 'broken') return;
    told = why;
    onFailure(error);
  };
  const contentOf = ({ passages }: Search): string => hashOf(JSON.stringify(passages.map(textOf)));
  const storeOf = (report: string, search: Search): Promise<Store> => {
    const content = contentOf(search);
    const known = stores.get(content);
    if (known) return known;
    cache ??= openEmbeddingCache(folder, embedder.model);
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(BUILDING_MS)]);
    const texts = search.passages.map(textOf);
    const store = cache.then((opened) => openStore(report, texts, content, embedder, opened, folder, signal));
    stores.set(content, store);
    // The next question tries again, from the vectors that were got so far.
    store.catch((error: unknown) => {
      if (!(error instanceof UnevenVectors)) stores.delete(content);
      tell(error);
    });
    return store;
  };
  /** The model under this name is another one than when the passages were embedded. */
  const renewed = async (old: Promise<Store>, length: number, report: string, search: Search): Promise<Store> => {
    const opened = await cache;
    const content = contentOf(search);
    if (stores.get(content) === old) {
      stores.delete(content);
      await opened?.keep(length);
    }
    return storeOf(report, search);
  };
  const near = async (report: string, search: Search, query: string, signal: AbortSignal): Promise<Passage[]> => {
    const building = storeOf(report, search);
    const [vector = []] = await vectorsOf([query.slice(0, LONGEST)], embedder, signal);
    const built = await building;
    const store = built.dimension === vector.length ? built : await renewed(building, vector.length, report, search);
    if (store.dimension !== vector.length) throw new UnevenVectors('The query has a vector of another length.');
    const found = await store.passages.similaritySearchVectorWithScore([...vector], NEAREST);
    return found.flatMap(([{ id }]) => search.passages.filter((p) => String(p.id) === id));
  };
  return {
    async around(report, search, query, signal) {
      try {
        const passages = await raced(signal, () => near(report, search, query, signal));
        told = null;
        return { ...search, find: (terms, count) => fuse(search.find(terms, count), passages).slice(0, count) };
      } catch (error) {
        // Vectors only widen: without them the words still find what they found.
        const isStop = signal.aborted && !isTimeout(signal.reason);
        if (!isStop) tell(error);
        return search;
      }
    },
    async prepare(report, search) {
      await storeOf(report, search).catch(() => {});
    },
    close: () => closing.abort(),
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
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
): Promise<Store> {
  const vectors = await embedded(texts, embedder, cache, signal);
  const dimension = vectors[0]?.length ?? 0;
  const key = { model: embedder.model, dimension, content, count: texts.length };
  const name = `passages-${hashOf(report).slice(0, 16)}`;
  const index =
    (await readIndex(folder, name, key)) ?? (await makeIndex(folder, name, key, new Float32Array(vectors.flat())));
  return { passages: new PassageVectors(embeddingsOf(embedder, signal), index), dimension };
}

/** The vectors of all texts, from the cache where it has them. */
async function embedded(
  texts: readonly string[],
  embedder: Embedder,
  cache: EmbeddingCache,
  signal: AbortSignal,
): Promise<readonly (readonly number[])[]> {
  for (let isRenewed = false; ; isRenewed = true) {
    let length = 0;
    const missing = [...new Set(texts)].filter((text) => !cache.get(text));
    for (let at = 0; at < missing.length; at += BATCH) {
      const batch = missing.slice(at, at + BATCH);
      const vectors = await vectorsOf(batch, embedder, signal);
      length = vectors.at(-1)?.length ?? 0;
      await cache.add(batch.flatMap((text, i) => (vectors[i] ? [{ text, vector: vectors[i] }] : [])));
    }
    const vectors = texts.map((text) => cache.get(text) ?? []);
    if (vectors[0]?.length && vectors.every((vector) => vector.length === vectors[0]?.length)) return vectors;
    if (isRenewed) throw new UnevenVectors('The embedding model returned vectors of different lengths.');
    // What was kept may be of another model of this name: it is embedded again, once.
    await cache.keep(length);
  }
}

/** @throws Error for what is no vector: hnswlib takes it, and finds nothing by it. */
async function vectorsOf(
  texts: readonly string[],
  embedder: Embedder,
  signal: AbortSignal,
): Promise<readonly (readonly number[])[]> {
  const vectors = await embedder.embed(texts, signal);
  if (
    vectors.length !== texts.length ||
    vectors.some((vector) => vector.length === 0 || !vector.every(Number.isFinite))
  )
    throw new Error('The embedding model returned something else than a vector for each text.');
  return vectors;
}

function embeddingsOf(embedder: Embedder, signal: AbortSignal): EmbeddingsInterface {
  const all = async (texts: string[]): Promise<number[][]> =>
    (await vectorsOf(texts, embedder, signal)).map((vector) => [...vector]);
  return { embedDocuments: all, embedQuery: async (text) => (await all([text]))[0] ?? [] };
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
