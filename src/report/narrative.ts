import { isCaption } from './captions.ts';
import { endsSentence, hasSentence, isBracketed } from './form.ts';
import { type Placed, WRAPPED_FROM } from './layout.ts';
import type { LineUse, TextBlock } from './model.ts';
import type { Line } from './source.ts';

/** Everything of a report that is neither table nor cover. */
export interface Narrative {
  readonly text: readonly TextBlock[];
  /** What each line was read as; lines of tables and of the cover are not in it. */
  readonly uses: ReadonlyMap<Line, LineUse>;
}

export interface NarrativeInput {
  readonly placed: readonly Placed[];
  readonly report: string;
  /** Captions of tables that were read. */
  readonly ofTables: ReadonlySet<Line>;
  /** Tabbed lines with one text. */
  readonly texts: ReadonlySet<Line>;
  /** Lines already used: the cover. */
  readonly taken: ReadonlySet<Line>;
}

const RUNNING_HEAD = 3;

/** Headings, paragraphs (wrapped lines joined), list entries, captions, notes and legends, in order; repeats of a page are one. */
export function readNarrative(input: NarrativeInput): Narrative {
  const { placed, report, ofTables, texts, taken } = input;
  const text: TextBlock[] = [];
  const uses = new Map<Line, LineUse>();
  const seen = new Set<string>();
  const heads = runningHeads(placed);
  for (let i = 0; i < placed.length; i++) {
    const at = placed[i];
    if (!at || taken.has(at.line)) continue;
    const { line, kind } = at;
    const heading = at.heading?.text ?? '';
    const add = (block: TextBlock['kind'], words: string, withoutValues = false, from = line.number) => {
      const source = { report, line: from, cell: null, chapter: at.chapter?.text ?? '', place: heading };
      text.push({ kind: block, text: words, heading, withoutValues, source });
    };
    const once = (block: TextBlock['kind'], words: string, scope: string) => {
      const key = `${block} ${scope} ${words}`;
      if (!seen.has(key)) add(block, words);
      seen.add(key);
    };
    if (kind === 'contents' || kind === 'furniture') uses.set(line, 'heading');
    else if (kind === 'unit') uses.set(line, 'caption');
    else if (kind === 'heading') {
      uses.set(line, 'heading');
      once('heading', heading, at.chapter?.text ?? '');
    } else if (kind === 'legend') {
      uses.set(line, 'legend');
      once('legend', line.text, '');
    } else if (kind === 'note') {
      uses.set(line, 'note');
      add('note', line.text);
    } else if (kind === 'list') {
      uses.set(line, 'paragraph');
      add('list', line.text);
    } else if (kind === 'text' || texts.has(line)) {
      if (heads.has(line.text)) uses.set(line, 'heading');
      else if (ofTables.has(line)) {
        uses.set(line, 'caption');
        add('caption', line.text);
      } else if (isWrapped(placed, i, input)) {
        const run = runFrom(placed, i, input);
        for (const part of run) uses.set(part, 'paragraph');
        for (const paragraph of paragraphsOf(run)) add('paragraph', paragraph.text, false, paragraph.line);
        i += run.length - 1;
      } else if (isCaption(line.text)) {
        const shape = shapeOf(placed, i);
        uses.set(line, shape === 'note' ? 'caption' : shape);
        add(shape, line.text, shape === 'caption');
      } else {
        uses.set(line, 'paragraph');
        add('paragraph', line.text);
      }
    }
  }
  return { text, uses };
}

/** Text lines from here on without a blank line between them. */
function runFrom(placed: readonly Placed[], from: number, { taken, ofTables }: NarrativeInput): Line[] {
  const run: Line[] = [];
  for (let i = from; placed[i]?.kind === 'text'; i++) {
    const line = placed[i]?.line;
    if (!line || taken.has(line) || ofTables.has(line)) break;
    run.push(line);
  }
  return run;
}

/** True where a paragraph begins that is broken into lines of one width: long lines up to a full stop. */
function isWrapped(placed: readonly Placed[], index: number, input: NarrativeInput): boolean {
  const [first, ...others] = runFrom(placed, index, input);
  return first !== undefined && first.text.length >= WRAPPED_FROM && others.some((line) => hasSentence(line.text));
}

/** Lines of a run joined; a line that ends a sentence and is shorter than the others ends its paragraph. */
function paragraphsOf(run: readonly Line[]): { text: string; line: number }[] {
  const width = Math.max(...run.map((line) => line.text.length));
  const paragraphs: { text: string; line: number }[] = [];
  let open = false;
  for (const { text, number } of run) {
    const last = paragraphs.at(-1);
    if (last && open) last.text += text;
    else paragraphs.push({ text, line: number });
    open = !endsSentence(text) || text.length >= width - 1;
  }
  return paragraphs;
}

/** A short line: a heading when running text follows, a remark when it is bracketed below a caption, else a caption. */
function shapeOf(placed: readonly Placed[], index: number): 'heading' | 'note' | 'caption' {
  const line = placed[index]?.line.text ?? '';
  if (isBracketed(line)) return 'note';
  const next = placed.slice(index + 1).find((at) => at.kind !== 'blank');
  const running = next !== undefined && (next.kind === 'list' || (next.kind === 'text' && !isCaption(next.line.text)));
  return running ? 'heading' : 'caption';
}

/** Short lines that stand on page after page. */
function runningHeads(placed: readonly Placed[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { kind, line } of placed) if (kind === 'text') counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  return new Set([...counts].filter(([text, count]) => count >= RUNNING_HEAD && isCaption(text)).map(([text]) => text));
}
