import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulesOnly } from '../src/answer/responder.ts';
import { GENERAL_CORPUS } from '../src/config.ts';
import { answerText } from '../src/console/answer-print.ts';
import { runAsk } from '../src/console/ask-command.ts';
import { runBatch } from '../src/console/batch.ts';
import { AppError } from '../src/errors.ts';
import { anAnswer, anAssistant, someStreams } from './support/faces.ts';

const folders = { corpus: GENERAL_CORPUS, general: GENERAL_CORPUS };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gyokaku-ask-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function ask(args: readonly string[], input: string | null = null) {
  const { streams, stdout, stderr } = someStreams(input);
  return {
    code: await runAsk(args, folders, streams, { model: null, network: null, data: folder }),
    stdout: stdout.written(),
    stderr: stderr.written(),
  };
}

describe('one question', () => {
  it('is answered as text with marked sources, in the language of the question', async () => {
    const japanese = await ask(['項目23の状況は？']);
    expect(japanese).toMatchObject({ code: 0, stderr: '' });
    expect(japanese.stdout).toMatch(/整理番号23.*\n出典: .*整理番号23.*（原文\d+行目）\n$/);
    const english = await ask(['What is the status of item 23?']);
    expect(english.stdout).toMatch(/\nSource: /);
  });

  it('is answered as one object with exactly the agreed keys', async () => {
    const { stdout } = await ask(['--json', '普通会計の実質収支の推移は？']);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const data: unknown = JSON.parse(stdout);
    expect(Object.keys(Object(data))).toEqual([
      'question',
      'language',
      'kind',
      'answer',
      'citations',
      'table',
      'chart',
      'tools',
      'ms',
    ]);
    expect(data).toMatchObject({
      question: '普通会計の実質収支の推移は？',
      language: 'ja',
      kind: 'answer',
      tools: [{ name: 'figure_series', args: expect.anything() }],
      ms: 1,
    });
    expect(Object.keys(Object(JSON.parse((await ask(['--json', '項目23の状況は？'])).stdout)))).not.toContain('chart');
  });

  it('may come in several arguments or from standard input', async () => {
    const whole = await ask(['What is the status of item 23?']);
    expect((await ask('What is the status of item 23?'.split(' '))).stdout).toBe(whole.stdout);
    expect((await ask([], 'What is the status of item 23?\r\n')).stdout).toBe(whole.stdout);
  });

  it('is missing: a wrong use, unlike an empty one, which is answered politely', async () => {
    for (const input of [null, '', ' \n']) await expect(ask([], input)).rejects.toThrow(AppError);
    expect(await ask([''])).toMatchObject({ code: 0, stdout: expect.stringMatching(/.+\n/) });
  });

  it('prints no control characters, whatever a report holds', () => {
    expect(answerText(anAnswer('a\u001b[2Jb\nc\u202e', { citations: ['d\r\u0007'] }))).toBe('a[2Jb\nc\n出典: d \n');
  });
});

describe('arguments', () => {
  it('are explained in Japanese and English', async () => {
    const { code, stdout } = await ask(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/使い方[\s\S]*--batch[\s\S]*Usage[\s\S]*--batch/);
  });

  it.each([
    [['--nope', 'x'], '「--nope」という指定はありません。/ There is no option --nope.'],
    [['--batch'], '「--batch」の値がないか、正しくありません。/ The value of --batch is missing or wrong.'],
    [['--batch', 'x', 'question'], '--batch は同時に指定できません'],
    [
      ['--batch', '/nowhere/questions.jsonl'],
      'ファイルを読めません / The file cannot be read: /nowhere/questions.jsonl',
    ],
  ])('%j are a wrong use, said in both languages', async (args, message) => {
    await expect(ask(args)).rejects.toMatchObject({ code: 'USAGE', message: expect.stringContaining(message) });
  });
});

describe('another corpus', () => {
  it('is answered from, and a report that cannot be read is named while the others answer', async () => {
    const corpus = join(folder, 'corpus');
    await mkdir(join(corpus, 'broken'), { recursive: true });
    await mkdir(join(corpus, 'good'), { recursive: true });
    await writeFile(join(corpus, 'broken', 'report.txt'), 'nothing of a report\n');
    await writeFile(join(corpus, 'good', 'report.txt'), await readFile(join(GENERAL_CORPUS, 'arao-r2', 'report.txt')));
    const { code, stdout, stderr } = await ask(['--corpus', corpus, '項目23の状況は？']);
    expect(code).toBe(0);
    expect(stdout).toContain('整理番号23');
    expect(stderr).toMatch(/left out: broken\n {2}broken\/report\.txt:- /);
  });

  it('without any report is a wrong use that names the folder', async () => {
    await expect(ask(['--corpus', join(folder, 'nowhere'), 'x'])).rejects.toThrow('nowhere');
  });
});

describe('a batch', () => {
  const { assistant, asked } = anAssistant((question) => anAnswer(`A ${question}`));

  it('is answered line by line in order, each thread from its beginning', async () => {
    const { streams, stdout } = someStreams();
    const text = '\ufeff{"id":"a","q":"one","must":[]}\r\n\n{"id":2,"q":"three","thread":["one","two"]}\n';
    expect(await runBatch('f.jsonl', text, assistant, rulesOnly(assistant), streams)).toBe(0);
    const lines = stdout
      .written()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { id: 'a', question: 'one', answer: 'A one' },
      { id: 2, question: 'three', answer: 'A three' },
    ]);
    expect(Object.keys(Object(lines[0]))[0]).toBe('id');
    expect(asked.map(({ question, previous }) => [question, previous?.report])).toEqual([
      ['one', undefined],
      ['one', undefined],
      ['two', 'after one'],
      ['three', 'after two'],
    ]);
  });

  it('names a line that is no question, answers the others and ends with 1', async () => {
    const { streams, stdout, stderr } = someStreams();
    const text = '{oops\n{"id":1}\n{"id":"c","q":"x"}';
    expect(await runBatch('f.jsonl', text, assistant, rulesOnly(assistant), streams)).toBe(1);
    expect(stdout.written().trimEnd().split('\n')).toHaveLength(1);
    expect(stderr.written()).toMatch(/^f\.jsonl:1: .*JSON.*\nf\.jsonl:2: .*q: .*\n$/);
  });

  it('goes on after a question that shows a bug, and ends with 2', async () => {
    const failing = anAssistant((question) => {
      if (question === 'bad') throw new Error('broken inside');
      return anAnswer('fine');
    });
    const { streams, stdout, stderr } = someStreams();
    const text = '{"id":"a","q":"bad"}\nnot json\n{"id":"b","q":"good"}\n';
    expect(await runBatch('f.jsonl', text, failing.assistant, rulesOnly(failing.assistant), streams)).toBe(2);
    expect(stderr.written()).toContain('f.jsonl:1: ');
    expect(stderr.written()).toContain('broken inside');
    expect(stdout.written()).toMatch(/^\{"id":"b"/);
  });

  it('is read from a file', async () => {
    const file = join(folder, 'questions.jsonl');
    await writeFile(file, '{"id":"s","q":"R1は？","thread":["項目23の状況は？"]}\n');
    const { code, stdout } = await ask(['--batch', file]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: 's', answer: expect.stringContaining('整理番号23') });
  });
});
