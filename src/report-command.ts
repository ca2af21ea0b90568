import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GENERAL_CORPUS, readEnvironment } from './config.ts';
import { argumentProblem } from './console/arguments.ts';
import { endWithReader, isStarted, processStreams, runFace } from './console/entry.ts';
import { BOTH } from './face-wording.ts';
import { type Library, loadLibrary, newestFirst, type Refused } from './report/library.ts';
import type { Report } from './report/model.ts';
import { readReport } from './report/read.ts';
import { describeRefused, describeReport } from './report-page.ts';
import { type Language, WORDING, type Wording } from './report-wording.ts';

/** Where the command writes. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** 0 done · 1 the input is wrong, all problems listed · 2 a bug. */
export type ExitCode = 0 | 1 | 2;

/**
 * `npm run report`: prints what is read from a report file or a folder of reports (without one, the corpus), with every
 * cross-check, warning and line not understood; `--json` as data; `--add FILE NAME` checks a file and installs it in the
 * corpus. `corpus` is the folder that the settings name.
 */
export async function runReportCommand(
  args: readonly string[],
  { out, err }: Output,
  corpus: string = GENERAL_CORPUS,
): Promise<ExitCode> {
  let language: Language = 'ja';
  try {
    const { values, positionals } = parse(args, corpus);
    if (values.lang === 'en') language = 'en';
    const say = WORDING[language];
    if (values.help) out(say.usage);
    else if (values.lang !== 'ja' && values.lang !== 'en') throw new Usage(BOTH.wrongLanguage(values.lang));
    else if (values.add) return await add(positionals, values.corpus, say, language, { out, err });
    else if (positionals.length > 1) throw new Usage(BOTH.unexpected(positionals.slice(1).join(' ')));
    else return await show(positionals[0] ?? values.corpus, values.json, say, language, { out, err });
    return 0;
  } catch (error) {
    const say = WORDING[language];
    const problem = error instanceof Usage ? error.message : argumentProblem(error);
    if (problem !== null) {
      err(`${problem}\n${say.usage}`);
      return 1;
    }
    err(say.bug(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return 2;
  }
}

class Usage extends Error {}

function parse(args: readonly string[], corpus: string) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      add: { type: 'boolean', default: false },
      corpus: { type: 'string', default: corpus },
      lang: { type: 'string', default: 'ja' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

interface Loaded {
  readonly reports: readonly Report[];
  readonly refused: readonly Refused[];
}

async function show(
  path: string,
  json: boolean,
  say: Wording,
  language: Language,
  { out, err }: Output,
): Promise<ExitCode> {
  const loaded = await load(path, say);
  if (typeof loaded === 'string') {
    err(loaded);
    return 1;
  }
  const { reports, refused } = loaded;
  if (json) out(JSON.stringify({ reports, refused }, null, 1));
  else {
    for (const report of reports) out(describeReport(report, language));
    for (const each of refused) err(describeRefused(each, language));
  }
  if (reports.length + refused.length > 0) return refused.length > 0 ? 1 : 0;
  err(say.noReports(path));
  return 1;
}

/** Reports of a file, of a folder with a `report.txt`, or of a folder of such folders; a sentence when it cannot be opened. */
async function load(path: string, say: Wording): Promise<Loaded | string> {
  try {
    if (!(await stat(path)).isDirectory()) return readOne(path, await readFile(path));
    const inside = join(path, 'report.txt');
    if (await exists(inside)) return readOne(inside, await readFile(inside));
    const { library, refused }: { library: Library; refused: readonly Refused[] } = await loadLibrary(path);
    return { reports: library.reports, refused };
  } catch (error) {
    return fileProblem(error, path, say);
  }
}

function readOne(path: string, bytes: Uint8Array): Loaded {
  const name = basename(path);
  const id = name === 'report.txt' ? basename(dirname(resolve(path))) : name.replace(/\.[^.]*$/u, '');
  const result = readReport(bytes, id);
  return result.ok
    ? { reports: [result.report], refused: [] }
    : { reports: [], refused: [{ id, problems: result.problems }] };
}

/** Words a failure of the file system; anything else is a bug and thrown on. */
function fileProblem(error: unknown, path: string, say: Wording): string {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) throw error;
  return error.code === 'ENOENT' ? say.notFound(path) : say.unreadable(path, String(error.code));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/u;

async function add(
  positionals: readonly string[],
  corpus: string,
  say: Wording,
  language: Language,
  { out, err }: Output,
): Promise<ExitCode> {
  const [file, name, ...rest] = positionals;
  if (file === undefined || name === undefined) throw new Usage(say.addWhat);
  if (rest.length > 0) throw new Usage(BOTH.unexpected(rest.join(' ')));
  if (!NAME.test(name)) {
    err(say.badName(name));
    return 1;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    err(fileProblem(error, file, say));
    return 1;
  }
  const result = readReport(bytes, name);
  if (!result.ok) {
    err(describeRefused({ id: file, problems: result.problems }, language));
    return 1;
  }
  out(describeReport(result.report, language));
  const target = join(corpus, name, 'report.txt');
  try {
    const twins = await sameYearReports(corpus, result.report);
    if (!(await installNew(bytes, target))) {
      const same = Buffer.compare(await readFile(target), bytes) === 0;
      if (same) out(say.alreadyThere(target));
      else err(say.otherThere(target));
      return same ? 0 : 1;
    }
    out(say.installed(target));
    const contradictions = result.report.checks.filter(({ verdict }) => verdict === 'contradicts').length;
    if (contradictions > 0) out(say.contradictions(contradictions, target));
    const [first, second] = [result.report, ...twins].sort(newestFirst);
    if (first && second) {
      const sameDate = first.issued?.year === second.issued?.year && first.issued?.month === second.issued?.month;
      out(
        say.sameYear(
          twins.map(({ id }) => id),
          first.id,
          sameDate,
        ),
      );
    }
    return 0;
  } catch (error) {
    err(fileProblem(error, target, say));
    return 1;
  }
}

async function sameYearReports(corpus: string, report: Report): Promise<Report[]> {
  if (!(await exists(corpus))) return [];
  const { library } = await loadLibrary(corpus);
  return library.ofYear(report.year).filter((other) => other.city === report.city && other.id !== report.id);
}

/** Writes a file that must not exist yet, whole or not at all; false when there is one. */
async function installNew(bytes: Uint8Array, target: string): Promise<boolean> {
  if (await exists(target)) return false;
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}.new`;
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    await link(draft, target);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

if (isStarted(import.meta.url)) {
  endWithReader();
  const output: Output = {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  };
  process.exitCode = await runFace(
    ({ corpus }) => runReportCommand(process.argv.slice(2), output, corpus),
    readEnvironment(),
    processStreams,
    {},
  );
}
