import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FiscalYear } from './fiscal-year.ts';
import { compareYears } from './fiscal-year.ts';
import type { PlanItem, Problem, Report } from './model.ts';
import { readReport } from './read.ts';
import { folded } from './source.ts';

/** All reports of a corpus folder, newest first: by fiscal year, then by date of issue, then by name. */
export interface Library {
  readonly reports: readonly Report[];
  /** The newest report; undefined when there is none. */
  readonly newest: Report | undefined;
  find(id: string): Report | undefined;
  /** Reports about a fiscal year, newest first. */
  ofYear(year: FiscalYear): readonly Report[];
  /** Reports of a city (name as on the cover), newest first. */
  ofCity(city: string): readonly Report[];
}

export interface Refused {
  readonly id: string;
  readonly problems: readonly Problem[];
}

function issuedMonths(report: Report): number {
  return report.issued ? report.issued.year * 12 + report.issued.month : 0;
}

export function newestFirst(a: Report, b: Report): number {
  return compareYears(b.year, a.year) || issuedMonths(b) - issuedMonths(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function createLibrary(all: readonly Report[]): Library {
  const reports = [...all].sort(newestFirst);
  return {
    reports,
    newest: reports[0],
    find: (id) => reports.find((report) => report.id === id),
    ofYear: (year) => reports.filter((report) => report.year === year),
    ofCity: (city) => reports.filter((report) => report.city !== null && folded(report.city) === folded(city)),
  };
}

/**
 * Reads every `NAME/report.txt` of a folder. A report with problems is refused as a whole and the others still load.
 * Rejects when the folder itself cannot be read.
 */
export async function loadLibrary(dir: string): Promise<{ library: Library; refused: readonly Refused[] }> {
  const entries = await readdir(dir, { withFileTypes: true });
  const reports: Report[] = [];
  const refused: Refused[] = [];
  for (const id of entries
    .filter((entry) => !entry.isFile())
    .map((entry) => entry.name)
    .sort()) {
    const bytes = await readIfThere(join(dir, id, 'report.txt'));
    if (!bytes) continue;
    const result = readReport(bytes, id);
    if (result.ok) reports.push(result.report);
    else refused.push({ id, problems: result.problems });
  }
  return { library: createLibrary(reports), refused };
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

/** The item of another report that is the same measure: matched by title, never by number. */
export interface SameItem {
  readonly item: PlanItem;
  /** False when the titles are only alike: say so in an answer. */
  readonly certain: boolean;
}

/** Titles that share fewer of their letter pairs than this are different measures. */
const ALIKE = 0.6;

/** The item of `other` with the same title (white space and width aside), else the only one with a similar title, else null. */
export function sameItem(item: PlanItem, other: Report): SameItem | null {
  const title = folded(item.title);
  const exact = other.items.filter((candidate) => folded(candidate.title) === title);
  const [first] = exact.length > 1 ? exact.filter((candidate) => candidate.kind === item.kind) : exact;
  if (first) return { item: first, certain: exact.length === 1 };
  const alike = other.items
    .map((candidate) => ({ item: candidate, likeness: likeness(title, folded(candidate.title)) }))
    .filter((candidate) => candidate.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = alike;
  return best && (!second || best.likeness > second.likeness) ? { item: best.item, certain: false } : null;
}

/** Share of common letter pairs (Dice): 1 for equal texts, 0 for nothing in common. */
function likeness(a: string, b: string): number {
  const pairs = (text: string) => [...text].slice(1).map((letter, i) => `${[...text][i]}${letter}`);
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  const rest = [...right];
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (left.length + right.length);
}
