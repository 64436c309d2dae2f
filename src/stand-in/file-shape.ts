import { epochSeconds } from './clock.js';
import type { Fields, StoredFile, World } from './world.js';

/** A file as messages carry it. */
export function fileShape(world: World, file: StoredFile): Fields {
  if (file.isDeleted) return { id: file.id, mode: 'tombstone' };
  const path = `${world.address.url}files-pri/${world.team.id}-${file.id}`;
  return {
    id: file.id,
    created: epochSeconds(file.createdAt),
    timestamp: epochSeconds(file.createdAt),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype.toUpperCase(),
    user: file.user,
    user_team: world.team.id,
    editable: false,
    size: file.content?.length ?? file.announcedSize,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: file.shares.some((share) => world.channels.get(share.channel)?.kind === 'public'),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${path}/${encodeURIComponent(file.name)}`,
    url_private_download: `${path}/download/${encodeURIComponent(file.name)}`,
    permalink: `https://${world.team.domain}.slack.com/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** With the places where it was shared, as `files.info` and `files.completeUploadExternal` show it. */
export function filledFileShape(world: World, file: StoredFile): Fields {
  const shares = (kind: 'public' | 'private') => {
    const places: Record<string, readonly Fields[]> = {};
    for (const share of file.shares) {
      const channel = world.channels.get(share.channel);
      if (!channel || (channel.kind === 'public') !== (kind === 'public')) continue;
      const said = {
        ts: share.ts,
        ...(share.threadTs && { thread_ts: share.threadTs }),
        channel_name: channel.name,
        team_id: world.team.id,
        share_user_id: file.user,
        reply_users: [],
        reply_users_count: 0,
        reply_count: 0,
      };
      places[channel.id] = [...(places[channel.id] ?? []), said];
    }
    return Object.keys(places).length > 0 ? { [kind]: places } : {};
  };
  const idsOf = (kind: 'public' | 'private' | 'im') => [
    ...new Set(
      file.shares
        .map((share) => share.channel)
        .filter((channel) => world.channels.get(channel)?.kind === kind),
    ),
  ];
  return {
    ...fileShape(world, file),
    channels: idsOf('public'),
    groups: idsOf('private'),
    ims: idsOf('im'),
    shares: { ...shares('public'), ...shares('private') },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  txt: 'text/plain',
  log: 'text/plain',
  json: 'application/json',
  csv: 'text/csv',
  html: 'text/html',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  pdf: 'application/pdf',
};
const NAMED: Readonly<Record<string, string>> = { md: 'markdown', txt: 'text', log: 'text' };

/** What Slack would call a file of that name. */
export function fileKind(name: string): { readonly mimetype: string; readonly filetype: string } {
  const ending = name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '';
  return {
    mimetype: TYPES[ending] ?? 'application/octet-stream',
    filetype: NAMED[ending] ?? (TYPES[ending] ? ending : 'binary'),
  };
}
