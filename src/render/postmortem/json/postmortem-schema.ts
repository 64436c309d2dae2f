import { z } from 'zod';
import { userId } from '../../../core/ids.js';
import { STATUSES } from '../../../core/incident/incident.js';
import { OUTCOMES, POSTMORTEM_SCHEMA, type Postmortem } from '../../../core/postmortem/model.js';
import { SECTIONS } from '../../../core/postmortem/sections.js';

const Instant = z.iso.datetime({ precision: 3 }).describe('Moment in UTC.');
const RecordId = z.string().describe('Id of an entry of the record; `records` has it where it is cited.');
const User = z.string().transform(userId).describe('Id of a person in Slack; `names` has the name.');
const SeverityName = z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5']);

const Source = z
  .union([
    z.strictObject({ kind: z.enum(['command', 'alert', 'pin', 'reaction', 'message']), record: RecordId }),
    z.strictObject({ kind: z.literal('computed'), rule: z.string(), from: z.tuple([RecordId], RecordId) }),
  ])
  .meta({ id: 'Source', description: 'What a statement rests on.' });
const Sources = z.tuple([Source], Source);
const ClaimStatus = z
  .enum(['stated', 'computed', 'proposed'])
  .describe('Vouched for by a person or a monitor; follows by a rule; found in messages, to be confirmed.');

const Claim = z
  .strictObject({
    id: z.string().describe('The same from draft to draft.'),
    text: z.string().describe('Plain text; mentions as @Name.'),
    status: ClaimStatus,
    sources: Sources,
    hedge: z.enum(['plain', 'likely', 'suspected']).describe('How sure the speaker sounded.'),
    by: User.nullable(),
    at: Instant,
    edited: z
      .strictObject({ by: User, at: Instant, sourceChanged: z.boolean(), base: z.string() })
      .exactOptional()
      .describe('A person put it in other words.'),
  })
  .meta({ id: 'Claim', description: 'One statement with at least one source.' });

const slotOf = <T extends z.ZodType>(value: T) =>
  z.union([
    z.strictObject({ kind: z.literal('known'), value }),
    z.strictObject({ kind: z.literal('asked'), question: z.string().describe('Id of a question.') }),
  ]);

const Moment = z
  .strictObject({
    at: Instant,
    basis: z.enum(['stated', 'alert', 'message', 'command']),
    status: ClaimStatus,
    sources: Sources,
  })
  .meta({ id: 'Moment', description: 'A moment, and how we know it.' });

const RowKind = z.enum([
  'alert',
  'recovered',
  'symptom',
  'declared',
  'reopened',
  'resolved',
  'cancelled',
  'status',
  'severity',
  'investigating',
  'suspected',
  'ruled-out',
  'found',
  'cause',
  'escalated',
  'decided',
  'acting',
  'outcome',
  'recovering',
  'impact',
  'update',
  'note',
]);

const DraftChange = z.strictObject({
  kind: z.enum(['added', 'changed', 'gone']),
  section: z.enum(SECTIONS),
  claim: z.string(),
  text: z.string().nullable(),
});

/** The whole document as JSON. Strict: a field that the model has and the schema has not is a fault. */
export const postmortemSchema = z
  .strictObject({
    schema: z.literal(POSTMORTEM_SCHEMA),
    incident: z.string(),
    name: z.string().describe('INC-…'),
    version: z.int().min(1),
    status: z.enum(['draft', 'cancelled']),
    ended: z.boolean().describe('False while the incident goes on, or goes on again.'),
    title: z.string(),
    practice: z.boolean().describe('A drill: nothing of it was real.'),
    goesOnIn: z.string().nullable().describe('INC-… in which a merged incident goes on.'),
    zone: z.string().describe('IANA zone of the incident.'),
    severity: SeverityName.nullable(),
    owner: slotOf(User),
    window: z.strictObject({ start: slotOf(Moment), end: Moment.nullable() }),
    acts: z
      .array(z.strictObject({ from: Instant, to: Instant.nullable(), about: z.array(RecordId) }))
      .describe('Empty where it was never reopened.'),
    course: z
      .array(
        z.strictObject({
          at: Instant,
          record: RecordId,
          status: z.enum(STATUSES).nullable(),
          severity: SeverityName.nullable(),
        }),
      )
      .describe('How status and severity changed.'),
    silences: z
      .array(z.strictObject({ from: Instant, to: Instant }))
      .describe('Over thirty minutes without an entry.'),
    impact: z.strictObject({
      claims: z.array(Claim),
      dataLoss: z.union([
        z.strictObject({ kind: z.literal('not-in-question') }),
        z.strictObject({ kind: z.literal('asked'), question: z.string() }),
      ]),
    }),
    detection: z.array(Claim),
    timeline: z.array(z.strictObject({ at: Instant, kind: RowKind, claim: Claim })),
    hypotheses: z.array(
      z.strictObject({
        claim: Claim,
        outcome: z.enum(OUTCOMES),
        raisedAt: Instant,
        endedAt: Instant.nullable(),
      }),
    ),
    escalations: z.array(Claim),
    causes: z.array(z.strictObject({ role: z.enum(['root', 'trigger', 'contributing']), claim: Claim })),
    resolution: z.strictObject({ claims: z.array(Claim), leftOvers: z.array(Claim) }),
    actions: z.array(
      z.strictObject({
        claim: Claim,
        owner: slotOf(User),
        due: slotOf(z.string().describe('YYYY-MM-DD.')),
        done: z.boolean(),
        followUp: z.int().nullable(),
      }),
    ),
    questions: z.array(
      z.strictObject({
        id: z.string(),
        slot: z.string(),
        ask: z.string(),
        to: User.nullable(),
        about: z.array(RecordId),
      }),
    ),
    participants: z.array(
      z.strictObject({ user: User, name: z.string(), roles: z.array(z.string()), entries: z.int().min(0) }),
    ),
    names: z.record(User, z.string()).describe('Names of everybody whom the document mentions.'),
    measures: z.array(
      z.strictObject({
        name: z.enum(['detect', 'declare', 'escalate', 'cause', 'mitigate', 'resolve']),
        minutes: z.int().min(0),
        from: RecordId,
        to: RecordId,
      }),
    ),
    findings: z.array(
      z.strictObject({
        rule: z.string(),
        severity: z.enum(['error', 'warn', 'info']),
        text: z.string(),
        about: z.array(RecordId),
        slot: z.string(),
      }),
    ),
    unknown: z.array(z.strictObject({ ask: z.string(), by: User, at: Instant })),
    lostEdits: z.array(
      z.strictObject({ section: z.enum(SECTIONS), text: z.string(), by: User, at: Instant }),
    ),
    changes: z.strictObject({ since: z.int(), lines: z.array(DraftChange) }).nullable(),
    records: z
      .array(
        z.strictObject({
          id: RecordId,
          kind: z.enum(['command', 'alert', 'pin', 'reaction', 'message', 'membership']),
          at: Instant,
          by: User.nullable(),
          who: z.string(),
          link: z.string().nullable(),
        }),
      )
      .describe('Every cited entry, by time: its place in this list is its number in the rendered document.'),
    counts: z.strictObject({
      entries: z.int().min(0),
      withdrawn: z.int().min(0),
      masked: z.int().min(0),
    }),
  })
  .meta({ title: 'Debrief postmortem' }) satisfies z.ZodType<Postmortem>;
