import type { StandIn } from '../../src/stand-in/start.js';
import { aBoltApp, aWorkspace } from './small-app.js';
import type { TestClock } from './test-clock.js';

describe.each(['http', 'socket'] as const)('a real Bolt app by %s', (mode) => {
  let slack: StandIn;
  let clock: TestClock;
  let stop: () => Promise<void>;
  let heard: string[];

  beforeEach(async () => {
    ({ slack, clock } = await aWorkspace());
    heard = [];
    ({ stop } = await aBoltApp(slack, mode, (app) => {
      app.event('message', async ({ event, context }) => {
        const text = 'text' in event ? event.text : '';
        heard.push(
          `${event.subtype ?? 'plain'}: ${text}${context.retryNum ? ` (retry ${context.retryNum})` : ''}`,
        );
      });
      app.event(/^(?!message$)/, async ({ event }) => void heard.push(event.type));
      app.command('/incident', async ({ command, ack, client }) => {
        heard.push(`command: ${command.text}`);
        await ack(`You said ${command.text}`);
        await client.chat.postMessage({
          channel: command.channel_id,
          text: 'Card',
          blocks: [
            {
              type: 'actions',
              block_id: 'card',
              elements: [
                { type: 'button', action_id: 'lead', value: '7', text: { type: 'plain_text', text: 'Lead' } },
              ],
            },
          ],
        });
      });
      app.action('lead', async ({ ack, respond, body, action }) => {
        await ack();
        heard.push(`pressed by ${body.user.name}: ${'value' in action ? action.value : ''}`);
        await respond({ text: 'Ana leads', replace_original: true });
      });
    }));
  });

  afterEach(async () => {
    await stop();
    await slack.close();
  });

  it('hears what people say, as Slack would write it', async () => {
    const ana = slack.as('ana');
    const ts = ana.post('ops', 'a < b & see https://x.example/?a=1&b=2, ask @ben');
    ana.edit('ops', ts, 'better');
    ana.pin('ops', ts);
    slack.as('ben').react('ops', ts, 'eyes');
    ana.delete('ops', ts);

    await slack.settled();

    expect(heard).toEqual([
      `plain: a &lt; b &amp; see <https://x.example/?a=1&amp;b=2>, ask <@${slack.as('ben').id}>`,
      'message_changed: ',
      'pin_added',
      'reaction_added',
      'message_deleted: ',
    ]);
    expect(slack.deliveries.map((delivery) => delivery.state)).toEqual(Array(5).fill('acked'));
  });

  it('answers a command, posts a card, and its button replaces the card', async () => {
    slack.as('ana').command('ops', '/incident', 'declare Disk full, ask @ben');
    const card = () => slack.channel('ops').messages.find((message) => message.blocks.length > 0);
    await slack.until(() => card() !== undefined);
    await slack.settled();
    slack.as('ben').click('ops', card()?.ts ?? '', 'lead');
    await slack.until(() => card() === undefined);
    await slack.settled();

    const said = `declare Disk full, ask <@${slack.as('ben').id}|ben>`;
    expect(heard).toEqual([`command: ${said}`, 'plain: Card', 'pressed by ben: 7', 'message_changed: ']);
    expect(slack.channel('ops').messages).toMatchObject([
      { text: `You said ${said}`, ephemeralTo: slack.as('ana').id },
      { text: 'Ana leads', blocks: [], ephemeralTo: null },
    ]);
  });

  it('hears nothing of channels it is not in', async () => {
    slack.as('ana').post('general', 'hello');

    await slack.settled();

    expect(slack.deliveries).toEqual([]);
  });

  it('is told twice when deliveries are duplicated', async () => {
    slack.deliveryMode({ duplicate: true });
    slack.as('ana').post('ops', 'hello');

    await slack.settled();

    expect(heard).toEqual(['plain: hello', 'plain: hello (retry 1)']);
  });

  it('is told in another order when neighbours are swapped', async () => {
    slack.deliveryMode({ swapNeighbours: true });
    for (const text of ['1', '2', '3', '4', '5']) slack.as('ana').post('ops', text);

    await slack.settled();

    expect(heard.map((line) => line.at(-1)).join('')).toBe('21435');
  });

  it('hears in the end what it missed while it was away, once', async () => {
    await stop();
    slack.as('ana').post('ops', 'anyone?');
    const quiet = await slack.settled();
    ({ stop } = await aBoltApp(slack, mode, (app) => {
      app.event('message', async ({ context }) => void heard.push(`retry ${context.retryNum}`));
    }));
    clock.pass(60_000);

    await slack.settled();

    expect(quiet).toEqual({ scheduledRetries: 1, nextRetryAt: new Date('2021-03-04T02:51:00Z') });
    expect(heard).toEqual(['retry 2']);
  });
});
