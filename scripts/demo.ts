import { demoIncident } from '../src/replay/demo-incident.js';
import { newsReader } from '../src/replay/news.js';
import { replayScenario } from '../src/replay/replay-scenario.js';
import { openLog } from '../src/telemetry/log.js';

const quick = process.argv.includes('--quick') || !process.stdout.isTTY;
const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
const PAUSE_MS = 650;
const paint = (code: number) => (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = paint(1);
const dim = paint(2);
const say = (text = ''): void => void process.stdout.write(`${text}\n`);
const pause = (): Promise<void> =>
  quick ? Promise.resolve() : new Promise((done) => setTimeout(done, PAUSE_MS));

say(bold('Debrief, a practice incident'));
say(
  'The real bot, its real database and a simulated Slack, all on this machine. Company, people and outage are made up.',
);

const total = demoIncident.events.length;
const replay = await replayScenario(demoIncident, {
  mode: 'http',
  log: openLog('error'),
  watch: ({ slack }) => {
    const news = newsReader(slack, demoIncident.timezone, {
      bold,
      dim,
      bot: paint(36),
      person: paint(33),
      channel: paint(35),
    });
    return async (_, index) => {
      for (const line of news()) say(line);
      if (colour && !quick) process.stdout.write(dim(`  event ${index + 1} of ${total}\r`));
      await pause();
    };
  },
});

say();
say(bold(`The draft, as it stands in the incident's channel (draft ${replay.stats.drafts}):`));
say();
say(replay.markdown);
say(bold('To connect a workspace of yours:'));
say('  1. Create a Slack app from manifest.yml (api.slack.com/apps, "From a manifest") and install it.');
say('  2. Put its tokens into .env (see .env.example and docs/setup-slack.md).');
say('  3. npm start, then /incident declare in any channel.');
process.exit(0);
