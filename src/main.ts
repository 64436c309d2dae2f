import { existsSync } from 'node:fs';
import { startDebrief } from './compose.js';
import { readConfig, SETUP_PAGE } from './config.js';
import { TokenRefusedError } from './slack/presence.js';
import { systemClock } from './system-clock.js';
import { openLog } from './telemetry/log.js';

if (existsSync('.env')) process.loadEnvFile('.env');
const reading = readConfig(process.env);
if (reading.ok) await run(reading.config);
else explain(reading.mistakes, reading.tokensMissing);

async function run(config: Parameters<typeof startDebrief>[0]): Promise<void> {
  const log = openLog(config.logLevel);
  // Slack's libraries reject promises that nobody holds. Nothing of ours depends on those.
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', { error }));
  try {
    const starting = startDebrief(config, { clock: systemClock, log });
    const stop = (signal: string): void => {
      log.info('stopping', { signal });
      starting
        .then((debrief) => debrief.stop())
        .then(
          () => process.exit(0),
          (error: unknown) => {
            log.error('the stop failed', { error });
            process.exit(1);
          },
        );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    await starting;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const next = error instanceof TokenRefusedError ? ` (${SETUP_PAGE})` : '';
    process.stderr.write(`Debrief did not start: ${why.replace(/\.$/, '')}${next}.\n`);
    process.exit(1);
  }
}

function explain(mistakes: readonly string[], tokensMissing: boolean): void {
  const lines = [
    tokensMissing
      ? 'Debrief is not connected to Slack yet.'
      : 'Debrief cannot start with this configuration.',
    '',
    ...mistakes.map((mistake) => `  - ${mistake}`),
    '',
    `Create the app from manifest.yml (api.slack.com/apps, "From a manifest"), then put its tokens into .env: see ${SETUP_PAGE}.`,
    'To see the bot at work without Slack: npm run demo',
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
