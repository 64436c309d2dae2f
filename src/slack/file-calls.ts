import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Answer, Slack } from '../usecases/ports.js';
import { settled } from './answers.js';
import type { LimitedCall } from './calls.js';
import { uploadFile } from './file-upload.js';
import { recentMessages } from './recent-messages.js';
import type { Self } from './self.js';

const WithFiles = z.object({
  user: z.string().nullish(),
  files: z
    .array(z.object({ id: z.string().nullish(), name: z.string().nullish(), user: z.string().nullish() }))
    .nullish(),
});
type FileIn = { readonly id: string; readonly name: string; readonly by: string | null };

/** Files that we share in a channel or thread: sending, finding and deleting them. */
export function fileCalls(
  client: WebClient,
  call: LimitedCall,
  options: { self: () => Self; send: typeof fetch },
): Pick<Slack, 'uploadFile' | 'findFile' | 'deleteFiles'> {
  return {
    uploadFile: (channel, threadTs, file) =>
      call('files', () => uploadFile(client, options.send, channel, threadTs, file)),

    findFile: async (channel, threadTs, name, since) => {
      const found = await recentMessages(client, call, { channel, threadTs, since });
      if (!found.ok) return found;
      return { ok: true, value: found.value.flatMap(filesIn).some((file) => file.name === name) };
    },

    deleteFiles: async (channel, threadTs, namePrefix) => {
      const found = await recentMessages(client, call, { channel, threadTs, since: null });
      if (!found.ok) return found.verdict === 'never' ? settled(found, 'thread_not_found') : found;
      const { botUser } = options.self();
      const ours = found.value
        .flatMap(filesIn)
        .filter((file) => file.by === botUser && file.name.startsWith(namePrefix));
      for (const { id } of ours) {
        const deleted = await deleteFile(id);
        if (!deleted.ok) return deleted;
      }
      return { ok: true, value: null };
    },
  };

  async function deleteFile(file: string): Promise<Answer<null>> {
    const answer = await call('files.delete', async () => {
      await client.files.delete({ file });
      return null;
    });
    return settled(settled(answer, 'file_deleted'), 'file_not_found');
  }
}

/** The files of one message; those that are gone have left a shape without a name. */
function filesIn(raw: unknown): readonly FileIn[] {
  const parsed = WithFiles.safeParse(raw);
  if (!parsed.success) return [];
  return (parsed.data.files ?? []).flatMap(({ id, name, user }) =>
    id && name ? [{ id, name, by: user ?? parsed.data.user ?? null }] : [],
  );
}
