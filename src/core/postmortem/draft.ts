import { incidentName } from '../incident/incident.js';
import type { IncidentRecord } from '../record.js';
import { actionQuestions, actionsOf } from './actions.js';
import { actsOf } from './acts.js';
import { openCase } from './case.js';
import { causeQuestions, causesOf } from './causes.js';
import { courseOf } from './course.js';
import { curateTimeline } from './curate-timeline.js';
import { detectionOf, detectionQuestions } from './detection.js';
import { escalationsOf } from './escalations.js';
import { findingsOf } from './findings/findings.js';
import { hypothesesOf } from './hypotheses.js';
import { impactOf, impactQuestions } from './impact.js';
import { measuresOf } from './measures.js';
import { type Claim, POSTMORTEM_SCHEMA, type Postmortem } from './model.js';
import { namesOf, participantsOf } from './participants.js';
import { beginningOf, excerpt, quotable } from './quote.js';
import { recordsOf } from './records.js';
import { resolutionOf, resolutionQuestions } from './resolution.js';
import { severityName } from './severity.js';
import { silencesOf } from './silences.js';
import { sourcesIn } from './sources-in.js';
import { standingQuestions } from './standing-questions.js';
import { windowOf, windowQuestions } from './window.js';

/** Longest title, in characters. */
const TITLE_LIMIT = 300;

/** The postmortem that follows from the record, without clock or chance: the same record gives the same bytes. */
export function draftPostmortem(record: IncidentRecord, options: { readonly version: number }): Postmortem {
  const now = openCase(record);
  const { incident, cancelled } = now;
  const window = windowOf(now);
  const acts = actsOf(now, window);
  const course = courseOf(now);
  const silences = silencesOf(now, window, acts);
  const impact = cancelled ? { claims: [], dataLoss: { kind: 'not-in-question' as const } } : impactOf(now);
  const detection = detectionOf(now);
  const timeline = curateTimeline(now);
  const hypotheses = cancelled ? [] : hypothesesOf(now);
  const escalations = cancelled ? [] : escalationsOf(now);
  const causes = cancelled ? [] : causesOf(now);
  const resolution = cancelled ? { claims: [], leftOvers: [] } : resolutionOf(now);
  // Its follow-ups were copied, and are told there.
  const actions = incident.mergedInto === null ? actionsOf(now) : [];
  const measures = measuresOf(now, window, { detection, escalations, causes });
  const ownerQuestion = {
    id: 'document-owner',
    slot: 'document_owner',
    ask: 'Who owns this document, and by when is the review?',
    to: incident.lead ?? incident.declaredBy,
    about: [],
  };
  const questions = cancelled
    ? incident.mergedInto === null
      ? actionQuestions(now, actions)
      : []
    : [
        ...windowQuestions(now, window),
        ...detectionQuestions(now, detection),
        ...impactQuestions(now, impact),
        ...causeQuestions(now, causes),
        ...resolutionQuestions(now, resolution),
        ...actionQuestions(now, actions),
        ...standingQuestions(now, { impact, causes, actions }),
        ...(incident.postmortemOwner === null ? [ownerQuestion] : []),
      ];
  const title = excerpt(quotable(beginningOf(incident.title, 2000), now.nameOf), TITLE_LIMIT);
  const findings = findingsOf(now, {
    title,
    window,
    acts,
    silences,
    impact,
    detection,
    timeline,
    hypotheses,
    escalations,
    causes,
    resolution,
    actions,
    questions,
    measures,
  });
  const claims: readonly Claim[] = [
    ...impact.claims,
    ...detection,
    ...timeline.map((row) => row.claim),
    ...hypotheses.map((h) => h.claim),
    ...escalations,
    ...causes.map((cause) => cause.claim),
    ...resolution.claims,
    ...resolution.leftOvers,
    ...actions.map((action) => action.claim),
  ];
  const moments = [window.end, window.start.kind === 'known' ? window.start.value : null].filter(
    (moment) => moment !== null,
  );
  const cited = new Set([
    ...[...claims, ...moments].flatMap((claim) => sourcesIn(claim)),
    ...questions.flatMap((question) => question.about),
    ...findings.flatMap((finding) => finding.about),
    ...acts.flatMap((act) => act.about),
    ...course.map((turn) => turn.record),
    ...measures.flatMap((measure) => [measure.from, measure.to]),
  ]);
  const participants = participantsOf(now);
  const mentioned = [
    ...participants.map(({ user }) => user),
    ...claims.map((claim) => claim.by),
    ...actions.map(({ owner }) => (owner.kind === 'known' ? owner.value : null)),
    ...questions.map((question) => question.to),
    incident.postmortemOwner,
  ];
  return {
    schema: POSTMORTEM_SCHEMA,
    incident: incident.id,
    name: incidentName(incident),
    version: options.version,
    status: cancelled ? 'cancelled' : 'draft',
    ended: now.endedAt !== null,
    title,
    zone: incident.zone,
    severity: severityName(incident.severity),
    practice: incident.drill,
    goesOnIn: incident.mergedInto === null ? null : incidentName({ number: incident.mergedInto }),
    owner:
      incident.postmortemOwner === null
        ? { kind: 'asked', question: ownerQuestion.id }
        : { kind: 'known', value: incident.postmortemOwner },
    window,
    acts,
    course,
    silences,
    impact,
    detection,
    timeline,
    hypotheses,
    escalations,
    causes,
    resolution,
    actions,
    questions,
    participants,
    names: namesOf(now, mentioned),
    measures,
    findings,
    unknown: [],
    lostEdits: [],
    changes: null,
    records: recordsOf(now, cited),
    counts: {
      entries: now.readings.length,
      withdrawn: record.entries.filter((entry) => entry.withdrawn).length,
      masked: now.readings.reduce((sum, r) => sum + r.entry.masked, 0),
    },
  };
}
