import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { channelId, workspaceId } from '../../src/core/ids.js';
import type { TimelineEntry } from '../../src/core/timeline/entry.js';
import { type StandIn, startStandIn } from '../../src/stand-in/start.js';
import { openStore } from '../../src/store/open.js';
import { silentLog } from '../open-test-store.js';
import { type BotProcess, startBot, until } from './bot-process.js';

const Told = z.object({ event: z.object({ ts: z.string() }) });

describe.each(['http', 'socket'] as const)('killed over %s', (mode) => {
  let slack: StandIn;
  let folder: string;
  let ana: string;
  let bot: BotProcess;
  const databaseUrl = () => `file:${join(folder, 'data')}`;
  const start = async () => {
    bot = await startBot(slack, { mode, databaseUrl: databaseUrl() });
  };

  beforeEach(async () => {
    slack = await startStandIn();
    slack.deliveryMode({ concurrency: 8 });
    ana = slack.addUser({ name: 'ana' }).id;
    slack.addChannel({ name: 'ops', members: [ana], hasApp: true });
    folder = mkdtempSync(join(tmpdir(), 'debrief-crash-'));
    await start();
  });
  afterEach(async () => {
    bot.kill();
    await bot.gone();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const incidentChannel = () => slack.channels().find((channel) => channel.name.startsWith('inc-'));
  const posts = (channel: string) =>
    slack
      .channel(channel)
      .messages.filter(
        (message) => message.by.kind === 'tested-app' && message.subtype === null && !message.ephemeralTo,
      );

  /** The record of the one incident, read from the database of the bot that is not running. */
  async function record(channel: string): Promise<readonly TimelineEntry[]> {
    const store = await openStore(databaseUrl(), { log: silentLog });
    try {
      const incident = await store.incidentInChannel(workspaceId(slack.team.id), channelId(channel));
      return incident ? await store.entries(incident.id) : [];
    } finally {
      await store.close();
    }
  }

  /** The inbox is dealt with in order: once this is answered, everything before it is in the record. */
  async function digested(channel: string): Promise<void> {
    const answers = () =>
      slack.channel(channel).messages.filter((message) => message.ephemeralTo === ana).length;
    const before = answers();
    slack.as(ana).command(channel, '/incident', 'status');
    await until('an answer', () => answers() > before);
  }

  async function declared(): Promise<string> {
    slack.as(ana).command('ops', '/incident', 'declare Disk full on the build hosts');
    await until('the pinned card', () => (incidentChannel()?.pins.length ?? 0) > 0);
    return incidentChannel()?.id ?? '';
  }

  test('a command that was acknowledged but not carried out is carried out once, after the restart', async () => {
    // Names are asked of Slack after the acknowledgement and before anything is changed.
    slack.fault({
      method: 'users.info',
      fault: { kind: 'reset' },
      when: () => {
        bot.kill();
        return true;
      },
    });

    slack.as(ana).command('ops', '/incident', 'declare Disk full on the build hosts');
    await bot.gone();
    expect(slack.deliveries.at(-1)).toMatchObject({ state: 'acked' });
    expect(incidentChannel()).toBeUndefined();
    await start();
    await until('the pinned card', () => (incidentChannel()?.pins.length ?? 0) > 0);
    await bot.stop();

    const entries = await record(incidentChannel()?.id ?? '');
    expect(entries.filter((entry) => entry.kind === 'declared')).toHaveLength(1);
    expect(slack.channels().filter((channel) => channel.name.startsWith('inc-'))).toHaveLength(1);
  });

  test('every acknowledged message is in the record once, wherever the kill fell', async () => {
    const channel = await declared();
    const stamps: string[] = [];
    const before = slack.deliveries.length;
    const acknowledged = () =>
      slack.deliveries.slice(before).filter((delivery) => delivery.state === 'acked');

    for (const round of [3, 9, 21]) {
      for (let n = 0; n < 12; n++) stamps.push(slack.as(ana).post(channel, `round ${round}, line ${n}`));
      await until('some acknowledgements', () => acknowledged().length >= round);
      bot.kill();
      await bot.gone();
      await start();
    }
    await slack.settled();
    const sure = new Set(acknowledged().map(({ payload }) => Told.parse(payload).event.ts));
    await digested(channel);
    await bot.stop();

    const kept = (await record(channel))
      .filter((entry) => entry.kind === 'message')
      .map((entry) => entry.id.split(':')[2]);
    expect(sure.size).toBeGreaterThanOrEqual(21);
    expect(kept).toHaveLength(new Set(kept).size);
    expect([...sure].filter((ts) => !kept.includes(ts))).toEqual([]);
    expect(stamps).toEqual(expect.arrayContaining(kept));
  });

  test('what was being sent when the process died stands in the channel once', async () => {
    const channel = await declared();
    for (const method of ['chat.postMessage', 'files.completeUploadExternal']) {
      slack.fault({
        method,
        fault: { kind: 'lost-answer' },
        when: () => {
          bot.kill();
          return true;
        },
      });
    }

    slack.as(ana).command(channel, '/incident', 'resolve cleaned up');
    await bot.gone();
    await start();
    await until('a second death, while the file is sent', async () => {
      return slack.calls.some((call) => call.method === 'files.completeUploadExternal');
    });
    await bot.gone();
    await start();
    await digested(channel);
    await until('the pinned card, and the draft file', () => {
      const { pins, files } = slack.channel(channel);
      return pins.length > 0 && files.length > 0;
    });
    await bot.stop();

    expect(posts(channel).filter((post) => post.text.includes('Postmortem draft'))).toHaveLength(1);
    expect(slack.channel(channel).files.map((file) => file.name)).toEqual(['inc-1-postmortem-v1.md']);
    expect(posts(channel).filter((post) => post.isPinned)).toHaveLength(1);
  });
});
