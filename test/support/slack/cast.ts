/** A person or a bot of a workspace. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** As Slack writes it: `ja-JP`, `en-US`. */
  readonly locale: string;
  readonly teamId: string;
  readonly kind: 'member' | 'guest' | 'single-channel guest' | 'stranger' | 'bot';
}

/** A conversation. The members are user ids; the app's bot user is one of them where it was invited. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly members: Set<string>;
  /** Shared with another workspace by Slack Connect. */
  readonly shared: boolean;
  readonly archived: boolean;
}

/** Everybody and everything that exists before the first message. */
export interface Cast {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: { readonly id: string; readonly botId: string; readonly botUserId: string; readonly name: string };
  readonly users: ReadonlyMap<string, User>;
  readonly channels: Map<string, Channel>;
}

/** The ids that tests use most. */
export const STAFF = 'U0STAFF';
export const CLERK = 'U0CLERK';
export const GUEST = 'U0GUEST';
export const SINGLE_CHANNEL_GUEST = 'U0SINGLE';
export const STRANGER = 'U0STRANGER';
export const OTHER_BOT = 'U0OTHERBOT';
export const BOT = 'U0BOT';
export const OFFICE = 'C0OFFICE';
export const HALL = 'C0HALL';
export const CLOSED = 'C0CLOSED';
export const SHARED = 'C0SHARED';
export const HIDDEN = 'C0HIDDEN';
export const TEAM = 'T0CITY';
export const OTHER_TEAM = 'T0OTHER';

/**
 * A workspace with one of each: a Japanese and an English member, guests, a Slack Connect stranger, another bot; the
 * app is in `OFFICE` (public), `CLOSED` (private) and `SHARED` (Slack Connect), not in `HALL` (public) nor in
 * `HIDDEN` (private). Everybody has a direct message with the app. `moreStaff`: so many members besides, in `OFFICE`.
 */
export function cityHall({ moreStaff = 0 }: { readonly moreStaff?: number } = {}): Cast {
  const users = [
    ...Array.from({ length: moreStaff }, (_, i) => user(staffMember(i), `staff ${i}`, 'ja-JP', 'member')),
    user(STAFF, 'staff', 'ja-JP', 'member'),
    user(CLERK, 'clerk', 'en-US', 'member'),
    user(GUEST, 'guest', 'ja-JP', 'guest'),
    user(SINGLE_CHANNEL_GUEST, 'single', 'ja-JP', 'single-channel guest'),
    user(STRANGER, 'stranger', 'ja-JP', 'stranger'),
    user(OTHER_BOT, 'otherbot', 'en-US', 'bot'),
    user(BOT, 'gyokaku', 'ja-JP', 'bot'),
  ];
  const everybody = users.filter((each) => each.id !== BOT).map((each) => each.id);
  const channels = [
    channel(OFFICE, 'office', 'public', [BOT, ...everybody]),
    channel(HALL, 'hall', 'public', everybody),
    channel(CLOSED, 'closed', 'private', [BOT, STAFF, CLERK]),
    channel(HIDDEN, 'hidden', 'private', [STAFF]),
    { ...channel(SHARED, 'shared', 'public', [BOT, ...everybody]), shared: true },
    ...everybody.map((id) => directMessage(id)),
  ];
  return {
    team: { id: TEAM, name: 'City hall', domain: 'city-hall' },
    app: { id: 'A0GYOKAKU', botId: 'B0GYOKAKU', botUserId: BOT, name: 'gyokaku' },
    users: new Map(users.map((each) => [each.id, each])),
    channels: new Map(channels.map((each) => [each.id, each])),
  };
}

/** The id of one of the members besides. */
export function staffMember(index: number): string {
  return `U0STAFF${String(index).padStart(4, '0')}`;
}

/** The id of the direct message between the app and a user. */
export function dmOf(userId: string): string {
  return `D${userId.slice(1)}`;
}

/** The direct message between the app and a user. */
export function directMessage(userId: string): Channel {
  return channel(dmOf(userId), 'directmessage', 'im', [BOT, userId]);
}

function user(id: string, name: string, locale: string, kind: User['kind']): User {
  return { id, name, locale, kind, teamId: kind === 'stranger' ? OTHER_TEAM : TEAM };
}

function channel(id: string, name: string, kind: Channel['kind'], members: readonly string[]): Channel {
  return { id, name, kind, members: new Set(members), shared: false, archived: false };
}
