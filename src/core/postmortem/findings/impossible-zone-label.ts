import { dayInWords } from '../../time/calendar.js';
import { zoneLabel } from '../../time/zone.js';
import { aboutOf, allStatements, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

/** Labels of one half of the year, and a place that uses them. */
const PLACES: Readonly<Record<string, string>> = {
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  BST: 'Europe/London',
  AEDT: 'Australia/Sydney',
  NZDT: 'Pacific/Auckland',
};
/** Places that have the label all year, or use it for something else. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = {
  MST: /Phoenix|Hermosillo/,
  EST: /Panama|Jamaica|Cancun|Bogota|Lima/,
  CST: /^Asia\/|Costa_Rica|Regina|Guatemala|Mexico|El_Salvador|Managua/,
  BST: /Dhaka/,
};
const CLOCK = new RegExp(
  `\\d{1,2}(?::\\d\\d| ?[AaPp][Mm])(?: ?[AaPp][Mm])? ?\\(?(${Object.keys(PLACES).join('|')}|GMT)\\b\\)?`,
);

/** PST in May: the clocks there show another time then. GMT is doubtful only where an incident is kept in London's time. */
export function impossibleZoneLabel(matter: Matter): readonly Found[] {
  const { now } = matter;
  for (const claim of allStatements(matter)) {
    const match = CLOCK.exec(claim.text);
    const label = match?.[1];
    if (match === null || label === undefined) continue;
    const place = label === 'GMT' ? (now.zone === 'Europe/London' ? now.zone : null) : PLACES[label];
    const zones = [now.zone, claim.by === null ? null : (now.record.people.get(claim.by)?.zone ?? null)];
    const at = new Date(claim.at);
    if (
      !place ||
      zones.some((zone) => zone !== null && (ELSEWHERE[label]?.test(zone) || zoneLabel(zone, at) === label))
    )
      continue;
    const real = zoneLabel(place, at);
    if (real === label) continue;
    const text = `${quoted(match[0])}: on ${dayInWords(place, at)} the clocks there showed ${real}, an hour apart. Which is meant?`;
    return [{ text, about: aboutOf(claim) }];
  }
  return [];
}
