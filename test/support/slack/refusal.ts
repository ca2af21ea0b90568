import type { Json } from './json.ts';

/** A call that Slack declines: `{"ok":false,"error":code, …more}`, with HTTP status 200. */
export class Refusal extends Error {
  readonly code: string;
  readonly more: Json;

  constructor(code: string, more: Json = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

/** A refusal that lists what is wrong, as Slack does for blocks, views and arguments. */
export function refuseWith(code: string, problems: readonly string[]): Refusal {
  return new Refusal(code, {
    errors: problems,
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}
