import type { WebClient } from '@slack/web-api';
import type { StandIn } from '../../src/stand-in/start.js';
import type { TestClock } from './test-clock.js';

export interface Tour {
  readonly slack: StandIn;
  readonly clock: TestClock;
  readonly client: WebClient;
}

const ignore = () => undefined;
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const input = {
  type: 'input' as const,
  block_id: 'title',
  label: plain('Title'),
  element: { type: 'plain_text_input' as const, action_id: 'typed' },
};
const modal = {
  type: 'modal' as const,
  callback_id: 'declare',
  title: plain('Declare'),
  submit: plain('Go'),
  notify_on_close: true,
  blocks: [input],
};
const card = [
  { type: 'section' as const, block_id: 'said', text: { type: 'mrkdwn' as const, text: '*Disk full*' } },
  {
    type: 'actions' as const,
    block_id: 'card',
    elements: [{ type: 'button' as const, action_id: 'lead', value: '7', text: plain('Lead') }],
  },
];

/** Calls every method at least once, some of them wrongly, and does everything that people can do. */
export async function takeTour({ slack, clock, client }: Tour): Promise<void> {
  const [ana, ben] = [slack.as('ana'), slack.as('ben')];
  const ops = slack.channel('ops').id;
  const random = slack.addChannel({ name: 'random' }).id;

  await client.apiCall('api.test', { foo: 'bar' });
  await client.auth.test();
  await client.team.info();
  await client.users.info({ user: ana.id });
  await client.users.info({ user: 'U404' }).catch(ignore);
  const group = slack.addGroup({ handle: 'oncall', members: ['ana', 'ben'] });
  await client.usergroups.list({ include_users: true });
  await client.usergroups.users.list({ usergroup: group.id });
  await client.usergroups.users.list({ usergroup: 'S404' }).catch(ignore);
  await client.users.list({ limit: 2 });
  await client.conversations.list({ types: 'public_channel,private_channel,im', limit: 2 });
  await client.users.conversations({ types: 'public_channel,private_channel' });

  const made = await client.conversations.create({ name: 'inc-1-disk-full' });
  const incident = made.channel?.id ?? '';
  await client.conversations.create({ name: 'Bad Name' }).catch(ignore);
  await client.conversations.create({ name: 'ops' }).catch(ignore);
  await client.conversations.create({ name: 'secret', is_private: true });
  await client.conversations.invite({ channel: incident, users: `${ana.id},${ben.id}` });
  await client.conversations
    .invite({ channel: incident, users: `${ana.id},${slack.app.botUser}` })
    .catch(ignore);
  await client.conversations.setTopic({ channel: incident, topic: 'SEV1' });
  await client.conversations.setTopic({ channel: incident, topic: 'x'.repeat(251) }).catch(ignore);
  await client.conversations.setPurpose({ channel: incident, purpose: 'Disk full' });
  await client.conversations.info({ channel: incident, include_num_members: true });
  await client.conversations.members({ channel: incident, limit: 2 });
  await client.conversations.kick({ channel: incident, user: ben.id });
  await client.conversations.rename({ channel: incident, name: 'inc-1-disk-very-full' });
  await client.conversations.join({ channel: random });
  await client.conversations.join({ channel: ops });
  await client.conversations.open({ users: ana.id, return_im: true });
  await client.conversations.open({ users: ana.id });
  await client.conversations.list({ types: 'im' });

  const metadata = { event_type: 'debt', event_payload: { key: 'card:1' } };
  const posted = await client.chat.postMessage({ channel: incident, text: 'Card', blocks: card, metadata });
  const ts = posted.ts ?? '';
  await client.chat.postMessage({ channel: incident, text: 'in the thread', thread_ts: ts });
  await client.chat.postMessage({ channel: incident, text: 'for all', thread_ts: ts, reply_broadcast: true });
  await client.chat.postMessage({ channel: ana.id, text: 'psst' });
  await client.chat.postMessage({ channel: 'C404', text: 'x' }).catch(ignore);
  await client.chat.postMessage({ channel: incident, text: '' }).catch(ignore);
  await client.chat.update({ channel: incident, ts, text: 'Card', blocks: card, metadata });
  await client.chat.update({ channel: incident, ts, text: 'Card, shorter' });
  await client.chat.update({ channel: incident, ts, text: 'x'.repeat(4001) }).catch(ignore);
  await client.chat.postEphemeral({ channel: incident, user: ana.id, text: 'for you', blocks: card });
  await client.chat.postEphemeral({ channel: incident, user: ben.id, text: 'not here' }).catch(ignore);
  await client.chat.getPermalink({ channel: incident, message_ts: ts });
  await client.reactions.add({ channel: incident, timestamp: ts, name: 'eyes' });
  await client.reactions.add({ channel: incident, timestamp: ts, name: 'eyes' }).catch(ignore);
  await client.reactions.get({ channel: incident, timestamp: ts });
  await client.pins.add({ channel: incident, timestamp: ts });
  await client.pins.add({ channel: incident, timestamp: ts }).catch(ignore);
  await client.pins.list({ channel: incident });

  const bytes = Buffer.from('# Postmortem');
  const uploaded = await client.filesUploadV2({
    channel_id: incident,
    thread_ts: ts,
    filename: 'postmortem.md',
    file: bytes,
    initial_comment: 'The draft',
  });
  const [file] = uploaded.files.flatMap((part) => part.files ?? []);
  await client.files.info({ file: file?.id ?? '' });
  await client.files.delete({ file: file?.id ?? '' });
  await client.files.delete({ file: file?.id ?? '' }).catch(ignore);
  await client.bookmarks.add({
    channel_id: incident,
    type: 'link',
    title: 'Graphs',
    link: 'https://x.example',
  });
  await client.bookmarks.list({ channel_id: incident });

  const said = ana.post(incident, 'It began at 14:05');
  ana.post(incident, 'indeed', { threadTs: said });
  ana.post(incident, 'louder', { threadTs: said, broadcast: true });
  ana.post(incident, 'shrugs', { me: true });
  ana.post(incident, 'a log', { files: [{ name: 'app.log', content: 'line' }] });
  ana.post(incident, `ask <@${slack.app.botUser}>`);
  const short = ana.post(incident, 'gone soon');
  ana.edit(incident, short, 'gone very soon');
  ana.react(incident, short, 'pushpin');
  ana.unreact(incident, short, 'pushpin');
  ana.share(incident, short, ops, { text: 'ask @oncall' });
  ben.pin(ops, ben.post(ops, 'pinned'));
  await client.conversations.history({ channel: ops });
  ana.pin(incident, short);
  ana.unpin(incident, short);
  ana.delete(incident, short);
  ana.delete(incident, said);
  slack.asBot('alertmanager').post(incident, 'FIRING', { attachments: [{ text: 'disk 99%' }] });
  await client.conversations.history({ channel: incident, limit: 3, include_all_metadata: true });
  await client.conversations.history({ channel: incident, limit: 100 });
  await client.conversations.replies({ channel: incident, ts, limit: 1 });

  const { triggerId } = ana.command(incident, '/incident', 'declare');
  const opened = await client.views.open({ trigger_id: triggerId, view: modal });
  await client.views.open({ trigger_id: triggerId, view: modal }).catch(ignore);
  await client.views.update({
    view_id: opened.view?.id ?? '',
    view: { ...modal, title: plain('Declare it') },
  });
  const submitted = ana.submitView({ title: 'Disk full' });
  await client.views.push({ trigger_id: submitted.triggerId, view: { ...modal, callback_id: 'more' } });
  ana.closeView();
  await client.views.publish({ user_id: ana.id, view: { type: 'home', blocks: card } });
  ana.openHome();
  ana.shortcut('declare');
  ana.messageShortcut(incident, ts, 'add-to-timeline');
  const withButton = await client.chat.postMessage({ channel: incident, text: 'Card', blocks: card });
  ana.click(incident, withButton.ts ?? '', 'lead');
  const late = ana.command(incident, '/incident', 'status').triggerId;
  clock.pass(3_001);
  await client.views.open({ trigger_id: late, view: modal }).catch(ignore);

  await client.pins.remove({ channel: incident, timestamp: ts });
  await client.pins.remove({ channel: incident, timestamp: ts }).catch(ignore);
  await client.reactions.remove({ channel: incident, timestamp: ts, name: 'eyes' });
  await client.chat.delete({ channel: incident, ts: withButton.ts ?? '' });
  await client.chat.delete({ channel: incident, ts: '1.000000' }).catch(ignore);
  await client.conversations.leave({ channel: random });
  await client.conversations.archive({ channel: incident });
  await client.chat.postMessage({ channel: incident, text: 'too late' }).catch(ignore);
  await client.conversations.unarchive({ channel: incident });

  ana.leave(incident);
  const secret = slack.channel('secret').id;
  await client.conversations.invite({ channel: secret, users: ana.id });
  ana.rename('secret', 'more-secret');
  ana.archive(secret);
  ana.unarchive(secret);
  await client.conversations.leave({ channel: secret });
  await client.conversations.history({ channel: secret }).catch(ignore);
}
