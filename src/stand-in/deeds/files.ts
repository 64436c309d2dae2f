import { fileKind } from '../file-shape.js';
import type { StoredFile, World } from '../world.js';

/** A place for a file; it is seen nowhere until a message shares it. */
export function reserveFile(
  world: World,
  asked: { readonly name: string; readonly user: string; readonly size: number },
): StoredFile {
  const file: StoredFile = {
    id: world.ids.next('F'),
    name: asked.name,
    title: asked.name,
    ...fileKind(asked.name),
    user: asked.user,
    createdAt: world.clock.now(),
    announcedSize: asked.size,
    content: null,
    isDeleted: false,
    shares: [],
  };
  world.files.set(file.id, file);
  return file;
}

/** Takes a file away wherever it was shared; its messages stay, with a tombstone in its place. */
export function deleteFile(world: World, file: StoredFile): string | null {
  file.isDeleted = true;
  file.content = null;
  const channels = [...new Set(file.shares.map((share) => share.channel))];
  for (const { channel, ts } of file.shares) world.notify({ kind: 'message-edited', channel, ts });
  const event_ts = world.stamps.next(file.id);
  return world.deliverEvent(
    { type: 'file_deleted', file_id: file.id, channel_ids: channels, event_ts },
    null,
  );
}
