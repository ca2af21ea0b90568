import type { Failure } from './wording.ts';

/** What a model is told that it did wrong, once for each kind; `calls`: it came to no end. */
export type Slip = 'malformed' | 'empty' | 'unlooked' | 'language' | 'unsupported' | 'calls';

/** The model did not come to an answer that may be shown. */
export class GaveUp extends Error {
  readonly slip: Slip;

  constructor(slip: Slip) {
    super(`The model gave no answer: ${slip}`);
    this.name = 'GaveUp';
    this.slip = slip;
  }
}

/** A code of a server or of the network; anything longer or with spaces may hold what was asked. */
const CODE = /^[\w.-]{1,64}$/u;
const MOST_CAUSES = 8;
/** Every error of a model comes in it. */
const WRAPPER = 'MiddlewareError';

/** Why there is no answer, for the asker and for a log. `detail` holds nothing that was asked or said. */
export function failureOf(error: unknown): { readonly why: Failure; readonly detail: string } {
  const chain = causesOf(error);
  const gaveUp = chain.find((cause) => cause instanceof GaveUp);
  if (gaveUp instanceof GaveUp)
    return {
      why: gaveUp.slip === 'unsupported' || gaveUp.slip === 'unlooked' ? 'unsupported' : 'unusable',
      detail: gaveUp.slip,
    };
  const status = statusOf(chain);
  const names = [...new Set(chain.map(nameOf))].filter((name) => name !== WRAPPER).join(' ← ');
  const codes = chain.flatMap((cause) => [read(cause, 'code'), read(cause, 'type')]);
  const known = [...new Set(codes.filter((code) => typeof code === 'string' && CODE.test(code)))];
  return {
    why: status === 429 ? 'busy' : 'failed',
    detail: [names, ...(status === null ? [] : [status]), ...known].join(' '),
  };
}

/** True for a failure that may be over in a moment: no connection, a broken answer, too many requests, a server's fault. */
export function mayPass(error: unknown): boolean {
  const status = statusOf(causesOf(error));
  return status === null || status === 408 || status === 429 || status >= 500;
}

/** An error and what caused it. */
export function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let cause = error; cause instanceof Error && chain.length < MOST_CAUSES; cause = cause.cause) chain.push(cause);
  return chain;
}

/** The answer of the server in a number, when it gave one. */
export function statusOf(chain: readonly Error[]): number | null {
  return chain.map((cause) => read(cause, 'status')).find((status) => typeof status === 'number') ?? null;
}

/** The library leaves the names of its errors to their classes. */
function nameOf(error: Error): string {
  const name = error.name === 'Error' ? error.constructor.name : error.name;
  return CODE.test(name) ? name : 'Error';
}

function read(error: Error, name: string): unknown {
  return Object.entries(error).find(([own]) => own === name)?.[1];
}
