import type { SlackApi } from './api.ts';
import type { Place } from './deliver.ts';

/** Says that an answer is being worked on, but only when it takes longer than people notice. */
export interface StatusLine {
  /** `say` gives the line for the moment. Ends with `done`; Slack takes the line away itself when the reply arrives. */
  begin(place: Place, say: () => string): { change(): void; done(): void };
}

/** Milliseconds until a line is shown. */
const PATIENCE = 500;

/**
 * The line below the input of the direct messages, and the stop button of the agent pane. Both are extras that some
 * plans lack, so that a refusal is of no consequence.
 * @see https://docs.slack.dev/reference/methods/assistant.threads.setStatus
 * @see https://docs.slack.dev/ai/agent-sessions/
 */
export function createStatusLine(api: SlackApi): StatusLine {
  return {
    begin({ channel, thread }, say) {
      if (thread === null) return { change: () => undefined, done: () => undefined };
      const where = { channel_id: channel, thread_ts: thread };
      let isShown = false;
      // One call after the other: a late "processing" would stay for ever.
      let calls: Promise<unknown> = Promise.resolve();
      const call = (method: string, args: Readonly<Record<string, unknown>>) => {
        calls = calls.then(() => api.call(method, { ...where, ...args }));
      };
      const show = () => call('assistant.threads.setStatus', { status: say() });
      const timer = setTimeout(() => {
        isShown = true;
        call('agents.sessions.setStatus', { status: 'processing' });
        show();
      }, PATIENCE);
      return {
        change() {
          if (isShown) show();
        },
        done() {
          clearTimeout(timer);
          if (!isShown) return;
          call('assistant.threads.setStatus', { status: '' });
          call('agents.sessions.setStatus', { status: 'active' });
        },
      };
    },
  };
}
