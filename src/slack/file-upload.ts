import { WebAPIHTTPError, WebAPIRequestError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { ChannelId, MessageTs } from '../core/ids.js';

const TIMEOUT_MS = 30_000;
const Ticket = z.object({ upload_url: z.string(), file_id: z.string() });

/** Slack's three steps: ask for a place, send the bytes, share the file. Nothing is seen before the last one. */
export async function uploadFile(
  client: WebClient,
  send: typeof fetch,
  channel: ChannelId,
  threadTs: MessageTs | null,
  file: { readonly name: string; readonly title: string; readonly content: string | Uint8Array },
): Promise<null> {
  const bytes =
    typeof file.content === 'string' ? new TextEncoder().encode(file.content) : new Uint8Array(file.content);
  const ticket = Ticket.parse(
    await client.files.getUploadURLExternal({ filename: file.name, length: bytes.byteLength }),
  );
  const response = await send(ticket.upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new WebAPIRequestError(
      error instanceof Error ? error : new Error('upload failed', { cause: error }),
    );
  });
  await response.arrayBuffer();
  if (!response.ok) throw new WebAPIHTTPError(response.status, response.statusText, {});
  await client.files.completeUploadExternal({
    files: [{ id: ticket.file_id, title: file.title }],
    channel_id: channel,
    ...(threadTs && { thread_ts: threadTs }),
  });
  return null;
}
