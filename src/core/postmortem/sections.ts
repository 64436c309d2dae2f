import type { Claim, Postmortem } from './model.js';

/** The parts of a document whose lines a person may edit, in its order. */
export const SECTIONS = [
  'impact',
  'detection',
  'timeline',
  'suspected',
  'escalations',
  'causes',
  'resolution',
  'left-overs',
  'actions',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What becomes of a line: another one in its place, or null to leave it out. */
export type Change = (claim: Claim, section: Section) => Claim | null;

/** The document with every line put through `change`; lines that it leaves out are gone with all that hangs on them. */
export function withLines(document: Postmortem, change: Change): Postmortem {
  const claims = (lines: readonly Claim[], section: Section): readonly Claim[] =>
    lines.flatMap((claim) => change(claim, section) ?? []);
  const holders = <T extends { readonly claim: Claim }>(
    lines: readonly T[],
    section: Section,
  ): readonly T[] =>
    lines.flatMap((line) => {
      const claim = change(line.claim, section);
      return claim === null ? [] : [claim === line.claim ? line : { ...line, claim }];
    });
  return {
    ...document,
    impact: { ...document.impact, claims: claims(document.impact.claims, 'impact') },
    detection: claims(document.detection, 'detection'),
    timeline: holders(document.timeline, 'timeline'),
    hypotheses: holders(document.hypotheses, 'suspected'),
    escalations: claims(document.escalations, 'escalations'),
    causes: holders(document.causes, 'causes'),
    resolution: {
      ...document.resolution,
      claims: claims(document.resolution.claims, 'resolution'),
      leftOvers: claims(document.resolution.leftOvers, 'left-overs'),
    },
    actions: holders(document.actions, 'actions'),
  };
}

/** The lines of one section, in order. */
export function linesOf(document: Postmortem, section: Section): readonly Claim[] {
  switch (section) {
    case 'impact':
      return document.impact.claims;
    case 'detection':
      return document.detection;
    case 'timeline':
      return document.timeline.map((row) => row.claim);
    case 'suspected':
      return document.hypotheses.map((hypothesis) => hypothesis.claim);
    case 'escalations':
      return document.escalations;
    case 'causes':
      return document.causes.map((cause) => cause.claim);
    case 'resolution':
      return document.resolution.claims;
    case 'left-overs':
      return document.resolution.leftOvers;
    case 'actions':
      return document.actions.map((action) => action.claim);
  }
}

/** Every line of the document with its section. */
export const allLines = (
  document: Postmortem,
): readonly { readonly section: Section; readonly claim: Claim }[] =>
  SECTIONS.flatMap((section) => linesOf(document, section).map((claim) => ({ section, claim })));
