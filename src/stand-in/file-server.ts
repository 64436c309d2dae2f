import type { IncomingMessage } from 'node:http';
import type { Reply } from './server.js';
import { type Answer, done, refuse } from './web-api/route.js';
import type { World } from './world.js';

const reply = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});

/** The second step of an upload: the bytes, as they are or as the one part of a form. */
export function receiveUpload(
  world: World,
  fileId: string,
  request: IncomingMessage,
  body: Buffer,
): { readonly answer: Answer; readonly reply: Reply } {
  const file = world.files.get(fileId);
  if (!file || file.content !== null)
    return { answer: refuse('file_not_found'), reply: reply(404, 'not found') };
  const type = request.headers['content-type'] ?? '';
  const content = type.startsWith('multipart/form-data') ? onlyPart(type, body) : body;
  if (content.length !== file.announcedSize) {
    return { answer: refuse('wrong_length'), reply: reply(400, `expected ${file.announcedSize} bytes`) };
  }
  file.content = content;
  return { answer: done(), reply: reply(200, `OK - ${content.length}`) };
}

/** The bytes between the first part's headers and its end. */
function onlyPart(type: string, body: Buffer): Buffer {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1] ?? '';
  const start = body.indexOf('\r\n\r\n');
  const end = body.indexOf(`\r\n--${boundary}`, start);
  return start < 0 || end < 0 ? Buffer.alloc(0) : body.subarray(start + 4, end);
}

/** A private file, for who shows the bot's token. */
export function serveFile(world: World, teamAndFile: string, token: string | null): Reply {
  const file = world.files.get(teamAndFile.split('-').at(1) ?? '');
  if (token !== world.app.botToken) return reply(403, 'forbidden');
  if (!file?.content) return reply(404, 'not found');
  return { status: 200, headers: { 'content-type': file.mimetype }, body: file.content };
}
