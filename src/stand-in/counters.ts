import { createHash } from 'node:crypto';
import type { Clock } from './clock.js';

/** Ids that look like Slack's and are the same in every run of the same script. */
export interface Ids {
  /** `C` gives `C000000001`, then `C000000002`. */
  next(prefix: string): string;
  /** A UUID made from a counter of its own for each use. */
  uuid(of: string): string;
  /** `12.1.9f86d081…`, as trigger ids and secrets of addresses look. */
  opaque(of: string): string;
}

export function countIds(): Ids {
  const counts = new Map<string, number>();
  const count = (name: string) => {
    const next = (counts.get(name) ?? 0) + 1;
    counts.set(name, next);
    return next;
  };
  const digest = (of: string) => createHash('sha256').update(of).digest('hex');
  return {
    next: (prefix) => `${prefix}${count(prefix).toString(36).toUpperCase().padStart(9, '0')}`,
    uuid(of) {
      const hex = digest(`${of} uuid ${count(`${of} uuid`)}`);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
    opaque(of) {
      const number = count(of);
      return `${number}.1.${digest(`${of} ${number}`).slice(0, 24)}`;
    },
  };
}

/** Slack's message stamps: `seconds.micros`, growing in each channel, also within one millisecond. */
export interface Stamps {
  next(channel: string): string;
}

export function countStamps(clock: Clock): Stamps {
  const last = new Map<string, number>();
  return {
    next(channel) {
      const micros = Math.max(clock.now().getTime() * 1000, (last.get(channel) ?? 0) + 1);
      last.set(channel, micros);
      return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
    },
  };
}
