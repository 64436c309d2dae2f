import { z } from 'zod';
import { isZone } from './core/time/zone.js';
import { LOG_LEVELS } from './telemetry/log.js';

/** Where the app's manifest is explained; shown to those who start without tokens. */
export const SETUP_PAGE = 'docs/setup-slack.md';

const blank = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());

/** Every environment variable that the bot reads; `.env.example` lists the same names. */
export const Environment = z.object({
  SLACK_BOT_TOKEN: optional(
    z
      .string()
      .startsWith(
        'xoxb-',
        'is not a bot token: it starts with "xoxb-" (Slack app page, "OAuth & Permissions")',
      ),
  ),
  SLACK_SIGNING_SECRET: optional(
    z.string().min(8, 'is too short: copy it from "Basic Information" on the Slack app page'),
  ),
  SLACK_APP_TOKEN: optional(
    z
      .string()
      .startsWith(
        'xapp-',
        'is not an app-level token: it starts with "xapp-" ("Basic Information", "App-Level Tokens", scope connections:write)',
      ),
  ),
  SLACK_API_URL: z.preprocess(
    blank,
    z
      .url({ protocol: /^https?$/, error: 'is not a URL; leave it out to use Slack' })
      .default('https://slack.com/api/'),
  ),
  DATABASE_URL: z.preprocess(
    blank,
    z
      .string()
      .regex(
        /^(file:.+|postgres(ql)?:\/\/.+)$/,
        'is neither "file:DIRECTORY" nor "postgresql://..."; leave it out for file:./data',
      )
      .default('file:./data'),
  ),
  PORT: z.preprocess(
    blank,
    z.coerce
      .number('is not a port number')
      .int('is not a port number')
      .min(0, 'is not a port number')
      .max(65535, 'is not a port number')
      .default(3000),
  ),
  DEBRIEF_TIMEZONE: z.preprocess(
    blank,
    z.string().refine(isZone, 'is not an IANA time zone such as "Europe/Berlin"').default('UTC'),
  ),
  DEBRIEF_ANNOUNCE_CHANNEL: optional(z.string()),
  LOG_LEVEL: z.preprocess(blank, z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('info')),
});
export type Environment = z.infer<typeof Environment>;

export interface Config {
  readonly slack: {
    readonly botToken: string;
    readonly apiUrl: string;
    readonly transport:
      | { readonly kind: 'socket'; readonly appToken: string }
      | { readonly kind: 'http'; readonly signingSecret: string };
  };
  readonly databaseUrl: string;
  readonly port: number;
  readonly zone: string;
  /** Channel id or name, or null for no announcements. */
  readonly announceChannel: string | null;
  readonly logLevel: Environment['LOG_LEVEL'];
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  /** `tokensMissing`: nothing is wrong yet, Slack is just not set up. */
  | { readonly ok: false; readonly tokensMissing: boolean; readonly mistakes: readonly string[] };

/** Reads the whole configuration; every mistake is named, each with its fix, none with the value it has. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigReading {
  const parsed = Environment.safeParse(environment);
  const mistakes = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const has = (name: keyof Environment): boolean => (environment[name] ?? '').trim() !== '';
  const missing: string[] = [];
  if (!has('SLACK_BOT_TOKEN'))
    missing.push('SLACK_BOT_TOKEN is missing: the bot token of the Slack app, "xoxb-..."');
  if (!has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET')) {
    missing.push('SLACK_APP_TOKEN (Socket Mode, "xapp-...") or SLACK_SIGNING_SECRET (HTTP) is missing');
  }
  if (!parsed.success || missing.length > 0) {
    return {
      ok: false,
      tokensMissing: missing.length > 0 && mistakes.length === 0,
      mistakes: [...missing, ...mistakes],
    };
  }
  const env = parsed.data;
  return {
    ok: true,
    config: {
      slack: {
        botToken: env.SLACK_BOT_TOKEN ?? '',
        apiUrl: env.SLACK_API_URL.endsWith('/') ? env.SLACK_API_URL : `${env.SLACK_API_URL}/`,
        transport: env.SLACK_APP_TOKEN
          ? { kind: 'socket', appToken: env.SLACK_APP_TOKEN }
          : { kind: 'http', signingSecret: env.SLACK_SIGNING_SECRET ?? '' },
      },
      databaseUrl: env.DATABASE_URL,
      port: env.PORT,
      zone: env.DEBRIEF_TIMEZONE,
      announceChannel: env.DEBRIEF_ANNOUNCE_CHANNEL ?? null,
      logLevel: env.LOG_LEVEL,
    },
  };
}
