import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lexicon, loadLexicon, mergeLexicons } from '../../src/answer/lexicon.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { AppError } from '../../src/errors.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gyokaku-lexicon-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function load(data: unknown): Promise<Lexicon> {
  await writeFile(join(folder, 'lexicon.json'), typeof data === 'string' ? data : JSON.stringify(data));
  const lexicon = await loadLexicon(folder);
  if (!lexicon) throw new Error('no lexicon');
  return lexicon;
}

describe('a lexicon file', () => {
  test('that is not there is none', async () => {
    expect(await loadLexicon(join(folder, 'nowhere'))).toBeNull();
  });
  test('may be empty', async () => {
    expect(await load({})).toMatchObject({ words: {}, measures: [], stop: { ja: [], en: [] } });
  });
  test('of the product is valid, for any city and for this one', async () => {
    for (const place of [GENERAL_CORPUS, join(GENERAL_CORPUS, 'arao-r2')])
      expect(await loadLexicon(place)).not.toBeNull();
  });
  test('that is no JSON is refused by its name', async () => {
    await expect(load('{"words": ')).rejects.toMatchObject({ code: 'LEXICON_INVALID' });
    await expect(load('{"words": ')).rejects.toThrow(join(folder, 'lexicon.json'));
  });
  test.each([
    [{ words: { nonsense: { ja: ['a'] } } }, 'words'],
    [{ words: { status: { jp: ['状況'] } } }, 'words.status'],
    [{ words: { status: { ja: [''] } } }, 'words.status.ja.0'],
    [{ statuses: { finished: { ja: ['完了'] } } }, 'statuses'],
    [{ numbers: { two: { ja: ['二つ'] } } }, 'numbers'],
    [{ measures: [{ names: [] }] }, 'measures.0.names'],
    [{ measures: [{ names: ['歳入'] }, { names: ['歳出'], worse: 'low' }] }, 'measures.1.worse'],
    [{ related: [{ typed: ['a'] }] }, 'related.0.report'],
    [{ colours: [] }, 'colours'],
    [[], 'expected object'],
  ])('%j is refused at its place', async (data, place) => {
    const error = await load(data).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'LEXICON_INVALID' });
    expect(String(error)).toContain('lexicon.json');
    expect(String(error)).toContain(place);
  });
  test('is refused with all of its problems at once', async () => {
    const error = await load({ measures: [{ names: [] }], items: [{ ja: ['x'] }] }).catch((e: unknown) => e);
    expect(String(error)).toContain('measures.0.names');
    expect(String(error)).toContain('items.0.names');
  });
});

describe('lexicons laid together', () => {
  test('keep all forms, those of the first before those of the second', async () => {
    const first = await load({
      words: { status: { ja: ['甲'] } },
      statuses: { done: { ja: ['済'] } },
      stop: { ja: ['ね'] },
      suffixes: { sections: ['班'] },
      sections: [{ names: ['一課'] }],
      city: { en: 'First' },
    });
    const second = await load({
      words: { status: { ja: ['乙'], en: ['state'] }, owner: { ja: ['担当'] } },
      statuses: { done: { en: ['done'] } },
      stop: { ja: ['よ'] },
      suffixes: { sections: ['課'] },
      sections: [{ names: ['二課'] }],
      related: [{ typed: ['ハンコ'], report: ['押印'] }],
      city: { en: 'Second' },
    });
    expect(mergeLexicons([first, second])).toMatchObject({
      words: { status: { ja: ['甲', '乙'], en: ['state'] }, owner: { ja: ['担当'], en: [] } },
      statuses: { done: { ja: ['済'], en: ['done'] } },
      stop: { ja: ['ね', 'よ'] },
      suffixes: { sections: ['班', '課'] },
      sections: [{ names: ['一課'] }, { names: ['二課'] }],
      related: [{ typed: ['ハンコ'], report: ['押印'] }],
      city: { en: 'First' },
    });
    expect(first.sections).toHaveLength(1);
  });
  test('that are none are an empty one', () => {
    expect(mergeLexicons([])).toMatchObject({ words: {}, items: [], related: [] });
  });
});
