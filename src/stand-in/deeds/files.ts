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
    shares: [],
  };
  world.files.set(file.id, file);
  return file;
}
