import type { Reading } from './reading.js';

const CLEARED =
  /\[ok\]|\bok\b|recovered|resolved|back to normal|closed|\bup\b|clear(?:ed)?|green|normal|復旧|正常|恢复/i;
const FIRING = /\bdown\b|critical|\bcrit\b|triggered|firing|problem|\balert(?:ing)?\]|警告|重大|告警/i;

/** An alert that says that the trouble is over. */
export const isRecoveryAlert = (r: Reading): boolean =>
  r.entry.kind === 'alert' && CLEARED.test(r.text) && !FIRING.test(r.text);

/** The same alert again, with other numbers, has the same name. */
export const alertName = (r: Reading): string =>
  r.text
    .toLowerCase()
    .replace(/\d+(?:[.,]\d+)*/g, '#')
    .slice(0, 60);
