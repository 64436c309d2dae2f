import { deleteFile, reserveFile } from '../deeds/files.js';
import { postMessage } from '../deeds/messages.js';
import { filledFileShape } from '../file-shape.js';
import { findMessage } from '../lookups.js';
import type { Channel, Fields, StoredFile, World } from '../world.js';
import { ListOfFields } from './arguments.js';
import { type Call, done, type Found, type Route, refuse, scoped, wrongArguments } from './route.js';

export const fileRoutes: readonly Route[] = [
  {
    method: 'files.getUploadURLExternal',
    token: 'bot',
    required: [],
    scopes: scoped('files:write'),
    handle({ world, args }) {
      const size = args.count('length');
      if (!args.has('filename') || size === null) return refuse('missing_argument');
      if (Number.isNaN(size) || size === 0)
        return wrongArguments('length must be a positive number of bytes');
      const file = reserveFile(world, { name: args.text('filename') ?? '', user: world.app.botUser, size });
      return done({ upload_url: `${world.address.url}upload/v1/${file.id}`, file_id: file.id });
    },
  },
  {
    method: 'files.completeUploadExternal',
    token: 'bot',
    required: ['files'],
    scopes: scoped('files:write'),
    handle: complete,
  },
  {
    method: 'files.delete',
    token: 'bot',
    required: ['file'],
    scopes: scoped('files:write'),
    handle({ world, args }) {
      const file = world.files.get(args.text('file') ?? '');
      if (!file || !isVisible(world, file)) return refuse('file_not_found');
      if (file.isDeleted) return refuse('file_deleted');
      if (file.user !== world.app.botUser) return refuse('cant_delete_file');
      deleteFile(world, file);
      return done();
    },
  },
  {
    method: 'files.info',
    token: 'bot',
    required: ['file'],
    scopes: scoped('files:read'),
    handle({ world, args }) {
      const file = world.files.get(args.text('file') ?? '');
      if (!file || !isVisible(world, file)) return refuse('file_not_found');
      if (file.isDeleted) return refuse('file_deleted');
      const isText = file.mimetype.startsWith('text/');
      return done({
        file: filledFileShape(world, file),
        ...(isText && { content: file.content?.toString('utf8') ?? '', is_truncated: false }),
      });
    },
  },
];

const isVisible = (world: World, file: StoredFile): boolean =>
  file.user === world.app.botUser ||
  file.shares.some((share) => world.channels.get(share.channel)?.members.has(world.app.botUser));

/** Shares uploaded files in one message, or only completes them when no channel is given. */
function complete(call: Call) {
  const { world, args } = call;
  const files = uploaded(call);
  if ('refusal' in files) return files.refusal;
  const channel = args.has('channel_id') ? world.channels.get(args.text('channel_id') ?? '') : null;
  if (channel === undefined) return refuse('channel_not_found');
  if (channel) {
    const refusal = refusalOfPlace(world, channel);
    if (refusal) return refuse(refusal);
    const parent = args.has('thread_ts') ? findMessage(channel, args.text('thread_ts') ?? '') : null;
    if (args.has('thread_ts') && !parent) return refuse('invalid_channel');
    postMessage(world, channel, {
      author: { kind: 'tested-app' },
      subtype: 'file_share',
      text: args.text('initial_comment') ?? '',
      files: files.is,
      threadTs: parent?.ts ?? null,
    });
  }
  return done({ files: files.is.map((file) => answerShape(world, file)) });
}

function refusalOfPlace(world: World, channel: Channel): string | null {
  if (!channel.members.has(world.app.botUser)) {
    return channel.kind === 'public' ? 'not_in_channel' : 'channel_not_found';
  }
  return channel.isArchived ? 'posting_to_channel_denied' : null;
}

function answerShape(world: World, file: StoredFile): Fields {
  return filledFileShape(world, file);
}

function uploaded({ world, args }: Call): Found<readonly StoredFile[]> {
  const given = args.structure('files');
  const list = ListOfFields.safeParse(given.kind === 'read' ? given.value : null);
  if (!list.success || list.data.length === 0) return { refusal: wrongArguments('files is not a list') };
  const files: StoredFile[] = [];
  for (const { id, title } of list.data) {
    const file = world.files.get(String(id));
    if (!file || file.content === null || file.isDeleted || file.user !== world.app.botUser) {
      return { refusal: refuse('file_not_found') };
    }
    if (typeof title === 'string' && title !== '') file.title = title;
    files.push(file);
  }
  return { is: files };
}
