import type { Ids } from './ids.ts';
import type { Json } from './json.ts';
import { Refusal } from './refusal.ts';
import type { Waiting } from './waiting.ts';
import type { Block } from './workspace.ts';

/** A modal or a Home tab as Slack keeps it. */
export interface StoredView {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly user: string;
  readonly blocks: readonly Block[];
  readonly callback_id: string;
  readonly external_id: string;
  readonly private_metadata: string;
  readonly title: Json | null;
  readonly submit: Json | null;
  readonly close: Json | null;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
  readonly hash: string;
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
}

/** The parts of a view that the app gives. */
export type ViewDraft = Omit<StoredView, 'id' | 'user' | 'hash' | 'root_view_id' | 'previous_view_id'>;

/** How many modals may lie on each other. https://docs.slack.dev/surfaces/modals */
const MOST_MODALS = 3;

/** The Home tab and the open modals of everybody. */
export class Views {
  readonly #ids: Ids;
  readonly #waiting: Waiting;
  readonly #homes = new Map<string, StoredView>();
  readonly #modals = new Map<string, readonly StoredView[]>();

  constructor(ids: Ids, waiting: Waiting) {
    this.#ids = ids;
    this.#waiting = waiting;
  }

  /** What a user's Home tab shows. */
  home(user: string): StoredView | undefined {
    return this.#homes.get(user);
  }

  /** The modal on top before a user. */
  modal(user: string): StoredView | undefined {
    return this.#modals.get(user)?.at(-1);
  }

  /** Waits for a modal to be open before a user, or for one that fits. */
  modalThat(user: string, fits: (view: StoredView) => boolean = () => true, withinMs?: number): Promise<StoredView> {
    const find = () => {
      const modal = this.modal(user);
      return modal && fits(modal) ? modal : undefined;
    };
    return this.#waiting.until(find, `a modal before ${user}`, withinMs);
  }

  /** Waits for a Home tab of a user that fits. */
  homeThat(user: string, fits: (view: StoredView) => boolean = () => true, withinMs?: number): Promise<StoredView> {
    const find = () => {
      const home = this.home(user);
      return home && fits(home) ? home : undefined;
    };
    return this.#waiting.until(find, `a Home tab of ${user}`, withinMs);
  }

  /** @throws Refusal hash_conflict when the tab changed since the caller saw it */
  publish(user: string, draft: ViewDraft, hash: string | undefined): StoredView {
    const before = this.#homes.get(user);
    if (before && hash !== undefined && hash !== before.hash) throw new Refusal('hash_conflict');
    const id = before?.id ?? this.#ids.next('V');
    const view = { ...draft, id, user, hash: this.#ids.ts(), root_view_id: id, previous_view_id: null };
    this.#homes.set(user, view);
    this.#waiting.changed();
    return view;
  }

  /** Opens a modal alone (`open`) or on top of the others (`push`). @throws Refusal push_limit_reached */
  open(user: string, draft: ViewDraft, how: 'open' | 'push'): StoredView {
    const below = how === 'push' ? (this.#modals.get(user) ?? []) : [];
    if (below.length >= MOST_MODALS) throw new Refusal('push_limit_reached');
    const id = this.#ids.next('V');
    const root_view_id = below[0]?.id ?? id;
    const previous_view_id = below.at(-1)?.id ?? null;
    const view = { ...draft, id, user, hash: this.#ids.ts(), root_view_id, previous_view_id };
    this.#modals.set(user, [...below, view]);
    this.#waiting.changed();
    return view;
  }

  /** @throws Refusal not_found, hash_conflict */
  update(find: (view: StoredView) => boolean, draft: ViewDraft, hash: string | undefined): StoredView {
    const before = [...this.#modals.values(), [...this.#homes.values()]].flat().find(find);
    if (!before) throw new Refusal('not_found');
    if (hash !== undefined && hash !== before.hash) throw new Refusal('hash_conflict');
    const { id, user, root_view_id, previous_view_id } = before;
    const view = { ...draft, id, user, root_view_id, previous_view_id, hash: this.#ids.ts() };
    if (before.type === 'home') this.#homes.set(user, view);
    else {
      const modals = this.#modals.get(user) ?? [];
      this.#modals.set(
        user,
        modals.map((each) => (each.id === id ? view : each)),
      );
    }
    this.#waiting.changed();
    return view;
  }

  /** Takes away the modal on top, or all of them. */
  close(user: string, all: boolean): void {
    const modals = this.#modals.get(user) ?? [];
    this.#modals.set(user, all ? [] : modals.slice(0, -1));
    this.#waiting.changed();
  }
}
