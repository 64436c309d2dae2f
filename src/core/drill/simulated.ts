import type { Author } from '../timeline/facts.js';
import { DRILLS } from './scripts.js';

/** How somebody of a practice script is called, in the channel and in the record. */
export const simulatedName = (by: string): string => `${by} (simulated)`;

const PEOPLE: ReadonlySet<string> = new Set(
  DRILLS.flatMap(({ steps }) => steps)
    .filter(({ isMonitor }) => isMonitor !== true)
    .map(({ by }) => simulatedName(by)),
);

/** True for an invented person of a practice: what they say is talk, though the bot says it for them. */
export const isSimulatedPerson = (author: Author): boolean =>
  author.kind === 'bot' && PEOPLE.has(author.name);
