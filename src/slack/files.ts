import { z } from 'zod';
import { maskSecrets } from '../core/masking/mask-secrets.js';
import type { FileLink } from '../core/timeline/facts.js';

/** Slack lets ten files stand on one message. */
const MOST_FILES = 20;
const File = z.object({
  name: z.string().nullish().catch(null),
  title: z.string().nullish().catch(null),
  filetype: z.string().nullish().catch(null),
  mimetype: z.string().nullish().catch(null),
  permalink: z.string().nullish().catch(null),
  mode: z.string().nullish().catch(null),
});

/** The files of a message as we keep them; one that was deleted has left a tombstone, which says nothing. */
export function filesOf(raw: readonly unknown[]): readonly FileLink[] {
  return raw.slice(0, MOST_FILES).flatMap((one) => {
    const parsed = File.safeParse(one);
    if (!parsed.success || parsed.data.mode === 'tombstone') return [];
    const { title, name, filetype, mimetype, permalink } = parsed.data;
    return [
      {
        name: maskSecrets(title || name || 'file').text,
        type: filetype || mimetype || 'unknown',
        link: permalink && isSafe(permalink) ? permalink : null,
      },
    ];
  });
}

/** A page over HTTPS that gives no secret away: a link to a file ends in its name. */
function isSafe(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, pathname } = new URL(link);
  return protocol === 'https:' && maskSecrets(decoded(pathname)).masked === 0;
}

/** Bytes that are no text stand as they are. */
function decoded(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}
