import type { Claim, Postmortem } from '../model.js';

/** Every claim that the document makes, wherever it stands. */
export function claimsIn(document: Postmortem): readonly Claim[] {
  return [
    ...document.impact.claims,
    ...document.detection,
    ...document.timeline.map((row) => row.claim),
    ...document.hypotheses.map((hypothesis) => hypothesis.claim),
    ...document.escalations,
    ...document.causes.map((cause) => cause.claim),
    ...document.resolution.claims,
    ...document.resolution.leftOvers,
    ...document.actions.map((action) => action.claim),
  ];
}
