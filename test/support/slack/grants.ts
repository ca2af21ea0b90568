import { Refusal } from './refusal.ts';

/** What Gyokaku asks for in a workspace where it may do everything it can. */
export const ALL_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
] as const;

/** The scopes of the bot token. */
export class Grants {
  readonly #scopes: Set<string>;

  constructor(scopes: readonly string[]) {
    this.#scopes = new Set(scopes);
  }

  has(scope: string): boolean {
    return this.#scopes.has(scope);
  }

  /** As in the `x-oauth-scopes` header. */
  toString(): string {
    return [...this.#scopes].join(',');
  }

  take(...scopes: readonly string[]): void {
    for (const scope of scopes) this.#scopes.delete(scope);
  }

  give(...scopes: readonly string[]): void {
    for (const scope of scopes) this.#scopes.add(scope);
  }

  /** @throws Refusal missing_scope when none of the scopes was granted */
  demand(anyOf: readonly string[]): void {
    if (anyOf.length > 0 && !anyOf.some((scope) => this.#scopes.has(scope))) {
      throw new Refusal('missing_scope', { needed: anyOf.join(','), provided: this.toString() });
    }
  }
}
