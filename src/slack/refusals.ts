import type { Failure } from './api.ts';
import { BLOCKS_REFUSED } from './retry.ts';

/** What Slack refuses whatever the place: the token, its scopes, or the message itself. */
const EVERYWHERE = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'token_expired',
  'token_revoked',
  ...BLOCKS_REFUSED,
  'msg_too_long',
  'no_text',
]);

/**
 * True for a final refusal that has to do with the place: closed, archived, restricted, left, and what Slack will think
 * of next. The same can then be said somewhere else.
 */
export function isElsewherePossible({ code, mayPass }: Failure): boolean {
  return !mayPass && !EVERYWHERE.has(code);
}
