import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Assistant, openAssistant } from '../src/answer/assistant.ts';
import { LEXICON_FILE, loadLexicon } from '../src/answer/lexicon.ts';
import { rulesOnly } from '../src/answer/responder.ts';
import { GENERAL_CORPUS, readConfig } from '../src/config.ts';
import { answerData, answerText } from '../src/console/answer-print.ts';
import { wrap } from '../src/console/width.ts';
import { converse } from '../src/console.ts';
import { DOCTOR_EN, DOCTOR_JA } from '../src/doctor-wording.ts';
import { readModelSettings } from '../src/settings/model.ts';
import { readScheduleSettings } from '../src/settings/schedule.ts';
import { readSlackSettings } from '../src/settings/slack.ts';
import { VARIABLES } from '../src/settings/wording.ts';
import { anOutput } from './support/faces.ts';
import { START_ARGUMENTS } from './support/start-command.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Columns at which the pages fold answers and screens. */
const FOLD = 100;
const PAGES = ['README.md', 'README.ja.md'] as const;
const ASK = /^\$ npm run -s ask -- "(.+)"$/;
const START = '$ npm start';
const PROMPT = '> ';

/** A command that a page shows, and what it prints. */
interface Shown {
  readonly command: string;
  readonly body: string;
}

function textOf(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

function fences(page: string, language: string): string[] {
  const blocks = textOf(page).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)\\n\`\`\`$`, 'gms'));
  return Array.from(blocks, ([, block = '']) => block);
}

function shown(page: string): Shown[] {
  const pieces = fences(page, 'console').flatMap((block) => block.split(/^(?=\$ )/m));
  return pieces.map((piece) => {
    const [command = '', ...body] = piece.trim().split('\n');
    return { command, body: body.join('\n') };
  });
}

function questionsOf(page: string): string[] {
  return shown(page).flatMap(({ command }) => ASK.exec(command)?.[1] ?? []);
}

function conversationsOf(page: string): Shown[] {
  return shown(page).filter(({ command }) => command === START);
}

/** Rows of the tables of a page whose first cell is code: its cells, without the marks of code. */
function rowsOf(page: string): string[][] {
  return Array.from(textOf(page).matchAll(/^\| `[^|]*`(?: \|[^|]*)+\|$/gm), ([row]) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1')),
  );
}

/** Rows about settings: name, meaning, value without it. */
function settingsOf(page: string): string[][] {
  return rowsOf(page).filter(([name = '']) => /^[A-Z][A-Z0-9_]*$/.test(name));
}

/** All settings where only what has no usual value is given. */
async function settingsWith(more: Readonly<Record<string, string>>): Promise<string> {
  const least = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', MODEL: 'm', OPENAI_API_KEY: 'k' };
  const parts = { slack: readSlackSettings, schedule: readScheduleSettings, model: readModelSettings };
  return JSON.stringify(await readConfig({ ...least, ...more }, parts));
}

/** The part of an address behind `#` that a heading gets. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** What is typed in a screen. */
function typed({ body }: Shown): string[] {
  return body.split('\n').flatMap((line) => (line.startsWith(PROMPT) ? [line.slice(PROMPT.length)] : []));
}

/** Without white space at the ends of lines and of the whole. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** The screen of a conversation: what is written, and behind each prompt what is typed. */
async function screen(assistant: Assistant, lines: readonly string[]): Promise<string> {
  const { write, written } = anOutput();
  const waiting = [...lines];
  async function* typing() {
    yield* lines;
  }
  await converse(assistant, rulesOnly(assistant), {
    lines: typing(),
    stdout: { write },
    stderr: { write },
    interactive: true,
    width: () => FOLD,
    prompt: () => write(`${PROMPT}${waiting.shift() ?? ''}\n`),
    signal: new AbortController().signal,
  });
  return tidy(written());
}

let assistant: Assistant;
beforeAll(async () => {
  assistant = await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS);
});

// A difference is printed with the new answer, to be pasted into the page.
describe.each(PAGES)('%s', (page) => {
  it.each(questionsOf(page))('shows the answer of today to: %s', (question) => {
    const block = shown(page).find(({ command }) => ASK.exec(command)?.[1] === question);
    expect(block?.body).toBe(tidy(wrap(answerText(assistant.ask(question, null).answer), FOLD).join('\n')));
  });

  it.each(conversationsOf(page).map((block) => ({ block, first: typed(block)[0] })))(
    'shows the screen of today that begins with: $first',
    async ({ block }) => {
      expect(typed(block).length).toBeGreaterThan(1);
      expect(block.body).toBe(await screen(assistant, typed(block)));
    },
  );

  it('names the scripts that there are, and all of them', () => {
    const named = textOf(page).matchAll(/\bnpm (?:run (?:-s )?([a-z]+)|(start|test)\b)/g);
    const scripts: unknown = JSON.parse(textOf('package.json')).scripts;
    expect([...new Set(Array.from(named, ([, run, own]) => run ?? own))].sort()).toEqual(
      Object.keys(Object(scripts)).sort(),
    );
  });

  it('starts a service as npm start does', () => {
    const program = START_ARGUMENTS.join(' ');
    expect(textOf(page)).toContain(`\`${program.replaceAll('/', '\\')}\``);
    expect(textOf('docs/gyokaku.service')).toContain(`/bin/node ${program}\n`);
  });

  it('names files and folders that exist', () => {
    const text = textOf(page);
    const inCode = Array.from(text.matchAll(/`([^`\n]+)`/g), ([, code = '']) => code);
    const linked = Array.from(text.matchAll(/\]\(([^#)][^)]*)\)/g), ([, target = '']) => target);
    const paths = inCode.filter((code) =>
      /^(?:(?:src|test|corpus)\/[\w./-]*|\.env\.example|manifest\.json)$/.test(code),
    );
    const wanted = [...paths.filter((path) => !path.includes('NAME')), ...linked];
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('leads to headings that it has', () => {
    const text = textOf(page);
    const headings = Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = '']) => anchor(heading));
    const targets = Array.from(text.matchAll(/\]\(#([^)]+)\)/g), ([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !headings.includes(target))).toEqual([]);
  });

  it('says of each picture what is seen in it', () => {
    const pictures = Array.from(textOf(page).matchAll(/!\[([^\]]*)\]/g), ([, seen = '']) => seen);
    expect(pictures.length).toBeGreaterThan(5);
    expect(pictures.filter((seen) => seen.length < 20)).toEqual([]);
  });

  it('explains every setting, in order, and names none that is not read', () => {
    expect(settingsOf(page).map(([name]) => name)).toEqual(VARIABLES);
    const named = Array.from(textOf(page).matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g), ([, name = '']) => name);
    expect(named.filter((name) => !(VARIABLES.includes(name) || name.startsWith('ERR_')))).toEqual([]);
  });

  it('gives the values that hold without a setting, as .env.example does', async () => {
    const usual = settingsOf(page).flatMap(([name = '', , value = '']) => (value === '' ? [] : [[name, value]]));
    expect(usual.length).toBeGreaterThan(5);
    expect(await settingsWith(Object.fromEntries(usual))).toBe(await settingsWith({}));
    const example = textOf('.env.example').matchAll(/^# ([A-Z][A-Z0-9_]*)=(?:\.\/)?(.+)$/gm);
    expect(Array.from(example, ([, name, value]) => [name, value])).toEqual(usual);
  });

  it('gives a reason for each scope of the manifest, and for no other', () => {
    const scopes: string[] = JSON.parse(textOf('manifest.json')).oauth_config.scopes.bot;
    const explained = rowsOf(page).filter(([name = '', why]) => /^[a-z_]+(?::[a-z]+|)$/.test(name) && why !== '');
    const named = explained.map(([name]) => name).filter((name) => name?.includes(':') || name === 'commands');
    expect(named).toEqual(scopes);
  });

  it('names every field of an answer as data', () => {
    const { answer } = assistant.ask('普通会計の実質収支の推移は？', null);
    const fields = Object.keys({ id: '1', ...answerData('', answer, 0) });
    expect(fields.filter((field) => !textOf(page).includes(`\`${field}\``))).toEqual([]);
  });

  it('shows a vocabulary file that is accepted', async () => {
    const [example] = fences(page, 'json');
    const folder = await mkdtemp(join(tmpdir(), 'gyokaku-readme-'));
    try {
      await writeFile(join(folder, LEXICON_FILE), example ?? '');
      expect((await loadLexicon(folder))?.sections).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('both pages', () => {
  it('have the heading to which the doctor sends people', () => {
    const [english = '', japanese = ''] = PAGES.map((page) => /^## (.*Slack.*)$/m.exec(textOf(page))?.[1] ?? 'none');
    expect(DOCTOR_EN.noTokens).toContain(`README.md, "${english}"`);
    expect(DOCTOR_JA.noTokens).toContain(`README.ja.md の「${japanese}」`);
  });

  it('have the same headings, tables and blocks', () => {
    const shape = (page: string) =>
      textOf(page)
        .split('\n')
        .flatMap((line) => /^(?:#+ |```\w+|\|---)/.exec(line)?.[0] ?? []);
    expect(shape(PAGES[1])).toEqual(shape(PAGES[0]));
  });

  it('ask the same: each pair of questions leads to the same places of the report', () => {
    const [english, japanese] = PAGES.map((page) =>
      questionsOf(page).map((question) => {
        const { kind, citations } = assistant.ask(question, null).answer;
        return { kind, citations };
      }),
    );
    expect(english).not.toEqual([]);
    expect(japanese).toEqual(english);
  });
});
