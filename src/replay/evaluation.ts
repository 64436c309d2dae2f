import type { Claim, Postmortem, Slot } from '../core/postmortem/model.js';

/** The scenario that was played, as far as the evaluation needs it. */
export interface ScenarioContext {
  readonly scenarioId: string;
  /** Index of the event that made this entry, or null for what the scenario did not do itself. */
  indexOfEntry(entryId: string): number | null;
  /** Cast key of a user, or null for somebody else. */
  castKeyOf(userId: string): string | null;
}

interface Cited {
  readonly text: string;
  readonly from: readonly number[];
}
interface WithStatus extends Cited {
  readonly status: 'stated' | 'proposed';
}

/** What a drafted postmortem says, in the form that the scenarios' README gives. */
export interface Evaluation {
  readonly scenario: string;
  readonly window: { readonly start: string | null; readonly end: string | null };
  readonly severity: string | null;
  readonly title: string;
  readonly timeline: readonly (Cited & { readonly at: string; readonly kind: string })[];
  readonly impact: readonly WithStatus[];
  readonly causes: readonly (WithStatus & { readonly role: string })[];
  readonly resolution: readonly WithStatus[];
  readonly hypotheses: readonly (Cited & { readonly outcome: string })[];
  readonly escalations: readonly Cited[];
  readonly actions: readonly (WithStatus & { readonly owner: string | null; readonly due: string | null })[];
  readonly questions: readonly { readonly slot: string; readonly ask: string; readonly for: string | null }[];
  readonly markdown: string;
}

/** Tells the evaluation what the document says; nothing is added and nothing left out. */
export function evaluationOf(postmortem: Postmortem, markdown: string, context: ScenarioContext): Evaluation {
  const cited = (claim: Claim): Cited => ({ text: claim.text, from: indicesOf(claim, context) });
  const withStatus = (claim: Claim): WithStatus => ({
    ...cited(claim),
    status: claim.status === 'proposed' ? 'proposed' : 'stated',
  });
  const { window } = postmortem;
  return {
    scenario: context.scenarioId,
    window: { start: known(window.start)?.at ?? null, end: window.end?.at ?? null },
    severity: postmortem.severity,
    title: postmortem.title,
    timeline: postmortem.timeline.map((row) => ({ at: row.at, kind: row.kind, ...cited(row.claim) })),
    impact: postmortem.impact.claims.map(withStatus),
    causes: postmortem.causes.map((cause) => ({ role: cause.role, ...withStatus(cause.claim) })),
    resolution: postmortem.resolution.claims.map(withStatus),
    hypotheses: postmortem.hypotheses.map((hypothesis) => ({
      ...cited(hypothesis.claim),
      outcome: hypothesis.outcome,
    })),
    escalations: postmortem.escalations.map(cited),
    actions: postmortem.actions.map((action) => {
      const owner = known(action.owner);
      return {
        ...withStatus(action.claim),
        owner: owner === null ? null : context.castKeyOf(owner),
        due: known(action.due),
      };
    }),
    questions: postmortem.questions.map(({ slot, ask, to }) => ({
      slot,
      ask,
      for: to === null ? null : context.castKeyOf(to),
    })),
    markdown,
  };
}

const known = <T>(slot: Slot<T>): T | null => (slot.kind === 'known' ? slot.value : null);

function indicesOf(claim: Claim, context: ScenarioContext): readonly number[] {
  const entries = claim.sources.flatMap((source) =>
    source.kind === 'computed' ? [...source.from] : [source.record],
  );
  return [...new Set(entries.flatMap((entry) => context.indexOfEntry(entry) ?? []))].sort((a, b) => a - b);
}
