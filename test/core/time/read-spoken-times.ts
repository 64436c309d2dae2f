import { readWhen } from '../../../src/core/timeline/backdate.js';
import { SPOKEN_TIMES } from './spoken-times.js';

/** Reads the whole table in a process with a zone of its own, and prints what it understood as JSON. */
const inWords = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');

function meaning(said: string, speaker: { readonly now: Date; readonly speakerZone: string }): string {
  const when = readWhen(said, speaker);
  switch (when.kind) {
    case 'none':
      return when.rest === said ? 'text' : `text, but changed: ${when.rest}`;
    case 'at':
      return `${inWords(when.at)} ${when.rest}`;
    case 'future':
      return 'future';
    case 'unclear':
      return `${when.candidates.map(inWords).join('|')} ${when.rest}`;
  }
}

const read = SPOKEN_TIMES.map(({ zone, now, said }) =>
  said.map(([words]) => meaning(words, { now: new Date(now), speakerZone: zone })),
);

process.stdout.write(JSON.stringify({ hour: new Date(2024, 0, 15, 12).getUTCHours(), read }));
