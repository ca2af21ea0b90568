export type ErrorCode =
  | 'LEXICON_INVALID'
  | 'CORPUS_EMPTY'
  | 'CORPUS_UNREADABLE'
  | 'USAGE'
  | 'MODEL_HOST'
  | 'SLACK_REFUSED'
  | 'WINDOW_REFUSED'
  | 'STATE_LOCKED'
  | 'STATE_NEWER'
  | 'STATE_UNWRITABLE'
  | 'STATE_DAMAGED'
  | 'STATE_WRITE_FAILED'
  | 'STATE_MISSING';

/** An error with a stable code. `message` says what is wrong, where, and what to do; it is safe to show. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
