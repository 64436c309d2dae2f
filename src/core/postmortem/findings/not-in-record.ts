import { userId } from '../../ids.js';
import { MINUTE } from '../case.js';
import type { Claim } from '../model.js';
import { beginningOf, quotable } from '../quote.js';
import type { Reading } from '../reading.js';
import { sourcesIn } from '../sources-in.js';
import { aboutOf, allStatements, type Found, type Matter } from './matter.js';

const TOKEN = /\d+(?:[.,:]\d+)*|(?<![\p{L}\d])@[\p{L}\p{N}_.-]*[\p{L}\p{N}]/gu;

/** The draft's test of itself: each number, time and name of a claim stands in what it cites, and each figure can be computed again. */
export function notInRecord(matter: Matter): readonly Found[] {
  return [...foreignTokens(matter), ...wrongMeasures(matter)];
}

function foreignTokens(matter: Matter): readonly Found[] {
  const byId = new Map(matter.now.readings.map((r) => [r.id, r]));
  return allStatements(matter).flatMap((claim): Found[] => {
    // What a person wrote needs no other source than the person.
    if (claim.edited !== undefined) return [];
    const cited = sourcesIn(claim).flatMap((id) => byId.get(id) ?? []);
    const known = new Set(cited.flatMap((reading) => tokensOf(textsBehind(matter, reading))));
    const foreign = ownTokens(claim).filter((token) => !known.has(token));
    if (foreign.length === 0) return [];
    const list = [...new Set(foreign)]
      .slice(0, 3)
      .map((token) => `“${token}”`)
      .join(', ');
    return [
      {
        text: `${list} stands in a statement, but not in the record that it cites. Please check it.`,
        about: aboutOf(claim),
      },
    ];
  });
}

const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

/** A text that was shortened may end in half a number. */
const ownTokens = ({ text }: Claim): readonly string[] =>
  tokensOf(text.endsWith('…') ? text.replace(/\S+\s*…$/u, '') : text);

/** All that a claim may take from an entry: its words, and the facts of its command. */
function textsBehind({ now }: Matter, reading: Reading): string {
  const { entry } = reading;
  const details = Object.values(entry.detail).flatMap((value) => value.split(' '));
  const names = [...details, reading.speaker ?? ''].map((word) => `@${now.nameOf(userId(word))}`);
  const groups = details.map((word) => `@${word}`);
  const tasks = now.record.followUps
    .filter((followUp) => followUp.entry === entry.id)
    .map((followUp) => followUp.text);
  const raw = [
    entry.text,
    ...tasks,
    ...(entry.kind === 'declared' || entry.kind === 'renamed' ? [now.incident.title] : []),
  ];
  return [
    ...raw.map((text) => quotable(beginningOf(text, 9000), now.nameOf)),
    ...details,
    ...names,
    ...groups,
    reading.text,
  ].join(' \n ');
}

function wrongMeasures({ now, drafted, start }: Matter): readonly Found[] {
  if (start === null) return [];
  const byId = new Map(now.readings.map((r) => [r.id, r]));
  return drafted.measures.flatMap((measure): Found[] => {
    const to = byId.get(measure.to);
    if (to !== undefined && Math.abs((to.at - start) / MINUTE - measure.minutes) < 1.001) return [];
    return [
      {
        text: `The time to ${measure.name}, ${measure.minutes} min, does not follow from the records that it cites.`,
        about: [measure.from, measure.to],
      },
    ];
  });
}
