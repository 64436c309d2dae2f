import { type MessageTs, messageTs } from '../ids.js';

const STAMP = /^(\d{1,12})(?:\.(\d{1,9}))?$/;

/** Seconds and fraction of a stamp as text: as a float its last digits would be lost. */
function partsOf(ts: MessageTs): { readonly seconds: string; readonly fraction: string } {
  const [, seconds, fraction = ''] = STAMP.exec(ts) ?? [];
  if (seconds === undefined) throw new RangeError('Not a message stamp of Slack: expected seconds.micros');
  return { seconds: seconds.padStart(12, '0'), fraction: fraction.padEnd(9, '0') };
}

/** The moment of a stamp, cut to milliseconds. Throws a RangeError for what is no stamp. */
export function instantOf(ts: MessageTs): Date {
  const { seconds, fraction } = partsOf(ts);
  return new Date(Number(seconds) * 1000 + Number(fraction.slice(0, 3)));
}

/** The stamp of a moment, with milliseconds; for comparing moments with stamps, not for naming a message. */
export function stampOf(at: Date): MessageTs {
  const ms = at.getTime();
  const rest = ((ms % 1000) + 1000) % 1000;
  return messageTs(`${(ms - rest) / 1000}.${String(rest).padStart(3, '0')}000`);
}

/** Below zero when `a` is earlier than `b`; exact to the last digit. */
export function compareStamps(a: MessageTs, b: MessageTs): number {
  const left = partsOf(a);
  const right = partsOf(b);
  if (left.seconds !== right.seconds) return left.seconds < right.seconds ? -1 : 1;
  if (left.fraction !== right.fraction) return left.fraction < right.fraction ? -1 : 1;
  return 0;
}
