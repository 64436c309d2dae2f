import { type Practice, startPractice } from './practice.js';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice('socket');
});
afterEach(() => practice.stop());

const lines = async () =>
  (await practice.entries()).filter((entry) => entry.kind === 'message').map((entry) => entry.text);

test('at a refresh it is back at once, and nothing of what was said meanwhile is lost', async () => {
  const { slack } = practice.world;
  const { id } = await practice.declare('Checkout is slow');
  await practice.post(practice.ana, id, 'before');
  slack.disconnectSockets('refresh_requested');
  slack.as(practice.ana).post(id, 'meanwhile');
  await slack.connected();
  await practice.post(practice.ana, id, 'after');
  await practice.later(10);

  expect((await lines()).sort()).toEqual(['after', 'before', 'meanwhile']);
});

test('after an outage of Slack it connects again, however long that was', async () => {
  const { slack } = practice.world;
  const { id } = await practice.declare('Checkout is slow');
  const mended = slack.fault({
    method: 'apps.connections.open',
    fault: { kind: 'server-error' },
    times: 999,
  });
  slack.dropSockets();
  await practice.later(30);
  expect(slack.connections).toBe(0);

  mended();
  await practice.later(6);
  await slack.connected();
  await practice.post(practice.ana, id, 'back again');

  expect(await lines()).toContain('back again');
});
