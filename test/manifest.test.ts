import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DECLARE_SHORTCUT, TIMELINE_SHORTCUT } from '../src/render/action-ids.js';
import { NEEDED_SCOPES } from '../src/usecases/doctor/needed-scopes.js';

const Manifest = z.object({
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })),
    shortcuts: z.array(
      z.object({
        name: z.string().max(24),
        type: z.enum(['global', 'message']),
        callback_id: z.string(),
        description: z.string().max(150),
      }),
    ),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.boolean() }),
  }),
});
const manifest = Manifest.parse(parse(readFileSync('manifest.yml', 'utf8')));

const sources = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
const door = sources('src/slack');

/** Events by the type that arrives, with the manifest's names for it. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: ['app_home_opened'],
  message: ['message.channels', 'message.groups'],
  app_mention: ['app_mention'],
  reaction_added: ['reaction_added'],
  reaction_removed: ['reaction_removed'],
  pin_added: ['pin_added'],
  pin_removed: ['pin_removed'],
  member_joined_channel: ['member_joined_channel'],
  member_left_channel: ['member_left_channel'],
};

/** Scopes that a method or an event needs (docs.slack.dev, method and event pages). */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.archive': ['channels:manage', 'groups:write'],
  'conversations.create': ['channels:manage', 'groups:write'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.invite': ['channels:manage', 'groups:write'],
  'conversations.join': ['channels:join'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.rename': ['channels:manage', 'groups:write'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'conversations.setTopic': ['channels:manage', 'groups:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'pins.add': ['pins:write'],
  'reactions.get': ['reactions:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  app_home_opened: [],
  message: ['channels:history', 'groups:history'],
  app_mention: ['app_mentions:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  pin_added: ['pins:read'],
  pin_removed: ['pins:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'slash command': ['commands'],
  // Files arrive inside messages; without this scope Slack leaves out their names and links.
  'file names': ['files:read'],
};

const methodsCalled = [...door.matchAll(/\b(?:client|profiles)((?:\s*\.\w+){2,})\(/g)].map((match) =>
  (match[1] ?? '').replace(/\s/g, '').slice(1),
);

test('the manifest subscribes to exactly the events that the door reads', () => {
  const facts = readFileSync('src/slack/facts.ts', 'utf8');
  const dispatch = /export function factFromEvent\([\s\S]*?\n}\n/.exec(facts)?.[0] ?? '';
  const read = [...dispatch.matchAll(/case '(\w+)':/g)].flatMap((match) => match[1] ?? []);
  const others = readFileSync('src/slack/read-delivery.ts', 'utf8').matchAll(/event\.type === '(\w+)'/g);

  expect([...read, ...[...others].map((match) => match[1])].sort()).toEqual(Object.keys(EVENTS).sort());
  expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(
    Object.values(EVENTS).flat().sort(),
  );
});

test('the manifest asks for exactly the scopes that methods and events need', () => {
  expect(methodsCalled.filter((method) => !(method in SCOPES))).toEqual([]);
  const needed = new Set(
    [...methodsCalled, ...Object.keys(EVENTS), 'slash command', 'file names'].flatMap(
      (name) => SCOPES[name] ?? [],
    ),
  );

  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed].sort());
});

test('doctor looks for exactly the scopes that the manifest asks for', () => {
  expect(NEEDED_SCOPES.map(({ scope }) => scope).sort()).toEqual(
    [...manifest.oauth_config.scopes.bot].sort(),
  );
});

test('the list above names no method that is not called', () => {
  const methods = Object.keys(SCOPES).filter((name) => name.includes('.'));

  expect(methods.filter((method) => !methodsCalled.includes(method))).toEqual([]);
});

test('the shortcuts are those that the door knows, each where it belongs', () => {
  expect(manifest.features.shortcuts.map(({ type, callback_id }) => [type, callback_id])).toEqual([
    ['global', DECLARE_SHORTCUT],
    ['message', TIMELINE_SHORTCUT],
  ]);
});

test('the App Home is on, and beside it messages that are only read', () => {
  expect(methodsCalled).toContain('views.publish');
  expect(manifest.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: true,
  });
});

test('every scope stands with its reason or beside a twin that has one', () => {
  const lines = readFileSync('manifest.yml', 'utf8')
    .split('\n')
    .filter((line) => /^ {6}- \w+:/.test(line) || /^ {6}- commands/.test(line));

  expect(lines.filter((line) => !line.includes('#') && !/groups:/.test(line))).toEqual([]);
});

test('the way to connect a workspace counts what Slack will show', () => {
  const guide = readFileSync('docs/setup-slack.md', 'utf8').replace(/\s+/g, ' ');

  expect(guide).toContain(`${manifest.oauth_config.scopes.bot.length} bot scopes`);
  expect(guide).toContain(`${manifest.settings.event_subscriptions.bot_events.length} bot events`);
  for (const { name } of manifest.features.shortcuts) expect(guide).toContain(`_${name}_`);
});

test('mentions in commands arrive as ids, and buttons work', () => {
  expect(manifest.features.slash_commands).toEqual([
    expect.objectContaining({ command: '/incident', should_escape: true }),
  ]);
  expect(manifest.settings.interactivity.is_enabled).toBe(true);
});
