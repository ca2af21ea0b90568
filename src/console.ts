import type { Assistant, Turn } from './answer/assistant.ts';
import type { Responder } from './answer/responder.ts';
import { answerView, numberedOf } from './console/answer-view.ts';
import { printable } from './console/printable.ts';
import { EXIT, type ExitCode, type Output } from './console/streams.ts';
import { wrap } from './console/width.ts';
import { BOTH, COMMANDS, type FaceLanguage, faceWording } from './face-wording.ts';

/** Where a conversation takes place. */
export interface Terminal {
  /** What is typed, line by line; ends when the asker leaves. */
  readonly lines: AsyncIterable<string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** True when a person types: then there are a greeting, a prompt and a farewell. */
  readonly interactive: boolean;
  /** Columns; infinite when the output is not a terminal. Asked before every answer, since windows change. */
  width(): number;
  prompt(): void;
  /** Ends a question that is being answered; the asker wants to leave. */
  readonly signal: AbortSignal;
}

/** What a conversation remembers. */
interface State {
  turn: Turn | null;
  language: FaceLanguage;
  /** Questions that can be asked by their number. */
  numbered: readonly string[];
}

/** Holds a conversation until the asker leaves or the input ends. */
export async function converse(assistant: Assistant, responder: Responder, terminal: Terminal): Promise<ExitCode> {
  const { stdout, stderr, interactive } = terminal;
  const state: State = { turn: null, language: 'ja', numbered: [] };
  let code: ExitCode = EXIT.done;
  if (interactive) {
    stdout.write(greeting(assistant, terminal.width()));
    terminal.prompt();
  }
  let left = false;
  for await (const line of terminal.lines) {
    const command = commandOf(line);
    left = command === 'quit';
    if (left) break;
    try {
      stdout.write(`${await reply(line, command, { assistant, responder }, state, terminal)}\n`);
    } catch (error) {
      // One question that fails does not end the conversation.
      stdout.write(`${faceWording(state.language).failed}\n\n`);
      stderr.write(`${BOTH.bug}\n${error instanceof Error ? error.stack : String(error)}\n`);
      code = EXIT.bug;
    }
    if (interactive) terminal.prompt();
  }
  // Ctrl-C and Ctrl-D leave the cursor behind the prompt.
  if (interactive) stdout.write(`${left ? '' : '\n'}${faceWording(state.language).farewell}\n`);
  return code;
}

type Command = 'help' | 'quit' | 'new';

function commandOf(line: string): Command | null {
  const typed = line.normalize('NFKC').trim().toLowerCase();
  return (['help', 'quit', 'new'] as const).find((command) => COMMANDS[command].includes(typed)) ?? null;
}

async function reply(
  line: string,
  command: Command | null,
  { assistant, responder }: { readonly assistant: Assistant; readonly responder: Responder },
  state: State,
  { stdout, interactive, signal, width }: Terminal,
): Promise<string> {
  const words = faceWording(state.language);
  if (command === 'help')
    return `${help(assistant, /[A-Za-z]/.test(line) ? 'en' : /\p{L}/u.test(line) ? 'ja' : state.language)}\n`;
  if (command === 'new') {
    Object.assign(state, { turn: null, numbered: [] });
    return `${words.forgotten}\n`;
  }
  // A broken encoding leaves nothing that could be read.
  const readable = line.replaceAll(/[\p{Cc}\ufffd]/gu, ' ').trim();
  if (readable === '') return `${line.trim() === '' ? words.emptyLine : words.unreadable}\n`;
  const question = chosen(readable, state.numbered) ?? readable;
  let waiting = false;
  const onProgress = (): void => {
    if (interactive && !waiting) stdout.write(`${words.thinking}\n`);
    waiting = true;
  };
  const { answer, turn } = await responder.respond(question, state.turn, { signal, onProgress });
  Object.assign(state, { turn, language: answer.language, numbered: numberedOf(answer) });
  const echo = question === readable ? '' : `${faceWording(answer.language).asked(question)}\n\n`;
  return `${echo}${answerView(answer, width())}`;
}

/** The question behind a typed number; null when it is not the number of one. */
function chosen(line: string, numbered: readonly string[]): string | null {
  const typed = line.normalize('NFKC').replace(/\.$/, '');
  return /^\d{1,2}$/.test(typed) ? (numbered[Number(typed) - 1] ?? null) : null;
}

function greeting(assistant: Assistant, width: number): string {
  const [newest, ...others] = assistant.library.reports;
  const name = `${newest?.city ?? ''} ${newest?.name ?? ''}`.trim();
  const lines = [
    faceWording('ja').greeting(name, others.length),
    faceWording('en').greeting(name, others.length),
    ...examplesIn(assistant, 'ja').map((example) => `  ${example}`),
  ];
  return `${lines.flatMap((line) => wrap(printable(line), width)).join('\n')}\n\n`;
}

function help(assistant: Assistant, language: FaceLanguage): string {
  const words = faceWording(language);
  return [...words.help, ...examplesIn(assistant, language).map((example) => `  ${example}`)].join('\n');
}

/** Questions that the report can answer, made from its own names. */
function examplesIn(assistant: Assistant, language: FaceLanguage): readonly string[] {
  return assistant.ask(faceWording(language).askForHelp, null).answer.followUps.slice(0, 3);
}
