import type { MeasureList, SectionKind } from './written.js';

const SECTIONS: readonly (readonly [SectionKind, RegExp])[] = [
  ['summary', /^(?:issue |incident |executive )?summary$|^overview$|^what happened$/i],
  ['impact', /^(?:customer |user )?impact$/i],
  ['detection', /^detection$/i],
  ['timeline', /^(?:incident )?timeline(?: of events)?$|^chronology$/i],
  [
    'cause',
    /^(?:the )?root[- ]causes?(?: and resolution| analysis)?$|^resolution(?: and recovery)?$|^causes?$/i,
  ],
  [
    'measures',
    /^(?:corrective(?: and|,)? prevent(?:at)?ive (?:measures|actions)|(?:corrective|preventative|preventive) (?:measures|actions)|action items|follow-?ups?|next steps|actions)$/i,
  ],
  ['lessons', /^lessons(?: learn(?:ed|t))?$|^what went (?:well|wrong|badly)$/i],
  ['closing', /^conclusions?$|^closing(?: words)?$|^in closing$/i],
];
const LISTS: readonly (readonly [MeasureList, RegExp])[] = [
  ['improvement', /^(?:proposed )?improvements?(?:\s*\/\s*fixes)?$|^fixes$|^things to improve$/i],
  ['task', /^tasks?(?: to address the issue| list)?$|^to-?dos?(?: list)?$|^action points$/i],
];

const bare = (words: string): string => words.replace(/\s*:$/, '').trim();

/** The section that a heading with these words opens, whether or not it is marked as a heading; null for other words. */
export const sectionNamed = (words: string): SectionKind | null =>
  SECTIONS.find(([, pattern]) => pattern.test(bare(words)))?.[0] ?? null;

/** The list of measures that these words head. */
export const listNamed = (words: string): MeasureList | null =>
  LISTS.find(([, pattern]) => pattern.test(bare(words)))?.[0] ?? null;
