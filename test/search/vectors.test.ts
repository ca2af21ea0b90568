import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEmbeddingCache } from '../../src/search/embedding-cache.ts';
import { words } from '../../src/search/text.ts';
import { makeIndex, readIndex } from '../../src/search/vector-index.ts';
import { type Embedder, fuse, openWidener } from '../../src/search/vectors.ts';
import { realScope } from '../support/scope.ts';

const { search, report } = realScope();
const go = new AbortController().signal;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gyokaku-vectors-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Words of one meaning share a dimension: what an embedding model knows and a list of words does not. */
const SAME: Readonly<Record<string, string>> = { 働き: '超過', 過ぎ: '勤務', 印かん: '押印' };
const DIMENSION = 256;

/** A bag of words as a vector, with what was embedded. */
function anEmbedder(dimension = DIMENSION, model = 'bag'): { embedder: Embedder; asked: string[][] } {
  const asked: string[][] = [];
  const vectorOf = (text: string): number[] => {
    const vector = Array.from({ length: dimension }, () => 0.001);
    for (const word of words(text).map((w) => SAME[w] ?? w)) {
      const at = [...word].reduce((hash, c) => (hash * 31 + (c.codePointAt(0) ?? 0)) % dimension, 7);
      vector[at] = (vector[at] ?? 0) + 1;
    }
    return vector;
  };
  return {
    asked,
    embedder: {
      model,
      async embed(texts, signal) {
        signal.throwIfAborted();
        asked.push([...texts]);
        return texts.map(vectorOf);
      },
    },
  };
}

const titles = (found: ReturnType<typeof search.find>): string[] => found.map((hit) => hit.passage.title);

describe('vectors beside the words', () => {
  it('find a passage that shares no word with the query', async () => {
    const { embedder } = anEmbedder();
    const wide = await openWidener(embedder, aFolder()).around(report.id, search, '押印見直し 行政文書', go);
    const terms = search.terms('xyzzy');
    expect(search.find(terms, 5)).toEqual([]);
    expect(titles(wide.find(terms, 5))[0]).toBe('行政文書等の押印見直し');
  });
  it('keep what the words found, and the number asked for', async () => {
    const { embedder } = anEmbedder();
    const wide = await openWidener(embedder, aFolder()).around(report.id, search, '滞納整理の一元化', go);
    const terms = search.terms('滞納整理の一元化');
    expect(titles(wide.find(terms, 5))[0]).toBe(titles(search.find(terms, 5))[0]);
    expect(wide.find(terms, 3)).toHaveLength(3);
  });
  it('are fused by rank: found by both comes first', () => {
    const [a, b, c] = search.passages;
    if (!a || !b || !c) throw new Error('too few passages');
    const lexical = [a, b].map((passage, i) => ({ passage, score: 9 - i, terms: [0] }));
    expect(fuse(lexical, [b, c]).map((hit) => [hit.passage.id, hit.terms.length])).toEqual([
      [b.id, 1],
      [a.id, 1],
      [c.id, 0],
    ]);
  });
  it('that fail leave the words alone', async () => {
    const failing: Embedder = { model: 'none', embed: () => Promise.reject(new Error('no server')) };
    expect(await openWidener(failing, aFolder()).around(report.id, search, '押印', go)).toBe(search);
    const uneven: Embedder = {
      model: 'uneven',
      embed: async (texts) => texts.map((_, i) => Array.from({ length: 2 + i }, () => 1)),
    };
    expect(await openWidener(uneven, aFolder()).around(report.id, search, '押印', go)).toBe(search);
  });
});

describe('what was embedded', () => {
  it('is embedded once: in batches, then from disk', async () => {
    const folder = aFolder();
    const first = anEmbedder();
    await openWidener(first.embedder, folder).prepare(report.id, search);
    expect(first.asked.flat()).toHaveLength(
      new Set(search.passages.map((p) => `${p.title}\n${p.heading}\n${p.body}`)).size,
    );
    expect(Math.max(...first.asked.map((batch) => batch.length))).toBeLessThanOrEqual(64);
    const again = anEmbedder();
    await openWidener(again.embedder, folder).prepare(report.id, search);
    expect(again.asked).toEqual([]);
  });
  it('is embedded anew for another model or dimension', async () => {
    const folder = aFolder();
    await openWidener(anEmbedder().embedder, folder).prepare(report.id, search);
    for (const { embedder, asked } of [anEmbedder(DIMENSION, 'other'), anEmbedder(128, 'third')]) {
      const wide = await openWidener(embedder, folder).around(report.id, search, '押印見直し 行政文書', go);
      expect(asked.length).toBeGreaterThan(1);
      expect(titles(wide.find([], 1))).toEqual(['行政文書等の押印見直し']);
    }
  });
  it('survives a stop half way: the next try asks for the rest', async () => {
    const folder = aFolder();
    const { embedder, asked } = anEmbedder();
    const halting: Embedder = {
      model: embedder.model,
      async embed(texts, signal) {
        if (asked.length === 1) widener.close();
        return embedder.embed(texts, signal);
      },
    };
    const widener = openWidener(halting, folder);
    await widener.prepare(report.id, search);
    const rest = anEmbedder();
    await openWidener(rest.embedder, folder).prepare(report.id, search);
    expect(rest.asked.flat().some((text) => asked.flat().includes(text))).toBe(false);
  });
  it('with damaged lines is embedded again where it is damaged', async () => {
    const folder = aFolder();
    const cache = await openEmbeddingCache(folder, 'm');
    await cache.add([
      { text: 'a', vector: [1, 2] },
      { text: 'b', vector: [3, 4] },
    ]);
    const [file = ''] = readdirSync(folder);
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    writeFileSync(join(folder, file), `${lines[0]?.slice(0, 40)}\n\u0000garbage\n{"hash":1}\n${lines[1]}\n`);
    const reopened = await openEmbeddingCache(folder, 'm');
    expect([reopened.get('a'), reopened.get('b')]).toEqual([undefined, [3, 4]]);
  });
  it('is kept in memory where the folder cannot be written to', async () => {
    const file = join(aFolder(), 'a-file');
    writeFileSync(file, '');
    const { embedder } = anEmbedder();
    const wide = await openWidener(embedder, join(file, 'below')).around(report.id, search, '押印見直し 行政文書', go);
    expect(titles(wide.find([], 1))).toEqual(['行政文書等の押印見直し']);
  });
});

describe('a server of vectors that is slow, changed or broken', () => {
  /** Answers when it is let. */
  function aSlowEmbedder() {
    const { embedder, asked } = anEmbedder();
    const gate = Promise.withResolvers<void>();
    const slow: Embedder = {
      model: 'slow',
      async embed(texts, signal) {
        signal.throwIfAborted();
        await Promise.race([gate.promise, new Promise((_, reject) => signal.addEventListener('abort', reject))]);
        return embedder.embed(texts, signal);
      },
    };
    return { slow, asked, let: gate.resolve };
  }

  it('keeps nobody waiting longer than they want, even while others build', async () => {
    const { slow } = aSlowEmbedder();
    const widener = openWidener(slow, aFolder());
    onTestFinished(() => widener.close());
    void widener.prepare(report.id, search);
    expect(await widener.around(report.id, search, '押印', AbortSignal.timeout(20))).toBe(search);
  });
  it('goes on building for others when one asker stops', async () => {
    const { slow, let: open } = aSlowEmbedder();
    const told: unknown[] = [];
    const widener = openWidener(slow, aFolder(), (error) => told.push(error));
    const stop = new AbortController();
    const [first, second] = [stop.signal, go].map((signal) =>
      widener.around(report.id, search, '押印見直し 行政文書', signal),
    );
    stop.abort();
    expect(await first).toBe(search);
    open();
    expect(titles((await second)?.find([], 1) ?? [])).toEqual(['行政文書等の押印見直し']);
    expect(told).toEqual([]);
  });
  it('is told of when nobody waits for it any more, once', async () => {
    const gate = Promise.withResolvers<never>();
    const told: unknown[] = [];
    const refusing: Embedder = { model: 'refusing', embed: () => gate.promise };
    const widener = openWidener(refusing, aFolder(), (error) => told.push(error));
    const building = widener.prepare(report.id, search);
    expect(await widener.around(report.id, search, '押印', AbortSignal.timeout(20))).toBe(search);
    gate.reject(new Error('401 Unauthorized'));
    await building;
    await widener.prepare(report.id, search);
    expect(await widener.around(report.id, search, '押印', go)).toBe(search);
    expect(told.map(String)).toEqual([expect.stringMatching(/^TimeoutError/u), 'Error: 401 Unauthorized']);
  });
  it('is not told of where it is closed', async () => {
    const { slow } = aSlowEmbedder();
    const told: unknown[] = [];
    const widener = openWidener(slow, aFolder(), (error) => told.push(error));
    const building = widener.prepare(report.id, search);
    const asking = widener.around(report.id, search, '押印', AbortSignal.timeout(50));
    widener.close();
    await building;
    expect(await asking).toBe(search);
    expect(told).toEqual([]);
  });
  it('that has another model under the same name is asked again for all passages, once', async () => {
    const folder = aFolder();
    await openWidener(anEmbedder().embedder, folder).prepare(report.id, search);
    const changed = anEmbedder(64);
    const widener = openWidener(changed.embedder, folder);
    for (let question = 0; question < 2; question++) {
      const wide = await widener.around(report.id, search, '押印見直し 行政文書', go);
      expect(titles(wide.find([], 1))).toEqual(['行政文書等の押印見直し']);
    }
    const passages = new Set(search.passages.map((p) => `${p.title}\n${p.heading}\n${p.body}`)).size;
    expect(changed.asked.flat()).toHaveLength(passages + 2);
    const again = anEmbedder(64);
    await openWidener(again.embedder, folder).prepare(report.id, search);
    expect(again.asked).toEqual([]);
  });
  it('that has another model is noticed also when only some passages are new', async () => {
    const folder = aFolder();
    await openWidener(anEmbedder().embedder, folder).prepare(report.id, search);
    const [some] = search.passages;
    if (!some) throw new Error('no passage');
    const more = { ...search, passages: [...search.passages, { ...some, id: 9999, title: '新しい' }] };
    const wide = await openWidener(anEmbedder(64).embedder, folder).around(report.id, more, '押印見直し 行政文書', go);
    expect(titles(wide.find([], 1))).toEqual(['行政文書等の押印見直し']);
  });
  it.each([
    ['no numbers', () => [Number.NaN, 1]],
    ['nothing', () => []],
  ])('that returns %s is not believed, and is told of once', async (_what, vectorOf) => {
    const told: unknown[] = [];
    const broken: Embedder = { model: 'broken', embed: async (texts) => texts.map(vectorOf) };
    const folder = aFolder();
    const widener = openWidener(broken, folder, (error) => told.push(error));
    for (let question = 0; question < 3; question++)
      expect(await widener.around(report.id, search, '押印', go)).toBe(search);
    expect(told).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the index on disk', () => {
  const vectors = new Float32Array(Array.from({ length: 300 * 8 }, (_, i) => Math.sin(i * 12.9898)));
  const key = { model: 'm', dimension: 8, content: 'c', count: 300 };
  const nearest = (index: Awaited<ReturnType<typeof makeIndex>>): number | undefined =>
    index.searchKnn([...vectors.subarray(8 * 42, 8 * 43)], 1).neighbors[0];

  it('is read back as it was built', async () => {
    const folder = aFolder();
    expect(nearest(await makeIndex(folder, 'i', key, vectors))).toBe(42);
    const read = await readIndex(folder, 'i', key);
    expect(read && nearest(read)).toBe(42);
  });
  it('is built in a worker above a number of passages, with the same result', async () => {
    const folder = aFolder();
    expect(nearest(await makeIndex(folder, 'i', key, vectors, 100))).toBe(42);
    expect(readdirSync(folder).sort()).toEqual(['i.hnsw', 'i.json']);
  });
  it.each([
    ['another model', { ...key, model: 'n' }],
    ['another corpus', { ...key, content: 'd' }],
    ['another dimension', { ...key, dimension: 4 }],
    ['another number of passages', { ...key, count: 299 }],
  ])('is not used for %s', async (_what, other) => {
    const folder = aFolder();
    await makeIndex(folder, 'i', key, vectors);
    expect(await readIndex(folder, 'i', other)).toBeNull();
  });
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['with one byte turned', (bytes) => Buffer.from(bytes.map((byte, i) => (i === 100 ? byte ^ 255 : byte)))],
    ['foreign', () => Buffer.from('not an index at all')],
    ['empty', () => Buffer.alloc(0)],
  ])('%s is not opened', async (_what, damage) => {
    const folder = aFolder();
    await makeIndex(folder, 'i', key, vectors);
    writeFileSync(join(folder, 'i.hnsw'), damage(readFileSync(join(folder, 'i.hnsw'))));
    expect(await readIndex(folder, 'i', key)).toBeNull();
    expect(nearest(await makeIndex(folder, 'i', key, vectors))).toBe(42);
  });
});
