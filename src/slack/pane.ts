import type { Question } from '../state/questions.ts';
import type { SlackApi } from './api.ts';
import type { Place } from './deliver.ts';
import { clean } from './views/escape.ts';
import { cut, LIMITS } from './views/limits.ts';
import type { SlackWording } from './wording.ts';

/** What surrounds a direct conversation. Extras that some plans lack: a refusal is of no consequence. */
export interface Pane {
  /** Offers questions when a conversation is opened. */
  prompts(channel: string, questions: readonly string[], words: SlackWording): Promise<void>;
  /** Names a conversation by its first question. */
  title(place: Place, question: Question): void;
}

/** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
const MOST_PROMPTS = 4;
const TITLE = 60;

export function createPane(api: SlackApi): Pane {
  return {
    async prompts(channel, questions, words) {
      await api.call('assistant.threads.setSuggestedPrompts', {
        channel_id: channel,
        title: words.pane.prompts,
        prompts: questions
          .slice(0, MOST_PROMPTS)
          .map((message) => ({ title: cut(message, LIMITS.button.text), message })),
      });
    },
    title({ channel, thread }, { text }) {
      const title = cut(clean(text).replaceAll('\n', ' ').trim(), TITLE);
      if (title === '') return;
      void api.call('assistant.threads.setTitle', { channel_id: channel, thread_ts: thread, title });
    },
  };
}
