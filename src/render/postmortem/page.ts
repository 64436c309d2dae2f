import type { UserId } from '../../core/ids.js';
import type { Claim, Postmortem, RecordId, Source } from '../../core/postmortem/model.js';
import { clockIn, dayIn, dayInWords } from '../../core/time/calendar.js';
import { zoneLabel } from '../../core/time/zone.js';
import { citation, emphasis, type Piece } from './nodes.js';

/** What every section needs to know of the whole document. */
export interface Page {
  readonly document: Postmortem;
  /** Citations of these records, `[3] [7]`. */
  cite(records: readonly RecordId[]): readonly Piece[];
  citeSources(sources: readonly Source[]): readonly Piece[];
  /** A claim as it stands in a sentence: its text, marked where it is only proposed, and its citations. */
  claim(claim: Claim): readonly Piece[];
  /** Number of a question, `Q3`; null when it is not among the document's questions. */
  questionNumber(id: string): string | null;
  name(user: UserId | null): string;
  /** Who said it: a person, or what the record calls a speaker whom Slack does not know. */
  speaker(claim: Claim): string;
  clock(at: string): string;
  clockAndZone(at: string): string;
  day(at: string): string;
  /** The clock, with the day where the story runs over more than one. */
  moment(at: string): string;
  /** True when the story runs over more than one day of its zone. */
  readonly severalDays: boolean;
}

export function pageOf(document: Postmortem): Page {
  const { zone } = document;
  const numbers = new Map(document.records.map((record, index) => [record.id, index + 1]));
  const days = new Set(document.timeline.map((row) => dayIn(zone, new Date(row.at))));
  const labels = new Set(document.timeline.map((row) => zoneLabel(zone, new Date(row.at))));
  const cite = (records: readonly RecordId[]): readonly Piece[] =>
    [...new Set(records)].flatMap((record) => {
      const number = numbers.get(record);
      return number === undefined ? [] : [' ', citation(number)];
    });
  const citeSources = (sources: readonly Source[]) =>
    cite(sources.flatMap((source) => (source.kind === 'computed' ? [...source.from] : [source.record])));
  const editedInWords = ({ by, sourceChanged }: NonNullable<Claim['edited']>): string =>
    `(edited by @${document.names[by] ?? 'somebody'}${sourceChanged ? '; the record has changed since' : ''})`;
  const clock = (at: string): string => clockIn(zone, new Date(at));
  const clockAndZone = (at: string): string => `${clock(at)} ${zoneLabel(zone, new Date(at))}`;
  const shownClock = labels.size > 1 ? clockAndZone : clock;
  return {
    document,
    cite,
    citeSources,
    claim: (claim) => [
      claim.text,
      ...(claim.status === 'proposed' ? [' ', emphasis('(proposed)')] : []),
      ...(claim.edited ? [' ', emphasis(editedInWords(claim.edited))] : []),
      ...citeSources(claim.sources),
    ],
    questionNumber: (id) => {
      const index = document.questions.findIndex((question) => question.id === id);
      return index < 0 ? null : `Q${index + 1}`;
    },
    name: (user) => (user === null ? 'somebody' : `@${document.names[user] ?? 'somebody'}`),
    speaker: (claim) =>
      claim.by === null ? unknownSpeaker(document, claim) : `@${document.names[claim.by] ?? 'somebody'}`,
    clock: shownClock,
    clockAndZone,
    day: (at) => dayInWords(zone, new Date(at)),
    moment: (at) =>
      [...days].every((day) => day === dayIn(zone, new Date(at)))
        ? shownClock(at)
        : `${shownClock(at)} on ${dayInWords(zone, new Date(at))}`,
    severalDays: days.size > 1,
  };
}

function unknownSpeaker({ records }: Postmortem, { sources }: Claim): string {
  const cited = new Set(sources.flatMap((source) => (source.kind === 'computed' ? [] : [source.record])));
  return records.find(({ id }) => cited.has(id))?.who ?? 'somebody';
}
