import type { Check } from '../../src/core/doctor/check.js';
import type { Message } from '../../src/core/effects.js';
import { SUBCOMMANDS } from '../../src/core/grammar/subcommands.js';
import { groupId, messageTs, userId } from '../../src/core/ids.js';
import type { FollowUp, Incident } from '../../src/core/incident/incident.js';
import { statsOf } from '../../src/core/incident/stats.js';
import { draftPostmortem } from '../../src/core/postmortem/draft.js';
import type { Question } from '../../src/core/postmortem/model.js';
import { ENTRY_KINDS, type TimelineEntry } from '../../src/core/timeline/entry.js';
import { announcement } from '../../src/render/messages/announcement.js';
import { beforeNote } from '../../src/render/messages/before-note.js';
import { brief } from '../../src/render/messages/brief.js';
import { captured } from '../../src/render/messages/captured.js';
import { closingNotice } from '../../src/render/messages/closing-notice.js';
import { declared } from '../../src/render/messages/declared.js';
import { doctorReport } from '../../src/render/messages/doctor-report.js';
import { draftCard } from '../../src/render/messages/draft-card.js';
import { draftChanges } from '../../src/render/messages/draft-changes.js';
import { draftSections } from '../../src/render/messages/draft-sections.js';
import { drillLine } from '../../src/render/messages/drill-line.js';
import { entryView } from '../../src/render/messages/entry-view.js';
import { escalation } from '../../src/render/messages/escalation.js';
import { exporting } from '../../src/render/messages/exporting.js';
import { findResults } from '../../src/render/messages/find-results.js';
import { formNotOpened } from '../../src/render/messages/form-not-opened.js';
import { help } from '../../src/render/messages/help.js';
import { incidentCard } from '../../src/render/messages/incident-card.js';
import { incidentList } from '../../src/render/messages/incident-list.js';
import { mergeNotice } from '../../src/render/messages/merge-notice.js';
import { morningNote } from '../../src/render/messages/morning-note.js';
import { notSaved } from '../../src/render/messages/not-saved.js';
import { panel } from '../../src/render/messages/panel.js';
import { questions } from '../../src/render/messages/questions.js';
import { receipt } from '../../src/render/messages/receipt.js';
import { refused } from '../../src/render/messages/refusal.js';
import { reminder } from '../../src/render/messages/reminder.js';
import { reminderNudge } from '../../src/render/messages/reminder-nudge.js';
import { reminderOver } from '../../src/render/messages/reminder-over.js';
import { roles } from '../../src/render/messages/roles.js';
import { similar } from '../../src/render/messages/similar.js';
import { stats } from '../../src/render/messages/stats.js';
import { status } from '../../src/render/messages/status.js';
import { tasks } from '../../src/render/messages/tasks.js';
import { timeline } from '../../src/render/messages/timeline.js';
import { channelTrouble } from '../../src/render/messages/trouble.js';
import { updateMessage } from '../../src/render/messages/update.js';
import { aCommand, anIncident as aDraftedIncident, aRecord } from '../builders.js';
import { CORA, MAYA, NOW } from '../core/incident/builders.js';
import { REFUSALS, refusalsAbout } from './refusals.js';
import {
  aFollowUp,
  aMessage,
  anEntry,
  anIncident,
  aResolvedIncident,
  EVENTS,
  GONE,
  PEOPLE,
  PINNED,
  worded,
} from './values.js';

const URL = 'https://team.slack.example';
const LATER = new Date('2024-06-09T14:30:00Z');

const many = <T>(count: number, make: (number: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, number) => make(number));

/** Incidents in every standing, with `text` wherever people's words can stand. */
function incidentsSaying(text: string) {
  const role = text.slice(0, 80) || 'comms';
  const about: Partial<Incident> = {
    title: text,
    lead: CORA,
    roles: { [role]: CORA, b: MAYA, c: MAYA, d: MAYA, e: GONE },
    lastUpdate: { text, by: MAYA, at: NOW },
    nextUpdateAt: LATER,
  };
  const open = anIncident(about);
  return {
    open,
    crowded: anIncident({
      ...about,
      handoffTo: GONE,
      postmortemOwner: GONE,
      remindersOff: true,
      roles: Object.fromEntries(many(200, (number) => [`${number} ${role}`, GONE])),
    }),
    bare: anIncident({ title: text, channel: null, severity: null, drill: true }),
    ended: aResolvedIncident(about),
    closing: aResolvedIncident({ ...about, closingAt: LATER, postmortemOwner: CORA }),
    merged: aResolvedIncident({ ...about, status: 'cancelled', mergedInto: 4 }),
  };
}

/** Entries of every kind and in every state, saying `text`. */
function entriesSaying(text: string): readonly TimelineEntry[] {
  const file = { name: text, type: 'png', link: null };
  const detail = {
    followUp: text,
    owner: 'U0GONE',
    due: text,
    to: text,
    from: text,
    into: text,
    role: text,
    user: 'U0GONE',
    users: many(150, () => 'U0GONE').join(' '),
    groups: text,
  };
  const marked = [
    ...PINNED,
    ...many(40, (number) => ({
      sign: number === 0 ? text : `sign${number}`,
      by: GONE,
      on: true,
      at: messageTs('1.0'),
    })),
  ];
  const commands = ENTRY_KINDS.map((kind) => anEntry({ kind, text, detail, backdated: true }));
  const parent = messageTs('1717857003.000100');
  const message = aMessage({
    text,
    author: { kind: 'bot', name: text },
    marks: marked,
    masked: 3,
    beforeDeclaration: true,
    files: many(9, () => file),
    corrected: { text, occurredAt: NOW },
    revisions: many(30, (number) => ({
      text: `${number} ${text}`,
      at: messageTs(`17178570${10 + number}.0`),
    })),
  });
  const reply = aMessage({ text, marks: PINNED }, { ts: messageTs('1717857099.000100'), threadTs: parent });
  return [
    ...commands,
    message,
    reply,
    ...(['withdrawn', 'hidden', 'redacted'] as const).map((state) => ({ ...message, [state]: true })),
    anEntry({ text, author: null }),
  ];
}

const question = (text: string, to: Question['to']): Question => ({
  id: 'impact',
  slot: 'impact',
  ask: text,
  to,
  about: [],
});

/** Messages of every file of `src/render/messages`, with `text` wherever people's words can stand. */
export function everyMessage(text: string): Readonly<Record<string, readonly Message[]>> {
  const incidents = incidentsSaying(text);
  const { open, crowded, ended, closing, merged } = incidents;
  const all = Object.values(incidents);
  const people = new Map(PEOPLE).set(CORA, { name: text, zone: null });
  const named = { people, workspaceUrl: URL };
  const entries = entriesSaying(text);
  const followUps: readonly FollowUp[] = [
    aFollowUp({ text, due: '2024-06-08' }),
    aFollowUp({ text, owner: null, due: null }),
    aFollowUp({ text, owner: GONE, done: true }),
    aFollowUp({ text, withdrawn: true }),
    ...many(6, (number) => aFollowUp({ number: number + 5, text, owner: GONE, due: '2024-06-01' })),
  ];
  const items = followUps.map((followUp) => ({ incident: open, followUp }));
  const asked = { version: 2, questions: many(30, (number) => question(text, number === 3 ? MAYA : GONE)) };
  const draft = draftPostmortem(
    aRecord(
      (['impact', 'cause', 'fix', 'note'] as const).map((kind, i) => aCommand(`13:0${i}`, kind, text)),
      { incident: aDraftedIncident({ title: text, postmortemOwner: GONE }) },
    ),
    { version: 2 },
  );
  const checks: readonly Check[] = (['ok', 'bad', 'warn'] as const).flatMap((verdict) =>
    many(8, () => ({ name: text, verdict, found: text, fix: verdict === 'ok' ? null : text })),
  );
  const spans = [5, 1].map((hours) => ({
    incident: aResolvedIncident(),
    startedAt: new Date(NOW.getTime() - hours * 3_600_000),
    detectedAt: null,
    mitigatedAt: NOW,
  }));
  const handoff = anEntry({ kind: 'handoff', text, detail: { user: CORA } });
  const timelineView = { last: null, page: 1, copy: false, ...named } as const;
  const standing = { people, now: NOW };
  return {
    announcement: all.map((incident) => announcement(incident, people)),
    'before-note': [[], entries.slice(0, 1), entries].map((before) => beforeNote(open, before)),
    brief: (['joined', 'asked', 'handoff'] as const).flatMap((occasion) =>
      [open, crowded, ended].map((incident) =>
        brief(incident, {
          people,
          followUps,
          entries: [...entries, handoff],
          occasion,
          by: occasion === 'handoff' ? MAYA : null,
          questions: 3,
        }),
      ),
    ),
    captured: [captured(open, 0, NOW), captured(incidents.bare, 34, NOW)],
    'closing-notice': [closingNotice(closing, people), closingNotice(ended, people)],
    declared: all.map((incident) => declared(incident)),
    'doctor-report': [[], checks].map((looked) => doctorReport(looked)),
    'draft-card': [draftCard(draft)],
    'draft-changes': [
      draftChanges(open, draft),
      draftChanges(open, {
        version: 3,
        changes: {
          since: 2,
          lines: [
            { kind: 'added', section: 'impact', claim: 'impact:1', text },
            { kind: 'changed', section: 'causes', claim: 'causes:1', text },
            { kind: 'gone', section: 'timeline', claim: 'timeline:1', text: null },
          ],
        },
      }),
    ],
    'draft-sections': [draftSections(open, draft)],
    'drill-line': [drillLine(text || 'Sam', text || 'hello')],
    'entry-view': entries.map((entry) => entryView(open, entry, named)),
    escalation: [
      escalation(open, { ...EVENTS.escalated, text }, people),
      escalation(
        crowded,
        {
          ...EVENTS.escalated,
          users: many(300, (number) => userId(`U${number}`)),
          groups: [{ id: groupId('S1'), handle: text }],
          text,
        },
        people,
      ),
    ],
    exporting: [exporting(open, 'md'), exporting(open, 'json')],
    'find-results': [
      findResults({ items: [], total: 0 }, { text, page: 1, ...named }),
      findResults(
        {
          items: [
            { incident: open, entry: null },
            ...entries.slice(-9).map((entry) => ({ incident: open, entry })),
          ],
          total: 43,
        },
        { text, page: 2, ...named },
      ),
    ],
    'form-not-opened': [
      formNotOpened({ name: 'declare', title: text }, null),
      formNotOpened({ name: 'edit', code: 'k3f9' }, open),
      formNotOpened({ name: 'statement', what: 'decision', message: null }, open),
    ],
    help: [help(null), ...SUBCOMMANDS.map((row) => help(row.verb))],
    'incident-card': all.map((incident) => incidentCard(incident, people)),
    'incident-list': (['open', 'all', 'mine'] as const).flatMap((scope) => [
      incidentList({ items: [], total: 0 }, { user: MAYA, scope, page: 1, people }),
      incidentList(
        { items: [...all, open, open, open, open], total: 43 },
        { user: MAYA, scope, page: 2, people },
      ),
    ]),
    'merge-notice': [mergeNotice(merged, open, people), mergeNotice(merged, incidents.bare, people)],
    'morning-note': [
      morningNote(ended, { postmortem: asked, followUps, people, user: MAYA }),
      morningNote(ended, { postmortem: null, followUps: [], people, user: MAYA }),
      morningNote(ended, { postmortem: { version: 1, questions: [] }, followUps, people, user: MAYA }),
    ],
    'not-saved': [notSaved()],
    panel: all.map((incident) => panel(incident, standing)),
    questions: [
      questions(open, asked, { user: MAYA, people }),
      questions(open, { version: 1, questions: [] }, { user: MAYA, people }),
    ],
    receipt: [
      ...Object.values(EVENTS).map((event) =>
        receipt(worded(event, text), open, { masked: 2, people, code: 'k3f9' }),
      ),
      receipt(EVENTS['entry-hidden'], open, { masked: 0, people, code: 'k3f9', more: 6 }),
    ],
    refusal: [...REFUSALS, ...refusalsAbout(text)].map((refusal) => refused(refusal)),
    reminder: [reminder(open, standing), reminder(incidents.bare, standing)],
    'reminder-nudge': [reminderNudge(open, standing), reminderNudge(incidents.bare, standing)],
    'reminder-over': [...all, anIncident({ ...open, nextUpdateAt: null })].map((incident) =>
      reminderOver(incident, standing),
    ),
    roles: all.map((incident) => roles(incident, people)),
    similar: [similar(open, [open, ended, merged, closing]), similar(anIncident({ private: true }), [open])],
    stats: [stats(statsOf([]), 90), stats(statsOf(spans), 1)],
    status: all.map((incident) => status(incident, { people, followUps })),
    tasks: [
      tasks({ incident: null, items, total: 43, page: 2, scope: 'mine', people, today: '2024-06-08' }),
      tasks({ incident: open, items, total: 10, page: 1, scope: 'all', people, today: '2024-06-08' }),
      tasks({ incident: open, items: [], total: 0, page: 1, scope: 'open', people, today: '2024-06-08' }),
    ],
    timeline: [
      timeline(open, entries, { ...timelineView, scope: 'key' }),
      timeline(open, entries, { ...timelineView, scope: 'all', page: 2, last: 40 }),
      timeline(open, entries, { ...timelineView, scope: 'all', copy: true }),
      timeline(open, [], { ...timelineView, scope: 'key', copy: true }),
    ],
    trouble: [channelTrouble(open, text)],
    update: [updateMessage(open, { text, by: CORA, at: NOW }, people)],
  };
}
