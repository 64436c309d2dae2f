import { createServer, type Server } from 'node:http';
import { SocketModeReceiver } from '@slack/bolt';
import type { StandIn } from '../../src/stand-in/start.js';
import { aBoltApp, aWorkspace } from './small-app.js';
import type { TestClock } from './test-clock.js';

interface Heard {
  readonly body: string;
  readonly retry: string | undefined;
  readonly reason: string | undefined;
}

/** An app that answers as it is told, one after another, and at last always 200. */
async function aRudeApp(answers: readonly (number | 'silence' | 'no-retry')[]): Promise<{
  readonly heard: Heard[];
  readonly url: string;
  close(): void;
}> {
  const heard: Heard[] = [];
  const left = [...answers];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const header = (name: string) => request.headers[name]?.toString();
      heard.push({ body, retry: header('x-slack-retry-num'), reason: header('x-slack-retry-reason') });
      const answer = left.shift() ?? 200;
      if (answer === 'silence') return;
      if (answer === 'no-retry') response.writeHead(500, { 'x-slack-no-retry': '1' }).end();
      else response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    heard,
    url: `http://127.0.0.1:${address.port}/slack/events`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

let slack: StandIn;
let clock: TestClock;
beforeEach(async () => {
  ({ slack, clock } = await aWorkspace({ ackLimitMs: 100 }));
});
afterEach(() => slack.close());

describe('retries over HTTP', () => {
  it('come at once, after one minute and after five, and then no more', async () => {
    const app = await aRudeApp([500, 'silence', 503, 500]);
    slack.app.requestUrl = app.url;
    slack.as('ana').post('ops', 'hello');

    const first = await slack.settled();
    clock.pass(60_000);
    const second = await slack.settled();
    clock.pass(5 * 60_000);
    const third = await slack.settled();
    app.close();

    expect(app.heard.map(({ retry, reason }) => [retry, reason])).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_timeout'],
      ['3', 'http_error'],
    ]);
    expect([first, second, third].map((quiet) => quiet.nextRetryAt?.toISOString() ?? null)).toEqual([
      '2021-03-04T02:51:00.000Z',
      '2021-03-04T02:56:00.000Z',
      null,
    ]);
    expect(slack.deliveries[0]?.state).toBe('given-up');
    expect(new Set(app.heard.map(({ body }) => body)).size).toBe(1);
  });

  it('are waited for when that is asked', async () => {
    const app = await aRudeApp([500, 500]);
    slack.app.requestUrl = app.url;
    slack.as('ana').post('ops', 'hello');
    await slack.settled();

    const all = slack.settled({ includeRetries: true });
    clock.pass(60_000);

    expect(await all).toEqual({ scheduledRetries: 0, nextRetryAt: null });
    app.close();
  });

  it('do not come when the app declines them, nor for commands', async () => {
    const app = await aRudeApp(['no-retry', 500]);
    slack.app.requestUrl = app.url;
    slack.as('ana').post('ops', 'hello');
    slack.as('ana').command('ops', '/incident', 'status');

    await slack.settled();
    app.close();

    expect(app.heard).toHaveLength(2);
    expect(slack.deliveries.map((delivery) => delivery.state)).toEqual(['given-up', 'given-up']);
  });
});

describe('order and silence', () => {
  it('withholds deliveries and lets them go in another order', async () => {
    const app = await aRudeApp([]);
    slack.app.requestUrl = app.url;
    slack.withhold();
    for (const text of ['1', '2', '3']) slack.as('ana').post('ops', text);
    await slack.settled();
    const before = app.heard.length;

    slack.release((held) => [...held].reverse());
    await slack.settled();
    app.close();

    expect(before).toBe(0);
    expect(app.heard.map(({ body }) => JSON.parse(body).event.text)).toEqual(['3', '2', '1']);
  });

  it('keeps the last neighbour back until it is let go', async () => {
    const app = await aRudeApp([]);
    slack.app.requestUrl = app.url;
    slack.deliveryMode({ swapNeighbours: true });
    slack.as('ana').post('ops', '1');
    await slack.settled({ keepHeld: true });
    const before = app.heard.length;
    slack.as('ana').post('ops', '2');
    await slack.settled({ keepHeld: true });
    app.close();

    expect(before).toBe(0);
    expect(app.heard.map(({ body }) => JSON.parse(body).event.text)).toEqual(['2', '1']);
  });

  it('delivers several at once when asked', async () => {
    const app = await aRudeApp(['silence', 200, 200]);
    slack.app.requestUrl = app.url;
    slack.deliveryMode({ concurrency: 3 });
    for (const text of ['1', '2', '3']) slack.as('ana').post('ops', text);

    await slack.until(() => app.heard.length === 3 && slack.deliveries[2]?.state === 'acked');

    expect(slack.deliveries[0]?.state).toBe('waiting');
    await slack.settled();
    app.close();
  });
});

describe('signatures', () => {
  it.each([
    ['right', 0, 200],
    ['right', 360, 401],
    ['right', -600, 200],
    ['wrong', 0, 401],
    ['none', 0, 401],
  ] as const)('%s and %i seconds old: Bolt answers %i', async (signature, ageSeconds, status) => {
    const { stop } = await aBoltApp(slack, 'http', () => {});

    const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });
    const answer = await slack.sendRaw({ body, signature, ageSeconds });
    await stop();

    expect(answer.status).toBe(status);
  });

  it('can be wrong for a while', async () => {
    const heard: string[] = [];
    const { stop } = await aBoltApp(slack, 'http', (app) => {
      app.event('message', async ({ event }) => void heard.push(event.ts));
    });
    slack.deliveryMode({ signature: 'wrong' });
    slack.as('ana').post('ops', 'hello');
    await slack.settled();
    const before = heard.length;
    slack.deliveryMode({ signature: 'right' });
    clock.pass(60_000);
    await slack.settled();
    await stop();

    expect([before, heard.length]).toEqual([0, 1]);
    expect(slack.deliveries[0]?.attempts.map(({ outcome }) => outcome.kind)).toEqual([
      'failed',
      'failed',
      'acked',
    ]);
  });
});

describe('Socket Mode', () => {
  const aReceiver = () => {
    const heard: string[] = [];
    const receiver = new SocketModeReceiver({
      appToken: slack.app.appToken,
      installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
      clientPingTimeout: 200,
    });
    receiver.client.on('slack_event', async ({ ack, type, body }) => {
      if (type !== 'events_api') return;
      heard.push(body.event.text);
      await ack();
    });
    return { receiver, heard };
  };

  it('gives an envelope to exactly one connection, in turn', async () => {
    const [one, two] = [aReceiver(), aReceiver()];
    await Promise.all([one.receiver.start(), two.receiver.start()]);
    await slack.until(() => slack.connections === 2);
    for (const text of ['1', '2', '3', '4']) slack.as('ana').post('ops', text);

    await slack.settled();
    await Promise.all([one.receiver.stop(), two.receiver.stop()]);

    expect([one.heard.length, two.heard.length]).toEqual([2, 2]);
    expect([...one.heard, ...two.heard].sort()).toEqual(['1', '2', '3', '4']);
  });

  it('is left by a refresh, and the client comes back', async () => {
    const { receiver, heard } = aReceiver();
    await receiver.start();
    slack.disconnectSockets('refresh_requested');
    const after = slack.connections;
    slack.as('ana').post('ops', 'missed');
    await slack.settled();

    await slack.connected();
    clock.pass(60_000);
    await slack.settled();
    await receiver.stop();

    expect(after).toBe(0);
    expect(heard).toEqual(['missed']);
  });

  it('tells again what was not acknowledged', async () => {
    const attempts: unknown[] = [];
    const { receiver } = aReceiver();
    receiver.client.removeAllListeners('slack_event');
    receiver.client.on('slack_event', async ({ ack, retry_num, retry_reason }) => {
      attempts.push([retry_num, retry_reason]);
      if (attempts.length > 1) await ack();
    });
    await receiver.start();
    slack.as('ana').post('ops', 'hello');

    await slack.settled();
    await receiver.stop();

    expect(attempts).toEqual([
      [0, ''],
      [1, 'timeout'],
    ]);
  });
});
