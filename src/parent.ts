import type { Wait } from './slack/wait.ts';

/** A process that can tell who started it, as the system sees it at this moment. */
export interface Child {
  readonly ppid: number;
}

/** Milliseconds. */
const LOOK_EVERY = 1000;

/**
 * Resolves when whoever started this process is gone, and when the signal says so. Between npm and the program stands a
 * shell: npm passes a signal on to that shell, which dies of it and tells nobody. `exec` in the script would do away with
 * the shell, but Windows has no such word. (On Windows a parent never changes, and a console ends all that is in it.)
 */
export async function parentGone(child: Child, wait: Wait, signal: AbortSignal): Promise<void> {
  const { ppid } = child;
  while (child.ppid === ppid && !signal.aborted) await wait(LOOK_EVERY);
}
