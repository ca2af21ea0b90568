import type { ToolName } from '../tools/all.ts';
import type { Assistant, Reply, Turn } from './assistant.ts';
import type { Language } from './frame.ts';

/** What is being done for a question that takes longer: a tool in use, by its name. */
export interface Progress {
  readonly tool: ToolName | null;
}

export interface RespondOptions {
  /** Ends the work: the time is up, or the asker pressed stop. */
  readonly signal: AbortSignal;
  /** Language of a question that is in none. */
  readonly language?: Language;
  readonly onProgress?: (progress: Progress) => void;
}

/** Answers a question, however long that takes. What every face asks; the rules alone answer at once. */
export interface Responder {
  /** Never rejects for a question; `previous` is the turn before in the same conversation. */
  respond(question: string, previous: Turn | null, options: RespondOptions): Promise<Reply>;
}

/** Answers by the rules alone: nothing leaves the process. */
export function rulesOnly(assistant: Assistant): Responder {
  return {
    async respond(question, previous, { language }) {
      return assistant.ask(question, previous, language);
    },
  };
}
