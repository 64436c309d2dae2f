import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { StandIn } from '../../src/stand-in/start.js';

export interface BotProcess {
  readonly port: number;
  /** Everything it printed so far. */
  readonly output: readonly string[];
  /** SIGKILL, at once: nothing can be tidied up. */
  kill(): void;
  gone(): Promise<number | null>;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
}

export interface BotOptions {
  readonly mode: 'http' | 'socket';
  readonly databaseUrl: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the bot as `npm start` does, in a process of its own, against a simulated Slack; resolves when it is ready. */
export async function startBot(slack: StandIn, options: BotOptions): Promise<BotProcess> {
  const transport =
    options.mode === 'http'
      ? { SLACK_SIGNING_SECRET: slack.app.signingSecret, SLACK_APP_TOKEN: '' }
      : { SLACK_APP_TOKEN: slack.app.appToken, SLACK_SIGNING_SECRET: '' };
  const child = spawn(process.execPath, ['scripts/run.mjs', 'src/main.ts'], {
    env: {
      ...process.env,
      SLACK_BOT_TOKEN: slack.app.botToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: options.databaseUrl,
      DEBRIEF_ANNOUNCE_CHANNEL: '',
      DEBRIEF_TIMEZONE: 'UTC',
      LOG_LEVEL: 'debug',
      PORT: '0',
      ...transport,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const ended = once(child, 'close').then(() => child.exitCode);
  const port = await readyPort(child, output, ended);
  if (options.mode === 'http') slack.app.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  return {
    port,
    output,
    kill: () => void child.kill('SIGKILL'),
    gone: () => ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function readyPort(child: ChildProcess, output: string[], ended: Promise<number | null>): Promise<number> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line);
        const ready = /"port":(\d+).*"msg":"ready"/.exec(line);
        if (ready) resolve(Number(ready[1]));
      });
    }
    ended.then((code) => reject(new Error(`The bot ended with ${code}:\n${output.join('\n')}`)), reject);
  });
}

/** Resolves once `holds` does; looks again every few milliseconds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = 20_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
