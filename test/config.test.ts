import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { GENERAL_CORPUS, readConfig, readEnvFile, readEnvironment } from '../src/config.ts';
import { VARIABLES } from '../src/settings/wording.ts';

const folder = mkdtempSync(join(tmpdir(), 'gyokaku-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('settings', () => {
  it('are all optional; an empty value is none', () => {
    for (const environment of [{}, { GYOKAKU_DATA: '', GYOKAKU_CORPUS: '  ' }]) {
      const settings = readConfig(environment, {});
      expect(settings.ok && settings.config.corpus).toBe(GENERAL_CORPUS);
      expect(settings.ok && settings.config.data).toBe(fileURLToPath(new URL('../data', import.meta.url)));
    }
  });

  it('name folders', () => {
    const data = join(folder, 'not-yet-there');
    expect(readConfig({ GYOKAKU_DATA: data, GYOKAKU_CORPUS: folder }, {})).toEqual({
      ok: true,
      config: { data, corpus: folder },
      parts: {},
    });
  });

  it('are refused with every problem at once, each with its variable and what to set', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const settings = readConfig({ GYOKAKU_DATA: file, GYOKAKU_CORPUS: join(folder, 'nowhere') }, {});
    expect(settings).toMatchObject({
      ok: false,
      problems: [
        expect.stringMatching(
          /^GYOKAKU_DATA: .*フォルダーではありません。.*\nGYOKAKU_DATA: .*file is not a folder\. In/u,
        ),
        expect.stringMatching(/^GYOKAKU_CORPUS: .*nowhere は.*\nGYOKAKU_CORPUS: .*nowhere is not a folder\. In/u),
      ],
    });
  });

  it('come from .env where the environment does not have them', () => {
    const file = join(folder, '.env');
    writeFileSync(file, 'GYOKAKU_DATA=/from/file\nPATH=/from/file\n');
    const environment = readEnvironment(file);
    expect(environment.GYOKAKU_DATA).toBe('/from/file');
    expect(environment.PATH).not.toBe('/from/file');
    expect(readEnvironment(join(folder, 'nowhere')).PATH).toBe(environment.PATH);
  });

  it.each(['utf16le', 'utf8'] as const)(
    'are read from a .env with the mark that the editor of Windows puts before %s',
    (encoding) => {
      const file = join(folder, `${encoding}.env`);
      writeFileSync(file, Buffer.from('\ufeffGYOKAKU_DATA=/資料\r\n', encoding));
      expect(readEnvFile(file)).toEqual({ GYOKAKU_DATA: '/資料' });
    },
  );

  it('stand in .env.example, each of them and no others', () => {
    const example = readFileSync(fileURLToPath(new URL('../.env.example', import.meta.url)), 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]);
    expect(named).toEqual(VARIABLES);
  });
});
