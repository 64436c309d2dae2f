import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'] as const;
/** Twice the size on paper, so that it stays sharp when it is opened. */
const ZOOM = 2;

const packages = createRequire(import.meta.url);
const fontFiles = (): string[] => FONTS.map((name) => packages.resolve(`dejavu-fonts-ttf/ttf/${name}`));

/** A picture as PNG, with the font that is shipped and no other; the same picture, the same bytes. Throws for what is no SVG. */
export function pictureToPng(svg: string): Uint8Array {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'DejaVu Sans' },
  });
  return drawn.render().asPng();
}
