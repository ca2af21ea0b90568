import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boltApp } from './bolt-app.ts';
import { OFFICE, STAFF } from './cast.ts';
import { type StandInSlack, startSlack } from './server.ts';

describe('a real Bolt app on the stand-in', () => {
  let slack: StandInSlack;
  let app: App;

  beforeAll(async () => {
    slack = await startSlack();
    app = boltApp(slack);
    app.event('app_mention', async ({ event, client }) => {
      const blocks = [
        { type: 'section', text: { type: 'mrkdwn', text: `*${event.text}*` } },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'source', value: '23', text: { type: 'plain_text', text: 'Source' } },
          ],
        },
      ];
      await client.chat.postMessage({
        channel: event.channel,
        thread_ts: event.thread_ts ?? event.ts,
        text: event.text,
        blocks,
      });
    });
    app.message(async ({ message, say }) => {
      if (message.subtype === undefined) await say({ text: `DM ${message.text}`, thread_ts: message.ts });
    });
    app.action('source', async ({ ack, body, client, action }) => {
      await ack();
      if (body.type !== 'block_actions' || action.type !== 'button') return;
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'reason',
          title: { type: 'plain_text', text: 'Source' },
          submit: { type: 'plain_text', text: 'Send' },
          blocks: [
            {
              type: 'input',
              block_id: 'why',
              label: { type: 'plain_text', text: `Item ${action.value}` },
              element: { type: 'plain_text_input', action_id: 'text' },
            },
          ],
        },
      });
    });
    app.view('reason', async ({ ack, view }) => {
      const said = view.state.values.why?.text?.value;
      await (said === 'no' ? ack({ response_action: 'errors', errors: { why: 'say more' } }) : ack());
    });
    app.command('/gyokaku', async ({ ack, command, respond }) => {
      await ack({ text: `asked ${command.text}` });
      await respond({ text: 'for all', response_type: 'in_channel' });
    });
    app.event('app_home_opened', async ({ event, client }) => {
      const view = {
        type: 'home' as const,
        blocks: [{ type: 'header', text: { type: 'plain_text', text: event.tab ?? '' } }],
      };
      await client.views.publish({ user_id: event.user, view });
    });
    await app.start();
  });

  afterAll(async () => {
    await app.stop();
    await slack.stop();
  });

  it('is mentioned and answers in the thread', async () => {
    const question = await slack.person(STAFF).mentions(OFFICE, 'a < b & c');
    const reply = await slack.workspace.replyTo(question);
    expect(reply.text).toBe('<@U0BOT> a &lt; b &amp; c');
    expect(reply.thread_ts).toBe(question.ts);
    expect(reply.blocks?.map((block) => block.type)).toEqual(['section', 'actions']);
  });

  it('opens a modal for a press and reads what is submitted', async () => {
    const person = slack.person(STAFF);
    const reply = await slack.workspace.replyTo(await person.mentions(OFFICE, 'x'));
    await person.presses(reply, 'source');
    const modal = await slack.views.modalThat(STAFF);
    expect(modal.title).toEqual({ type: 'plain_text', text: 'Source' });
    expect(await person.submits(modal, { text: 'no' })).toEqual({ errors: { why: 'say more' } });
    expect(await person.submits(modal, { text: 'because' })).toEqual({});
    expect(slack.views.modal(STAFF)).toBeUndefined();
  });

  it('answers a direct message and does not answer itself', async () => {
    const question = await slack.person(STAFF).writes('hello');
    expect((await slack.workspace.replyTo(question)).text).toBe('DM hello');
    expect(slack.workspace.repliesTo(question)).toHaveLength(1);
  });

  it('answers a command to the person and to the channel', async () => {
    const said = await slack.person(STAFF).command('/gyokaku', 'list', OFFICE);
    expect(said).toMatchObject({ text: 'asked list', visibleTo: STAFF });
    const loud = () => slack.workspace.messages(OFFICE).find((message) => message.text === 'for all');
    expect(await slack.workspace.until(loud, 'an answer for all')).toMatchObject({ bot_id: 'B0GYOKAKU' });
  });

  it('publishes Home', async () => {
    await slack.person(STAFF).opensHome();
    const home = await slack.views.homeThat(STAFF);
    expect(home.blocks[0]).toMatchObject({ type: 'header', text: { text: 'home' } });
  });
});
