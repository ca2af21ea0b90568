import type { Answer } from '../../src/answer/assemble.ts';
import type { Assistant, Turn } from '../../src/answer/assistant.ts';
import type { Output, Streams } from '../../src/console/streams.ts';
import { createLibrary } from '../../src/report/library.ts';

/** An answer with nothing but a text, and whatever a test adds. */
export function anAnswer(text: string, more: Partial<Answer> = {}): Answer {
  return {
    kind: 'answer',
    language: 'ja',
    text,
    citations: [],
    sources: [],
    followUps: [],
    choices: [],
    called: [],
    ...more,
  };
}

export interface Asked {
  readonly question: string;
  readonly previous: Turn | null;
}

/** Stands in for the real assistant: answers by a function and notes what it was asked, with the turn before. */
export function anAssistant(answerTo: (question: string) => Answer): { assistant: Assistant; asked: Asked[] } {
  const asked: Asked[] = [];
  const assistant: Assistant = {
    library: createLibrary([]),
    refused: [],
    scope() {
      throw new Error('A face looks nothing up.');
    },
    names() {
      throw new Error('A face names nothing by itself.');
    },
    vocabulary() {
      throw new Error('A face reads nothing.');
    },
    ask(question, previous) {
      asked.push({ question, previous });
      return { answer: answerTo(question), turn: { frame: null, report: `after ${question}` } };
    },
  };
  return { assistant, asked };
}

/** Keeps what is written to it. */
export function anOutput(): Output & { readonly written: () => string } {
  const parts: string[] = [];
  return {
    write(text) {
      parts.push(text);
    },
    written: () => parts.join(''),
  };
}

/** Streams that keep what is written; the clock moves by one millisecond each time it is read. */
export function someStreams(input: string | null = null) {
  const [stdout, stderr] = [anOutput(), anOutput()];
  let time = 0;
  const streams: Streams = {
    stdout,
    stderr,
    readInput: () => (input === null ? null : Promise.resolve(input)),
    now() {
      time += 1;
      return time;
    },
  };
  return { streams, stdout, stderr };
}
