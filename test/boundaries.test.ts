import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/report/model.ts';
import { readReport } from '../src/report/read.ts';
import { readSource, type SourceFile, sourceFiles } from './support/source-files.ts';

/** Rooms from the ground up: each may import those below it. Files directly in `src` are faces. */
const ROOMS = ['report', 'search', 'tools', 'answer', 'agent', 'digest', 'state', 'jobs', 'slack'];
const FACES = ROOMS.length;
/** Below all rooms: may be imported from everywhere and imports nothing. */
const FOUNDATION = ['errors.ts', 'folder.ts', 'log.ts'];
/** Reads the environment; only faces know it. Each part of the settings has a file of its own beside it. */
const SETTINGS = 'config.ts';
const SETTINGS_PARTS = 'settings/';
/** Do their work when they are loaded, so nobody imports them. */
const ENTRIES = [
  'main.ts',
  'ask.ts',
  'report-command.ts',
  'doctor-command.ts',
  'feedback-command.ts',
  'schedule-command.ts',
];
const MOST_LINES = 250;
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const MAY_SPEAK_JAPANESE =
  /^(?:report\/(?:form|notation|prose-notation|fiscal-year)|answer\/wording(?:-[a-z-]+)?|(?:slack|digest|agent|settings)\/wording(?:-[a-z-]+)?|(?:face|report|doctor|schedule)-wording)\.ts$/;
/** Names shorter than this are parts of ordinary words. */
const SHORTEST_NAME = 3;

const files = sourceFiles();

function roomOf(path: string): number {
  const at = ROOMS.indexOf(path.split('/')[0] ?? '');
  return at < 0 ? FACES : at;
}

/** What is wrong with the imports of a file. */
function wrongImports({ path, imports }: SourceFile): string[] {
  return imports
    .filter((target) => {
      if (target.startsWith('..') || ENTRIES.includes(target)) return true;
      if (FOUNDATION.includes(target)) return false;
      // A room may name the type of its own settings; only config.ts fills them.
      if (target.startsWith(SETTINGS_PARTS)) return false;
      if (path.startsWith(SETTINGS_PARTS)) return true;
      if (FOUNDATION.includes(path) || path === SETTINGS) return true;
      if (target === SETTINGS) return roomOf(path) !== FACES;
      return roomOf(target) > roomOf(path);
    })
    .map((target) => `${path} imports ${target}`);
}

describe('the house', () => {
  it('has imports that run downwards only', () => {
    expect(files.flatMap(wrongImports)).toEqual([]);
  });

  it('would notice an import that runs upwards', () => {
    const text = "import '../answer/answer.ts'; export * from './x.ts'; await import('../config.ts');";
    expect(wrongImports(readSource('tools/y.ts', text))).toEqual([
      'tools/y.ts imports answer/answer.ts',
      'tools/y.ts imports config.ts',
    ]);
    expect(wrongImports(readSource('console/y.ts', "import '../../test/x.ts'; import '../main.ts';"))).toHaveLength(2);
  });

  it('reads the environment in config.ts only', () => {
    expect(files.filter((file) => file.readsEnvironment).map((file) => file.path)).toEqual([SETTINGS]);
    expect(readSource('x.ts', "const { env } = process; import p from 'node:process';").readsEnvironment).toBe(true);
    expect(readSource('x.ts', "process['env']; // process.env").readsEnvironment).toBe(true);
    expect(readSource('x.ts', 'process.cwd(); // process.env').readsEnvironment).toBe(false);
  });

  it(`has no file of more than ${MOST_LINES} lines`, () => {
    expect(files.filter((file) => file.lines > MOST_LINES).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });
});

describe('words', () => {
  it('are Japanese only where the words of reports and sentences stand', () => {
    const strays = files
      .filter((file) => !MAY_SPEAK_JAPANESE.test(file.path))
      .flatMap((file) => file.literals.filter((text) => JAPANESE.test(text)).map((text) => `${file.path}: ${text}`));
    expect(strays).toEqual([]);
  });

  it('are looked for in strings, templates and expressions, not in comments', () => {
    const text = [
      '// 項目',
      "const a = '課'; /* 年 */ type B = '市';",
      'const c = `x$' + '{1}度`; const d = /[ぁ-ん]/;',
    ].join('\n');
    expect(readSource('x.ts', text).literals.filter((literal) => JAPANESE.test(literal))).toEqual([
      '課',
      '市',
      '度',
      '[ぁ-ん]',
    ]);
  });

  it('of the report at hand stand nowhere in the program', () => {
    const known = namesOf(reportAtHand()).filter((name) => name.length >= SHORTEST_NAME);
    expect(known.length).toBeGreaterThan(50);
    const strays = files.flatMap((file) =>
      file.literals.flatMap((text) =>
        known.filter((name) => squeezed(text).includes(name)).map((name) => `${file.path}: ${name}`),
      ),
    );
    expect(strays).toEqual([]);
  });
});

function reportAtHand(): Report {
  const file = fileURLToPath(new URL('../corpus/arao-r2/report.txt', import.meta.url));
  const read = readReport(readFileSync(file), 'arao-r2');
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.message).join('\n'));
  return read.report;
}

/** Everything that another report names otherwise: city, accounts, sections, titles, pillars, policies. */
function namesOf(report: Report): string[] {
  const names = [
    report.city,
    ...report.tables.flatMap((table) => table.subjects),
    ...report.pillars,
    ...report.items.flatMap((item) => [item.title, item.policy, ...(item.owners ?? [])]),
  ];
  return [...new Set(names.flatMap((name) => (name ? [squeezed(name)] : [])))];
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
