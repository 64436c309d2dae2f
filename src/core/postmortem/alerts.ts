import { has, type Reading } from './reading.js';

const CLEARED =
  /^\W*(?:ok|up|resolved|recover(?:ed|y)|closed|normal|cleared|green)\b|\[(?:ok|up|resolved|recovered|closed)\]|\b(?:recovered|resolved|back to normal|is (?:now )?up|cleared)\b|復旧|【正常】|恢复/i;
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

export const isFiring = (r: Reading): boolean => FIRING.test(r.text);

/** Other bots talk as well: of comments, builds, calendars. An alert speaks of trouble or of a deed. */
export const soundsLikeAlert = (r: Reading): boolean =>
  isFiring(r) ||
  has(r, 'symptom', 'escalated', 'done', 'recovered') ||
  /[<>≥≤]\s?\d|\d\s?(?:%|ms\b|s\b|℃)/.test(r.text);
