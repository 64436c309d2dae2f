import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StandIn, startStandIn } from '../../src/stand-in/start.js';
import { type BotProcess, startBot } from './bot-process.js';

const folder = mkdtempSync(join(tmpdir(), 'debrief-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = async (port: number, path: string) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: answer.status, text: await answer.text() };
};

test('without tokens npm start says what is missing, where to get it, and what works without', () => {
  const env = { ...process.env, SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' };

  const { status, stderr } = spawnSync('npm', ['start', '--silent'], { env, encoding: 'utf8' });

  expect(status).not.toBe(0);
  for (const said of [
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'manifest.yml',
    'npm run demo',
  ])
    expect(stderr).toContain(said);
});

test('a token that Slack does not know ends the start with a sentence', async () => {
  const slack = await startStandIn();
  try {
    const databaseUrl = `file:${join(folder, 'refused')}`;
    const start = startBot(slack, { mode: 'socket', databaseUrl, env: { SLACK_BOT_TOKEN: 'xoxb-nobody' } });

    await expect(start).rejects.toThrow(/Slack does not accept the bot token \(invalid_auth\)/);
  } finally {
    await slack.close();
  }
});

describe.each(['http', 'socket'] as const)('running over %s', (mode) => {
  let slack: StandIn;
  let bot: BotProcess;
  beforeAll(async () => {
    slack = await startStandIn();
    bot = await startBot(slack, { mode, databaseUrl: `file:${join(folder, mode)}` });
  });
  afterAll(async () => {
    bot.kill();
    await bot.gone();
    await slack.close();
  });

  test('health is answered on PORT', async () => {
    expect(await ask(bot.port, '/healthz')).toEqual({ status: 200, text: 'alive\n' });
    expect(await ask(bot.port, '/readyz')).toEqual({ status: 200, text: 'ready\n' });
    expect((await ask(bot.port, '/elsewhere')).status).toBe(404);
  });

  test('SIGTERM ends it in good order', async () => {
    expect(await bot.stop()).toBe(0);
    expect(bot.output.at(-1)).toContain('"msg":"stopped"');
  });
});
