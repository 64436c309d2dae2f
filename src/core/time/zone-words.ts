import { isZone } from './zone.js';

/** A zone as somebody wrote it beside a time. */
export interface SaidZone {
  /** Minutes east of UTC that the label stands for; null for a name that follows summer time (`ET`, `Europe/Berlin`). */
  readonly offset: number | null;
  /** The zones whose clocks people mean by the label, most common first; empty for a bare offset. */
  readonly zones: readonly string[];
}

const hours = (offset: number, ...zones: string[]): SaidZone => ({ offset: offset * 60, zones });
const region = (zone: string): SaidZone => ({ offset: null, zones: [zone] });

/**
 * Labels in capitals only: `14:05 est tombé` and `14:05 ist weg` are words. Where a label has several owners
 * (CST, IST, BST), the first is the one that is read, unless the speaker lives in another.
 */
const LABELS: ReadonlyMap<string, SaidZone> = new Map([
  ['UTC', hours(0)],
  ['GMT', hours(0)],
  ['Z', hours(0)],
  ['ET', region('America/New_York')],
  ['EST', hours(-5, 'America/New_York')],
  ['EDT', hours(-4, 'America/New_York')],
  ['CT', region('America/Chicago')],
  ['CST', hours(-6, 'America/Chicago')],
  ['CDT', hours(-5, 'America/Chicago')],
  ['MT', region('America/Denver')],
  ['MST', hours(-7, 'America/Denver')],
  ['MDT', hours(-6, 'America/Denver')],
  ['PT', region('America/Los_Angeles')],
  ['PST', hours(-8, 'America/Los_Angeles')],
  ['PDT', hours(-7, 'America/Los_Angeles')],
  ['AKST', hours(-9, 'America/Anchorage')],
  ['AKDT', hours(-8, 'America/Anchorage')],
  ['HST', hours(-10, 'Pacific/Honolulu')],
  ['AST', hours(-4, 'America/Halifax')],
  ['ADT', hours(-3, 'America/Halifax')],
  ['BRT', hours(-3, 'America/Sao_Paulo')],
  ['ART', hours(-3, 'America/Argentina/Buenos_Aires')],
  ['WET', hours(0, 'Europe/Lisbon')],
  ['WEST', hours(1, 'Europe/Lisbon')],
  ['BST', hours(1, 'Europe/London')],
  ['CET', hours(1, 'Europe/Berlin')],
  ['CEST', hours(2, 'Europe/Berlin')],
  ['MEZ', hours(1, 'Europe/Berlin')],
  ['MESZ', hours(2, 'Europe/Berlin')],
  ['EET', hours(2, 'Europe/Helsinki')],
  ['EEST', hours(3, 'Europe/Helsinki')],
  ['MSK', hours(3, 'Europe/Moscow')],
  ['SAST', hours(2, 'Africa/Johannesburg')],
  ['WAT', hours(1, 'Africa/Lagos')],
  ['EAT', hours(3, 'Africa/Nairobi')],
  ['GST', hours(4, 'Asia/Dubai')],
  ['IST', hours(5.5, 'Asia/Kolkata')],
  ['SGT', hours(8, 'Asia/Singapore')],
  ['HKT', hours(8, 'Asia/Hong_Kong')],
  ['JST', hours(9, 'Asia/Tokyo')],
  ['KST', hours(9, 'Asia/Seoul')],
  ['AWST', hours(8, 'Australia/Perth')],
  ['ACST', hours(9.5, 'Australia/Adelaide')],
  ['ACDT', hours(10.5, 'Australia/Adelaide')],
  ['AEST', hours(10, 'Australia/Sydney')],
  ['AEDT', hours(11, 'Australia/Sydney')],
  ['NZST', hours(12, 'Pacific/Auckland')],
  ['NZDT', hours(13, 'Pacific/Auckland')],
]);

/** What a label means to those who live there, where that differs from the table above. */
const AT_HOME: ReadonlyMap<string, ReadonlyMap<string, SaidZone>> = new Map([
  ['Asia/Shanghai', new Map([['CST', hours(8, 'Asia/Shanghai')]])],
  ['Asia/Taipei', new Map([['CST', hours(8, 'Asia/Taipei')]])],
  ['Europe/Dublin', new Map([['IST', hours(1, 'Europe/Dublin')]])],
  ['Asia/Jerusalem', new Map([['IST', hours(2, 'Asia/Jerusalem')]])],
]);

const OFFSET = /^(?:(?:UTC|GMT)\s?)?([+\u2212-])(0?\d|1[0-4])(?::?([0-5]\d))?(?![\d:])/i;
const PLAIN = /^(?:UTC|GMT|Z)(?![\p{L}\p{N}_+]|-[\p{L}\p{N}])/iu;
const LABEL = /^[A-Z]{2,4}(?![\p{L}\p{N}_']|-[\p{L}\p{N}])/u;
const NAME = /^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+){1,2}/;

export interface ReadZone {
  readonly zone: SaidZone;
  /** How much of the text was the zone. */
  readonly length: number;
}

/** Reads a zone at the very start of `text`: `EDT`, `UTC`, `UTC+2`, `Europe/Berlin`, or one of these in parentheses. */
export function readZone(text: string, speakerZone: string): ReadZone | null {
  if (text.startsWith('(')) {
    const inner = readZone(text.slice(1), speakerZone);
    if (inner === null || text[inner.length + 1] !== ')') return null;
    return { zone: inner.zone, length: inner.length + 2 };
  }
  const offset = /^(?:UTC|GMT)/i.test(text) ? readOffset(text) : null;
  if (offset !== null) return offset;
  const plain = PLAIN.exec(text)?.[0];
  if (plain !== undefined) return { zone: hours(0), length: plain.length };
  const label = LABEL.exec(text)?.[0] ?? '';
  const labelled = AT_HOME.get(speakerZone)?.get(label) ?? LABELS.get(label);
  if (labelled !== undefined) return { zone: labelled, length: label.length };
  const name = NAME.exec(text)?.[0];
  if (name !== undefined && isZone(name)) return { zone: region(name), length: name.length };
  return null;
}

/** Reads `+02:00`, `-0400` or `UTC+5:30` at the start of `text`. */
export function readOffset(text: string): ReadZone | null {
  const [said, sign, whole, minutes = '0'] = OFFSET.exec(text) ?? [];
  if (said === undefined) return null;
  const offset = Number(whole) * 60 + Number(minutes);
  return { zone: { offset: sign === '+' ? offset : -offset, zones: [] }, length: said.length };
}
