/** Letters of this many units make an em. */
const UNITS = 40;

/**
 * How wide DejaVu Sans draws what it has, from a first code point on: a letter each, `#` for nothing, `$` for one
 * fortieth of an em, and so on, rounded up; a space where it has no glyph that we use. `glyph-widths.test.ts` holds
 * it against the font. Scripts that are written from right to left, and such as need shaping, are left out.
 */
const WIDTHS: readonly (readonly [number, string])[] = [
  [0x20, '046E=JC.337E0201==========11EEE9K???B=;BB//>:FAC<C?=<A?K?<?313E77<=9=<2==//;/J=<==483=;D;;8=1=E'],
  [
    0xa0,
    '04====177K6<E K77E447==0746<JJJ9??????J?====////BACCCCCECAAAA<<=<<<<<<K9<<<<////<=<<<<<E<====;=;?<?<?<?9?9?9?9B=B==<=<=<=<=<B=B=B=B=B=H?//////////;://>;;:/:/:2:1:/A=A=A=DA=C<C<C<NL?4?4?4=8=8=8=8<3<3<3A=A=A=A=A=A=KD<;<?8?8?82',
  ],
  [0x391, '??:?=?BC/>?FA=CB< =<<C?CB/<>9=1;>=;<99=<1;;=::<<=;=<;>;>E1;<;E'],
  [0x400, '==C<?=///OMC@A<B???<C=O=AA@BFBCB<?<<F?C?NOEG??O?<<;9?<H9==<=B><>=9;;F;?;HI@C;9E<<<<998///HG><=;>'],
  [0x2010, '22=7KK770000888877;;1>K'],
  [0x2190, 'EEEEEE'],
  [0x2260, 'EEEEEE'],
];

const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([first, letters]) =>
    [...letters].flatMap((letter, i): readonly (readonly [string, number])[] =>
      letter === ' ' ? [] : [[String.fromCodePoint(first + i), (letter.charCodeAt(0) - 35) / UNITS]],
    ),
  ),
);

/** Every glyph that pictures use, with its width in ems. */
export const glyphs = (): ReadonlyMap<string, number> => WIDTH_OF;

/** Width in ems, at least what the font takes; null for what it cannot draw. */
export const glyphWidth = (character: string): number | null => WIDTH_OF.get(character) ?? null;
