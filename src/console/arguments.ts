import { BOTH } from '../face-wording.ts';

/** What is wrong with the arguments of a command, in both languages; null when the error is about something else. */
export function argumentProblem(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  // Node names the argument in quotes, with `<value>` behind it where one belongs there.
  const named = /'([^']*?)(?: <[^']*)?'/u.exec(error.message)?.[1] ?? error.message;
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return BOTH.unknownOption(named);
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return BOTH.wrongValue(named);
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return BOTH.unexpected(named);
    default:
      return null;
  }
}
