import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../src/folder.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'gyokaku-folder-'));
});
afterEach(() => rmSync(place, { recursive: true }));

describe('a folder', () => {
  it('is made with those above it, for its owner alone', () => {
    const folder = join(place, 'a', 'b', 'c');
    makeFolder(folder);
    for (const made of [folder, join(place, 'a')]) expect(statSync(made).mode & 0o777).toBe(0o700);
  });
  it('that is there stays as it is', () => {
    makeFolder(place);
    expect(existsSync(place)).toBe(true);
  });
  it('below a file is an error', () => {
    writeFileSync(join(place, 'file'), '');
    expect(() => makeFolder(join(place, 'file', 'x'))).toThrow(/ENOTDIR/);
  });
  it.runIf(existsSync('/proc/self'))('where none can be made is an error, and not tried for ever', () => {
    expect(() => makeFolder('/proc/nothing/here')).toThrow(/ENOENT/);
  });
});
