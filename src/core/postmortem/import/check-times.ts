import { durationInWords, MINUTE } from '../../time/duration.js';
import { offsetMinutes, zoneLabel } from '../../time/zone.js';
import { readZone } from '../../time/zone-words.js';
import { durationsIn } from '../findings/spoken-length.js';
import { quoted, type WrittenFinding } from './finding.js';
import { type Entry, entriesOf, type WrittenPostmortem, type WrittenTime, wordsOf } from './written.js';

const LONG_SILENCE = 30 * MINUTE;

/** What the times of the page say against each other: window, timeline, zones, lengths. */
export function checkTimes(document: WrittenPostmortem): readonly WrittenFinding[] {
  return [
    ...zoneOutOfSeason(document),
    ...entriesWithoutZone(document),
    ...noTimes(document),
    ...outOfOrder(document),
    ...silences(document),
    ...windowAgainstTimeline(document),
    ...lengthInWords(document),
    ...startIsDetection(document),
  ];
}

const timed = (document: WrittenPostmortem): readonly (Entry & { readonly time: WrittenTime })[] =>
  entriesOf(document).flatMap((entry) => (entry.time === null ? [] : [{ ...entry, time: entry.time }]));

interface Placed {
  readonly line: number;
  readonly ms: number;
  readonly asWritten: string;
  readonly text: string;
}
const placed = (document: WrittenPostmortem): readonly Placed[] =>
  timed(document).flatMap((entry) =>
    entry.time.at === null
      ? []
      : [
          {
            line: entry.line,
            ms: Date.parse(entry.time.at),
            asWritten: entry.time.asWritten,
            text: wordsOf(entry),
          },
        ],
  );

/** GMT has no summer time; those who write it in summer often mean London's clock. */
const LONDON = 'Europe/London';

function zoneOutOfSeason(document: WrittenPostmortem): readonly WrittenFinding[] {
  const { window } = document;
  const [first] = timed(document).filter(({ time }) => time.zone !== null);
  const zoned = [window?.start, window?.end, first?.time].find((time) => time?.at && time.zone !== null);
  if (!zoned?.at || zoned.zone === null) return [];
  const read = readZone(zoned.zone, 'UTC');
  if (read === null) return [];
  const at = new Date(zoned.at);
  const home = /^GMT$/i.test(zoned.zone) ? LONDON : read.zone.zones[0];
  const offset = read.zone.offset;
  if (home === undefined || offset === null) return [];
  const off = offsetMinutes(home, at) - offset;
  if (off === 0) return [];
  const text = `${zoned.zone} on that day: ${home} was on ${zoneLabel(home, at)}, ${Math.abs(off)} min away. If local time was meant, every time is wrong by that.`;
  return [{ rule: 'impossible-zone-label', text, lines: window === null ? [] : [window.line] }];
}

function entriesWithoutZone(document: WrittenPostmortem): readonly WrittenFinding[] {
  const entries = timed(document);
  const bare = entries.filter(({ time }) => time.zone === null);
  if (bare.length === 0) return [];
  const zone = document.window?.start.zone ?? document.window?.end?.zone ?? null;
  const taken = zone === null ? 'none is given anywhere' : `${zone} is taken from the summary`;
  return [
    {
      rule: 'entries-without-zone',
      text: `${bare.length} of ${entries.length} times of the timeline have no zone; ${taken}.`,
      lines: bare.map(({ line }) => line),
    },
  ];
}

function noTimes(document: WrittenPostmortem): readonly WrittenFinding[] {
  const entries = entriesOf(document);
  const without = entries.filter(({ time }) => time === null);
  if (without.length === 0) return [];
  return [
    {
      rule: 'entries-without-time',
      text: `${without.length} of ${entries.length} entries of the timeline have no time.`,
      lines: without.map(({ line }) => line),
    },
  ];
}

const pairs = (entries: readonly Placed[]): readonly (readonly [Placed, Placed])[] =>
  entries.flatMap((entry, i) => {
    const next = entries[i + 1];
    return next === undefined ? [] : [[entry, next] as const];
  });

function outOfOrder(document: WrittenPostmortem): readonly WrittenFinding[] {
  return pairs(placed(document))
    .filter(([one, next]) => next.ms < one.ms)
    .map(([one, next]) => ({
      rule: 'timeline-out-of-order',
      text: `${next.asWritten} stands behind ${one.asWritten}.`,
      lines: [one.line, next.line],
    }));
}

function silences(document: WrittenPostmortem): readonly WrittenFinding[] {
  return pairs(placed(document))
    .filter(([one, next]) => next.ms - one.ms > LONG_SILENCE)
    .map(([one, next]) => ({
      rule: 'long-silence',
      text: `${durationInWords(next.ms - one.ms)} without an entry, ${one.asWritten} to ${next.asWritten}.`,
      lines: [one.line, next.line],
    }));
}

function windowAgainstTimeline(document: WrittenPostmortem): readonly WrittenFinding[] {
  const { window } = document;
  const entries = placed(document);
  const [first] = entries;
  const last = entries.at(-1);
  if (window === null || first === undefined || last === undefined || entries.length < 2) return [];
  const findings: WrittenFinding[] = [];
  const compare = (name: 'start' | 'end', time: WrittenTime | null, entry: Placed): void => {
    if (time?.at === null || time?.at === undefined) return;
    const ms = entry.ms - Date.parse(time.at);
    if (Math.abs(ms) < MINUTE) return;
    const edge = name === 'start' ? 'first' : 'last';
    const side = ms < 0 ? 'before' : 'after';
    findings.push({
      rule: 'row-outside-window',
      text: `The ${edge} entry, ${entry.asWritten}, is ${durationInWords(ms)} ${side} the stated ${name}, ${time.asWritten}.`,
      lines: [window.line, entry.line],
    });
  };
  compare('start', window.start, first);
  compare('end', window.end, last);
  return findings;
}

function lengthInWords(document: WrittenPostmortem): readonly WrittenFinding[] {
  const { window } = document;
  if (window?.start.at === null || window?.end?.at === null || window === null || window.end === null)
    return [];
  const stated = Date.parse(window.end.at) - Date.parse(window.start.at);
  const entries = placed(document);
  const [first] = entries;
  const last = entries.at(-1);
  const told = first === undefined || last === undefined ? null : last.ms - first.ms;
  return document.blocks
    .filter(({ section }) => section === 'summary' || section === 'impact')
    .flatMap((block) => durationsIn(wordsOf(block)).map((spoken) => ({ spoken, line: block.line })))
    .filter(
      ({ spoken }) =>
        Math.abs(spoken.minutes * MINUTE - stated) >= MINUTE * Math.max(1, spoken.tolerance) &&
        spoken.minutes * MINUTE >= stated / 2,
    )
    .map(({ spoken, line }) => ({
      rule: 'length-against-window',
      text: `${quoted(spoken.words)} is said, but the window is ${durationInWords(stated)}${told === spoken.minutes * MINUTE ? '; it is the length of the timeline' : ''}.`,
      lines: [line],
    }));
}

function startIsDetection(document: WrittenPostmortem): readonly WrittenFinding[] {
  const { window } = document;
  const [first] = placed(document);
  if (window?.start.at === null || window === null || first === undefined) return [];
  const isSign = /\b(?:detect\w*|alert\w*|complain\w*|notified|reports?|monitoring)\b/i.test(first.text);
  if (first.ms !== Date.parse(window.start.at) || !isSign) return [];
  return [
    {
      rule: 'onset-is-detection',
      text: `The start is the moment of detection, ${first.asWritten}: when did it really begin?`,
      lines: [window.line, first.line],
    },
  ];
}
