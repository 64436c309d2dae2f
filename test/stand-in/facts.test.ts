import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { keysOf } from './key-paths.js';
import { refused } from './refusals.js';
import { aClient, aWorkspace } from './small-app.js';
import { takeTour } from './tour.js';

const FACTS = path.resolve('../shared/slack');
const described = existsSync(FACTS) ? describe : describe.skip;
const title = existsSync(FACTS)
  ? 'held against the collected facts'
  : 'held against the collected facts: skipped, as ../shared/slack is not there';

/** Errors that any method may give; the pages of the methods do not repeat them all. */
const COMMON_ERRORS = ['not_authed', 'invalid_auth', 'missing_scope', 'invalid_arguments', 'unknown_method'];
/** Keys that any answer may have. */
const COMMON_KEYS = [
  '.ok',
  '.error',
  '.needed',
  '.provided',
  '.warning',
  '.response_metadata',
  '.response_metadata.messages',
];

/** Keys that Slack documents, but which no collected sample happens to have. */
const DOCUMENTED: Readonly<Record<string, readonly string[]>> = {
  'pins.list': ['.items[].channel', '.items[].message', '.items[].message.*'],
  'conversations.replies': [
    '.messages[].subtype',
    '.messages[].username',
    '.messages[].pinned_to',
    '.messages[].pinned_info',
    '.messages[].pinned_info.*',
  ],
  // Of a message that tells of a new name, and of one that is pinned.
  'conversations.history': [
    '.messages[].name',
    '.messages[].old_name',
    '.messages[].pinned_to',
    '.messages[].pinned_info',
    '.messages[].pinned_info.*',
  ],
};

/** The same for deliveries. Messages of apps say of which; the blocks of views are left out by the samples. */
const DELIVERED: Readonly<Record<string, readonly string[]>> = {
  AppHomeOpenedPayload: ['.event.view.blocks'],
  ViewSubmissionPayload: ['.view.blocks', '.response_urls'],
  ViewClosedPayload: ['.view.blocks'],
  MessagePayload: ['.event.app_id'],
  MessageDeletedPayload: ['.event.previous_message.app_id'],
  MessageChangedPayload: [
    '.event.message.app_id',
    '.event.message.reply_users',
    '.event.previous_message.app_id',
    '.event.previous_message.reply_users',
  ],
  MessageThreadBroadcastPayload: [
    '.event.app_id',
    '.event.bot_id',
    '.event.bot_profile',
    '.event.bot_profile.*',
    '.event.team',
    '.event.root.app_id',
    '.event.root.blocks',
    '.event.root.client_msg_id',
    '.event.root.is_locked',
    '.event.root.reply_users',
  ],
  GlobalShortcutPayload: [
    '.type',
    '.token',
    '.action_ts',
    '.team',
    '.team.*',
    '.user',
    '.user.id',
    '.user.username',
    '.user.team_id',
    '.enterprise',
    '.is_enterprise_install',
    '.callback_id',
    '.trigger_id',
  ],
};

/** Insides that the facts leave out: whatever an app or Slack puts there. */
const OPEN = ['blocks', 'attachments', 'event_payload', 'state', 'values', 'state.values'];

described(title, () => {
  it('gives no error that Slack does not document for the method', async () => {
    const methods = read('methods.json', z.record(z.string(), z.object({ errors: z.array(z.string()) })));
    const calls = await tourCalls();
    const given = [
      ...calls.map(({ method, answer }) => [method, answer?.['error']] as const),
      ...refused.map(([method, error]) => [method, error] as const),
    ];
    const invented = given.flatMap(([method, error]) => {
      if (typeof error !== 'string' || COMMON_ERRORS.includes(error)) return [];
      return methods[method]?.errors.includes(error) ? [] : [`${method}: ${error}`];
    });

    expect([...new Set(invented)]).toEqual([]);
    expect(calls.filter(({ answer }) => answer?.['ok'] === false).length).toBeGreaterThan(10);
  });

  it('gives no key that Slack was never seen to give', async () => {
    const shapes = read('response-shapes.json', z.record(z.string(), z.array(z.string())));
    const calls = await tourCalls();
    const invented = calls.flatMap(({ method, answer }) => {
      const known = new Set([...COMMON_KEYS, ...(shapes[method] ?? []), ...(DOCUMENTED[method] ?? [])]);
      return keysOf(answer, OPEN)
        .filter((key) => !isKnown(known, key))
        .map((key) => `${method} ${key}`);
    });

    expect([...new Set(invented)].sort()).toEqual([]);
  });

  it('delivers no key that Slack was never seen to deliver', async () => {
    const shapes = read('payload-shapes.json', z.record(z.string(), z.array(z.string())));
    const { slack } = await toured();
    const invented = slack.deliveries.flatMap(({ payload, type }) => {
      const name = shapeName(payload, type);
      const known = new Set([...(shapes[name] ?? []), ...(DELIVERED[name] ?? [])]);
      return keysOf(payload, OPEN)
        .filter((key) => !isKnown(known, key))
        .map((key) => `${name} ${key}`);
    });

    expect([...new Set(invented)].sort()).toEqual([]);
  });
});

function isKnown(known: ReadonlySet<string>, key: string): boolean {
  if (known.has(key) || known.has(key.replace(/\.[CDG]0[A-Z0-9]+(?=\[|$|\.)/, '.*'))) return true;
  for (let at = key.lastIndexOf('.'); at > 0; at = key.lastIndexOf('.', at - 1)) {
    if (known.has(`${key.slice(0, at)}.*`)) return true;
  }
  return false;
}

function shapeName(payload: Readonly<Record<string, unknown>>, type: string): string {
  const camel = (snake: string) =>
    snake
      .split('_')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('');
  const event = z.object({ type: z.string(), subtype: z.string().optional() }).safeParse(payload['event']);
  if (event.success) {
    const { type: kind, subtype } = event.data;
    if (kind === 'message' && subtype) {
      const renamed: Record<string, string> = {
        bot_message: 'Bot',
        me_message: 'Me',
        message_changed: 'Changed',
      };
      return subtype === 'message_changed' || subtype === 'message_deleted'
        ? `${camel(subtype)}Payload`
        : `Message${renamed[subtype] ?? camel(subtype)}Payload`;
    }
    return `${camel(kind)}Payload`;
  }
  const named: Record<string, string> = {
    block_actions: 'BlockActionPayload',
    view_submission: 'ViewSubmissionPayload',
    view_closed: 'ViewClosedPayload',
    message_action: 'MessageShortcutPayload',
    shortcut: 'GlobalShortcutPayload',
  };
  return named[type] ?? 'SlashCommandPayload';
}

async function toured() {
  const { slack, clock } = await aWorkspace();
  await takeTour({ slack, clock, client: aClient(slack) });
  await slack.settled();
  await slack.close();
  return { slack };
}

async function tourCalls() {
  const { slack } = await toured();
  return slack.calls.filter((call) => call.method !== 'files.upload');
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(path.join(FACTS, file), 'utf8')));
}
