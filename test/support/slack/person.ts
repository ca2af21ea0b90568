import { directMessage, dmOf, type User } from './cast.ts';
import { type Choice, isEmpty, valuesOf } from './elements.ts';
import { closed, commanded, pressedInMessage, pressedInView, submitted } from './interactions.ts';
import { isObject, type Json, objectIn, textIn } from './json.ts';
import { draftOf } from './methods/views.ts';
import { answerAt } from './response-url.ts';
import { asMessage } from './shapes.ts';
import type { StoredView } from './views.ts';
import type { Place, StoredMessage } from './workspace.ts';
import type { World } from './world.ts';

/** What came of submitting a modal. */
export interface Submission {
  /** Messages by block id that the person sees in the modal, which stays open. */
  readonly errors?: Json;
  /** The modal that is now on top, if any. */
  readonly view?: StoredView;
}

/** A person at the keyboard. Every method resolves when the app has acknowledged what it was sent. */
export class Person {
  readonly id: string;
  readonly #world: World;

  constructor(id: string, world: World) {
    this.id = id;
    this.#world = world;
  }

  /** Writes `@app text` in a channel or in one of its threads. */
  mentions(channel: string, text: string, where: { readonly thread?: string } = {}): Promise<StoredMessage> {
    return this.#post(channel, this.#mention(text), where.thread);
  }

  /** Writes in a channel without mentioning the app. */
  says(channel: string, text: string, where: { readonly thread?: string } = {}): Promise<StoredMessage> {
    return this.#post(channel, escaped(text), where.thread);
  }

  /** Writes to the app in their direct message. */
  writes(text: string, where: { readonly thread?: string } = {}): Promise<StoredMessage> {
    return this.#post(this.#dm(), escaped(text), where.thread);
  }

  /** Mentions the app and waits for its reply, however often the event has to be sent. */
  async asks(
    channel: string,
    text: string,
    withinMs?: number,
  ): Promise<{ question: StoredMessage; reply: StoredMessage }> {
    const { workspace, events, inBackground } = this.#world;
    const question = this.#store(channel, this.#mention(text), undefined);
    inBackground(events.posted(question));
    return { question, reply: await workspace.replyTo(question, withinMs) };
  }

  /** Edits an own message; a mention of the app at its beginning stays. */
  async edits(place: Place, text: string): Promise<StoredMessage> {
    const before = this.#own(place);
    const mention = before.text.match(/^<@\w+> /)?.[0] ?? '';
    const { blocks: _, ...kept } = before;
    const edited = { user: this.id, ts: this.#world.ids.ts() };
    const after = { ...kept, text: mention + escaped(text), edited };
    this.#world.workspace.replace(after);
    await this.#world.events.edited(before, after);
    return after;
  }

  /** Deletes an own message. Where it has answers, Slack leaves a tombstone in its place. */
  async deletes(place: Place): Promise<void> {
    const { workspace, events } = this.#world;
    const before = this.#own(place);
    const answered = workspace.replies(before.channel, before.ts).length > 0;
    const { blocks: _, ...kept } = before;
    const tombstone: StoredMessage = { ...kept, user: 'USLACKBOT', text: 'This message was deleted.' };
    if (answered) workspace.replace(tombstone);
    else workspace.remove(before);
    const shown = answered ? { ...asMessage(tombstone, workspace), subtype: 'tombstone', hidden: true } : undefined;
    await events.deleted(before, shown);
  }

  /** Uses a slash command. What the app acknowledges it with is shown to this person and returned. */
  async command(name: string, text: string, channel: string): Promise<StoredMessage | undefined> {
    const place = this.#world.workspace.channel(channel);
    const payload = commanded(this.#user(), name, escaped(text), place, this.#world);
    const answer = await this.#world.delivery.once('slash_commands', payload);
    const body = typeof answer === 'string' ? { text: answer } : (answer ?? {});
    if (!body.text && body.blocks === undefined) return undefined;
    return answerAt({ channel, user: this.id }, body, this.#world);
  }

  opensHome(): Promise<void> {
    return this.#world.events.homeOpened(this.id, 'home', this.#dm());
  }

  /** Opens the direct message with the app: the agent pane. */
  opensMessages(): Promise<void> {
    return this.#world.events.homeOpened(this.id, 'messages', this.#dm());
  }

  /** Presses the stop button of a conversation. */
  stops(place: Place): Promise<void> {
    return this.#world.events.sessionStopped(this.id, place.channel, place.ts);
  }

  /** Adds a reaction to a message. */
  async reacts(place: Place, emoji: string): Promise<void> {
    const message = this.#current(place);
    const others = (message.reactions ?? []).filter((each) => each.name !== emoji);
    const users = message.reactions?.find((each) => each.name === emoji)?.users ?? [];
    const after = { ...message, reactions: [...others, { name: emoji, users: [...users, this.id] }] };
    this.#world.workspace.replace(after);
    await this.#world.events.reacted(this.id, emoji, after);
  }

  /**
   * Presses a button or picks an option of a message or a view, as it stands there now.
   * @param choice the value of the button or option, where the action id alone does not say which
   * @throws Error when there is no such thing to press
   */
  async presses(target: StoredMessage | StoredView, actionId: string, choice?: Choice): Promise<void> {
    const payload =
      'channel' in target
        ? pressedInMessage(this.#user(), this.#current(target), actionId, choice, this.#world)
        : pressedInView(this.#user(), this.#open(target), actionId, choice, this.#world);
    await this.#world.delivery.once('interactive', payload);
  }

  /**
   * Submits a modal. What the app acknowledges it with is done: errors shown, view exchanged, modals closed.
   * @param filled what was filled in, by action id
   * @throws Error when a required field is empty: Slack does not let such a modal go
   */
  async submits(target: StoredView, filled: Readonly<Record<string, Choice>> = {}): Promise<Submission> {
    const view = this.#open(target);
    const values = valuesOf(view.blocks, filled);
    for (const block of view.blocks) {
      if (block.type !== 'input' || block.optional === true) continue;
      const [state] = Object.values(objectIn(values, block.block_id));
      if (!isObject(state) || isEmpty(state)) throw new Error(`${block.block_id} must be filled in`);
    }
    const payload = submitted(this.#user(), view, values, this.#world);
    const answer = await this.#world.delivery.once('interactive', payload);
    return this.#afterSubmission(view, answer);
  }

  /** Closes the modal on top. */
  async closes(target: StoredView): Promise<void> {
    const view = this.#open(target);
    this.#world.views.close(this.id, view.clear_on_close);
    if (!view.notify_on_close) return;
    await this.#world.delivery.once('interactive', closed(this.#user(), view, view.clear_on_close, this.#world));
  }

  #afterSubmission(view: StoredView, answer: Json | string | undefined): Submission {
    const { views } = this.#world;
    const action = textIn(answer, 'response_action');
    if (action === 'errors') return { errors: objectIn(answer, 'errors') };
    if (action === 'update' || action === 'push') {
      const draft = draftOf(objectIn(answer, 'view'), 'modal', this.#world);
      const next =
        action === 'push'
          ? views.open(this.id, draft, 'push')
          : views.update((each) => each.id === view.id, draft, undefined);
      return { view: next };
    }
    views.close(this.id, action === 'clear');
    const next = views.modal(this.id);
    return next ? { view: next } : {};
  }

  #mention(text: string): string {
    return `<@${this.#world.cast.app.botUserId}> ${escaped(text)}`;
  }

  async #post(channel: string, text: string, thread: string | undefined): Promise<StoredMessage> {
    const message = this.#store(channel, text, thread);
    await this.#world.events.posted(message);
    return message;
  }

  #store(channel: string, text: string, thread: string | undefined): StoredMessage {
    const { workspace } = this.#world;
    if (!workspace.channel(channel).members.has(this.id)) throw new Error(`${this.id} is not in ${channel}`);
    const bot = this.#user().kind === 'bot' ? { bot_id: `B${this.id.slice(1)}` } : {};
    return workspace.post(channel, {
      user: this.id,
      text,
      blocks: [richText(text, this.#world)],
      ...bot,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
  }

  #dm(): string {
    const id = dmOf(this.id);
    if (!this.#world.cast.channels.has(id)) this.#world.cast.channels.set(id, directMessage(this.id));
    return id;
  }

  #user(): User {
    return this.#world.workspace.user(this.id);
  }

  #current({ channel, ts }: Place): StoredMessage {
    const { workspace } = this.#world;
    const whispered = workspace.whispered(ts);
    const message = workspace.message(channel, ts) ?? (whispered?.visibleTo === this.id ? whispered : undefined);
    if (!message || !workspace.channel(channel).members.has(this.id))
      throw new Error(`${this.id} sees no ${ts} in ${channel}`);
    return message;
  }

  #own(place: Place): StoredMessage {
    const message = this.#current(place);
    if (message.user !== this.id) throw new Error(`${place.ts} is not by ${this.id}`);
    return message;
  }

  #open({ id }: StoredView): StoredView {
    const { views } = this.#world;
    const open = [views.modal(this.id), views.home(this.id)].find((view) => view?.id === id);
    if (!open) throw new Error(`${this.id} does not see the view ${id}`);
    return open;
  }
}

/** As Slack sends what a person typed. https://docs.slack.dev/messaging/formatting-message-text */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The block that Slack's composer makes of a text. */
function richText(text: string, { ids }: World) {
  const mention = text.match(/^<@(\w+)>/);
  const typed = text.slice(mention?.[0].length ?? 0);
  const plain = typed.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const elements = [...(mention ? [{ type: 'user', user_id: mention[1] }] : []), { type: 'text', text: plain }];
  return { type: 'rich_text', block_id: ids.next('b'), elements: [{ type: 'rich_text_section', elements }] };
}
