import { describe, expect, it } from 'vitest';
import type { Answer } from '../src/answer/assemble.ts';
import { openAssistant } from '../src/answer/assistant.ts';
import { rulesOnly } from '../src/answer/responder.ts';
import { GENERAL_CORPUS } from '../src/config.ts';
import { converse } from '../src/console.ts';
import { anAnswer, anAssistant, anOutput } from './support/faces.ts';

const english = (text: string): Answer => anAnswer(text, { language: 'en' });

async function* typed(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function talk(lines: readonly string[], answerTo: (question: string) => Answer, interactive = false) {
  const { assistant, asked } = anAssistant(answerTo);
  const [stdout, stderr] = [anOutput(), anOutput()];
  const code = await converse(assistant, rulesOnly(assistant), {
    lines: typed(lines),
    stdout,
    stderr,
    interactive,
    width: () => 80,
    prompt: () => stdout.write('> '),
    signal: new AbortController().signal,
  });
  return { code, asked, said: stdout.written(), errors: stderr.written() };
}

describe('a conversation', () => {
  it('keeps the thread until it is told to forget it', async () => {
    const { asked, code } = await talk(['one', 'two', 'new', 'three', '新規', 'four'], (q) => english(`A ${q}`));
    expect(code).toBe(0);
    expect(asked.map(({ question, previous }) => [question, previous?.report ?? null])).toEqual([
      ['one', null],
      ['two', 'after one'],
      ['three', null],
      ['four', null],
    ]);
  });

  it('shows text, sources and numbered questions, and asks a question by its number', async () => {
    const answer = anAnswer('答え', { citations: ['報告書（原文1行目）'], followUps: ['担当課は？', 'R1は？'] });
    const { asked, said } = await talk(['問い', '２', '23'], (q) => (q === '問い' ? answer : anAnswer(`A ${q}`)));
    expect(said).toMatch(/^答え\n\n出典: 報告書（原文1行目）\n\n.*番号.*\n {2}1\. 担当課は？\n {2}2\. R1は？\n\n/);
    expect(said).toContain('質問: R1は？\n\nA R1は？\n');
    expect(asked.map(({ question }) => question)).toEqual(['問い', 'R1は？', '23']);
  });

  it('offers the choices of a question back by number, before follow-ups', async () => {
    const clarify = anAnswer('Which?', { language: 'en', kind: 'clarify', choices: ['A', 'B'], followUps: ['C?'] });
    const { asked, said } = await talk(['x', '3'], (q) => (q === 'x' ? clarify : english('done')));
    expect(said).toContain('Choose by number:\n  1. A\n  2. B\n  3. C?\n');
    expect(asked[1]?.question).toBe('C?');
  });

  it('takes an empty or unreadable line politely, and asks nothing', async () => {
    const { asked, said, code } = await talk(['', '   ', '\ufffd\ufffd', '\u0000'], () => anAnswer(''));
    expect({ asked, code }).toEqual({ asked: [], code: 0 });
    expect(said.trim().split('\n\n')).toHaveLength(4);
    expect(said).toContain('UTF-8');
  });

  it('speaks the language of the last answer', async () => {
    const { said } = await talk(['', 'question', ''], () => english('Answer.'));
    const [before, , after] = said.trim().split('\n\n');
    expect(before).toContain('質問');
    expect(after).toContain('Please');
  });

  it('leaves on each word of leaving, in any width and case', async () => {
    for (const word of ['quit', 'EXIT', '終了', '終わり', ' ｑｕｉｔ ']) {
      const { asked, code } = await talk([word, 'not asked'], () => anAnswer(''));
      expect({ word, asked, code }).toEqual({ word, asked: [], code: 0 });
    }
  });

  it('explains itself in the language of the word', async () => {
    const withExamples = (q: string): Answer => anAnswer('', { followUps: [`example for ${q}`] });
    expect((await talk(['help'], withExamples)).said).toMatch(/new .*\n[\s\S]*example for help\n/);
    expect((await talk(['ヘルプ'], withExamples)).said).toMatch(/新規[\s\S]*example for ヘルプ\n/);
    expect((await talk(['？'], withExamples)).said).toContain('新規');
  });

  it('goes on after a question that shows a bug, names it, and ends with 2', async () => {
    const { said, errors, code } = await talk(['bad', 'good'], (q) => {
      if (q === 'bad') throw new Error('broken inside');
      return anAnswer('よい答え');
    });
    expect(code).toBe(2);
    expect(errors).toContain('broken inside');
    expect(said).not.toContain('broken inside');
    expect(said).toContain('よい答え');
  });

  it('greets, prompts and takes leave of a person only', async () => {
    const person = await talk(['one'], () => anAnswer('答え'), true);
    expect(person.said).toMatch(/> 答え\n\n> \n.*。\n$/);
    expect((await talk(['quit'], () => anAnswer(''), true)).said).toMatch(/> [^\n]+\n$/);
    expect((await talk(['one'], () => anAnswer('答え'))).said).toBe('答え\n\n');
    expect((await talk([], () => anAnswer(''))).said).toBe('');
  });
});

describe('a conversation about the real report', () => {
  it('is opened with its name and three questions that it can answer', async () => {
    const assistant = await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS);
    const stdout = anOutput();
    const lines = typed([]);
    await converse(assistant, rulesOnly(assistant), {
      lines,
      stdout,
      stderr: stdout,
      interactive: true,
      width: () => 80,
      prompt: () => {},
      signal: new AbortController().signal,
    });
    expect(stdout.written()).toContain(assistant.library.newest?.name);
    const examples = stdout.written().match(/^ {2}.+$/gm) ?? [];
    expect(examples).toHaveLength(3);
    for (const example of examples) expect(assistant.ask(example.trim(), null).answer.kind).toBe('answer');
  });
});
