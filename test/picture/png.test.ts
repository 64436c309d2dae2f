import { inflateSync } from 'node:zlib';
import { draftPostmortem } from '../../src/core/postmortem/draft.js';
import { pictureToPng } from '../../src/picture/png.js';
import { timelinePicture } from '../../src/render/postmortem/picture/timeline-picture.js';
import { aCommand, anAlert, aRecord } from '../builders.js';

const picture = timelinePicture(
  draftPostmortem(
    aRecord([anAlert('12:05', 'FIRING: checkout 5xx'), aCommand('12:20', 'suspect', 'the deploy')]),
    {
      version: 1,
    },
  ),
);

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40" font-family="'DejaVu Sans'">${body}</svg>`;

/** All that is drawn, unpacked; two pictures of one colour differ from it in size and in every row. */
function rowsOf(png: Uint8Array): Buffer {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  return inflateSync(Buffer.concat(parts));
}

test('a picture is a PNG of twice its size', () => {
  const png = Buffer.from(pictureToPng(picture));
  const height = Number(/viewBox="0 0 1200 (\d+)"/.exec(picture)?.[1]);

  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 2 * height]);
});

test('the same picture gives the same bytes', () => {
  expect(Buffer.from(pictureToPng(picture)).equals(Buffer.from(pictureToPng(picture)))).toBe(true);
});

test.each(['normal', 'bold'])('words are drawn in %s, since the font is shipped', (weight) => {
  const blank = rowsOf(pictureToPng(svg('')));
  const words = rowsOf(
    pictureToPng(svg(`<text x="5" y="25" font-size="20" font-weight="${weight}">Words</text>`)),
  );

  expect(words.length).toBe(blank.length);
  expect(words.equals(blank)).toBe(false);
});

test('bold is another font than the ordinary one', () => {
  const [normal, bold] = ['normal', 'bold'].map((weight) =>
    rowsOf(pictureToPng(svg(`<text x="5" y="25" font-size="20" font-weight="${weight}">Words</text>`))),
  );

  expect(bold?.equals(normal ?? Buffer.alloc(0))).toBe(false);
});

test('what is no picture is a fault', () => {
  expect(() => pictureToPng('<svg')).toThrow();
});
