import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { drawable, fitted, widthOf } from '../../../../src/render/postmortem/picture/drawable.js';
import { glyphs } from '../../../../src/render/postmortem/picture/glyph-widths.js';

/** Advance widths of a TrueType font in ems: `cmap` format 4 and `hmtx`, as the OpenType specification has them. */
function widthsIn(font: Buffer): (character: string) => number | null {
  const table = (name: string): number => {
    for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
      if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
    throw new Error(`The font has no ${name}`);
  };
  const em = font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  const cmap = table('cmap');
  const encodings = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i),
  );
  const at = encodings.find((start) => font.readUInt16BE(start) === 4) ?? 0;
  const doubled = font.readUInt16BE(at + 6);
  const glyphOf = (code: number): number => {
    for (let i = 0; i < doubled; i += 2) {
      if (font.readUInt16BE(at + 14 + i) < code) continue;
      const start = font.readUInt16BE(at + 16 + doubled + i);
      if (start > code) return 0;
      const delta = font.readUInt16BE(at + 16 + 2 * doubled + i);
      const slot = at + 16 + 3 * doubled + i;
      const offset = font.readUInt16BE(slot);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = font.readUInt16BE(slot + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
  return (character) => {
    const glyph = glyphOf(character.codePointAt(0) ?? 0);
    return glyph === 0 ? null : font.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, metrics - 1)) / em;
  };
}

const packages = createRequire(import.meta.url);
const fontNamed = (name: string) =>
  widthsIn(readFileSync(packages.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));
const normal = fontNamed('DejaVuSans');
const bold = fontNamed('DejaVuSans-Bold');

test('every glyph of the table is in both fonts, and no wider than the table says', () => {
  const wrong = [...glyphs()].filter(([character, width]) => {
    const real = normal(character);
    return real === null || bold(character) === null || real > width || width - real > 0.05;
  });

  expect(glyphs().size).toBeGreaterThan(450);
  expect(wrong).toEqual([]);
});

test.each(['12:45', 'INC-42 Checkout down', 'Größe überschritten', 'Ошибка'])(
  '%s takes no more than is reckoned',
  (words) => {
    const real = (font: typeof normal): number =>
      [...words].reduce((sum, character) => sum + (font(character) ?? 9), 0);

    expect(real(normal) * 20).toBeLessThanOrEqual(widthOf(words, 20));
    expect(real(bold) * 20).toBeLessThanOrEqual(widthOf(words, 20, 'bold'));
  },
);

test.each([
  ['plain words', 'plain words'],
  ['🍕 pizza is here', 'pizza is here'],
  ['e\u0301t\u00e9 → ≥ 5 %', 'été → ≥ 5 %'],
  ['Ошибка диска', 'Ошибка диска'],
  ['原因: キャッシュ', null],
  ['disk of 原因', null],
  ['שלום', null],
  ['🔥🔥', null],
  ['', null],
])('%s is drawn as %s', (text, shown) => {
  expect(drawable(text)).toBe(shown);
});

test('what is too long is cut between words and marked', () => {
  expect(fitted('a rather long line of words', 100, 13)).toBe('a rather…');
  expect(fitted('short', 100, 13)).toBe('short');
  expect(widthOf(fitted('x'.repeat(500), 100, 13), 13)).toBeLessThanOrEqual(100);
});
