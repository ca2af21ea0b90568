import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boltApp } from './bolt-app.ts';
import { OFFICE, STAFF } from './cast.ts';
import { type Json, objectIn } from './json.ts';
import { type StandInSlack, startSlack } from './server.ts';

let slack: StandInSlack;
let app: App;
let clock: number;
/** Bodies of everything that the app was sent. */
let bodies: Json[];

const plain = (text: string) => ({ type: 'plain_text' as const, text });

beforeEach(async () => {
  clock = 1_700_000_000_000;
  bodies = [];
  slack = await startSlack({ now: () => clock });
  app = boltApp(slack);
  app.use(async ({ body, next }) => {
    bodies.push({ ...body });
    await next();
  });
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

describe('modals and Home', () => {
  const modal = (title: string) => ({
    type: 'modal' as const,
    title: plain(title),
    callback_id: title,
    submit: plain('ok'),
    blocks: [],
  });

  it('open once per trigger, within three seconds', async () => {
    await app.start();
    app.command('/gyokaku', ({ ack }) => ack());
    const trigger = async () => {
      await slack.person(STAFF).command('/gyokaku', 'x', OFFICE);
      return String(bodies.at(-1)?.trigger_id);
    };
    const open = (trigger_id: string) => app.client.views.open({ trigger_id, view: modal('a') });
    const first = await trigger();
    await open(first);
    await expect(open(first)).rejects.toThrow('exchanged_trigger_id');
    await expect(open('1.2.abc')).rejects.toThrow('invalid_trigger_id');
    const second = await trigger();
    clock += 3001;
    await expect(open(second)).rejects.toThrow('expired_trigger_id');
  });

  it('are exchanged, laid on each other and cleared by what a submission answers', async () => {
    await app.start();
    app.command('/gyokaku', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('first') });
    });
    app.view('first', ({ ack }) => ack({ response_action: 'update', view: modal('second') }));
    app.view('second', ({ ack }) => ack({ response_action: 'push', view: modal('third') }));
    app.view('third', ({ ack }) => ack({ response_action: 'clear' }));
    const person = slack.person(STAFF);
    await person.command('/gyokaku', 'x', OFFICE);
    const first = await slack.views.modalThat(STAFF);
    const second = (await person.submits(first)).view;
    expect(second).toMatchObject({ callback_id: 'second', id: first.id });
    const third = second && (await person.submits(second)).view;
    expect(third).toMatchObject({ callback_id: 'third', previous_view_id: first.id, root_view_id: first.id });
    expect(third && (await person.submits(third))).toEqual({});
    expect(slack.views.modal(STAFF)).toBeUndefined();
  });

  it('do not go with a required field empty', async () => {
    await app.start();
    const input = {
      type: 'input',
      block_id: 'why',
      label: plain('l'),
      element: { type: 'plain_text_input', action_id: 't' },
    };
    app.command('/gyokaku', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: { ...modal('a'), blocks: [input] } });
    });
    app.view('a', ({ ack }) => ack());
    await slack.person(STAFF).command('/gyokaku', 'x', OFFICE);
    const view = await slack.views.modalThat(STAFF);
    await expect(slack.person(STAFF).submits(view)).rejects.toThrow('why must be filled in');
    await slack.person(STAFF).submits(view, { t: 'because' });
    expect(objectIn(bodies.at(-1), 'view')).toMatchObject({ state: { values: { why: { t: { value: 'because' } } } } });
  });

  it('are not overwritten by one who has seen an older Home', async () => {
    const publish = (hash?: string) => {
      const view = { type: 'home' as const, blocks: [{ type: 'divider' }] };
      return app.client.views.publish({ user_id: STAFF, view, ...(hash === undefined ? {} : { hash }) });
    };
    const hash = (await publish()).view?.hash;
    await publish(hash);
    await expect(publish(hash)).rejects.toThrow('hash_conflict');
  });
});
