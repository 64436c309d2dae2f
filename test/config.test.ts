import { readFileSync } from 'node:fs';
import { Environment, readConfig } from '../src/config.js';

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a-signing-secret' };

test('.env.example lists exactly the variables that the code reads', () => {
  const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);

  expect(listed.sort()).toEqual(Object.keys(Environment.shape).sort());
});

test('tokens are all that is needed', () => {
  expect(readConfig(TOKENS)).toEqual({
    ok: true,
    config: {
      slack: {
        botToken: 'xoxb-1',
        apiUrl: 'https://slack.com/api/',
        transport: { kind: 'http', signingSecret: 'a-signing-secret' },
      },
      databaseUrl: 'file:./data',
      port: 3000,
      zone: 'UTC',
      announceChannel: null,
      logLevel: 'info',
    },
  });
});

test('an app token chooses Socket Mode, with or without a signing secret', () => {
  const reading = readConfig({ ...TOKENS, SLACK_APP_TOKEN: 'xapp-1' });

  expect(reading.ok && reading.config.slack.transport).toEqual({ kind: 'socket', appToken: 'xapp-1' });
});

test('without tokens nothing is wrong, only missing', () => {
  const reading = readConfig({});

  expect(reading).toMatchObject({ ok: false, tokensMissing: true });
  expect(!reading.ok && reading.mistakes.join('\n')).toMatch(
    /SLACK_BOT_TOKEN[\s\S]*SLACK_APP_TOKEN[\s\S]*SLACK_SIGNING_SECRET/,
  );
});

test('empty values count as left out', () => {
  const reading = readConfig({
    ...TOKENS,
    PORT: '',
    DATABASE_URL: ' ',
    DEBRIEF_ANNOUNCE_CHANNEL: '',
    SLACK_APP_TOKEN: '',
  });

  expect(reading).toMatchObject({
    ok: true,
    config: { port: 3000, databaseUrl: 'file:./data', announceChannel: null },
  });
});

test('every mistake is named at once, none with its value', () => {
  const reading = readConfig({
    SLACK_BOT_TOKEN: 'wrong-secret-value',
    SLACK_SIGNING_SECRET: 'a-signing-secret',
    PORT: 'ninety',
    DATABASE_URL: 'mysql://user:hidden@host/db',
    DEBRIEF_TIMEZONE: 'Middle/Earth',
    LOG_LEVEL: 'chatty',
  });

  const said = reading.ok ? '' : reading.mistakes.join('\n');
  for (const name of ['SLACK_BOT_TOKEN', 'PORT', 'DATABASE_URL', 'DEBRIEF_TIMEZONE', 'LOG_LEVEL'])
    expect(said).toContain(name);
  for (const value of ['wrong-secret-value', 'ninety', 'hidden', 'Middle', 'chatty'])
    expect(said).not.toContain(value);
});
