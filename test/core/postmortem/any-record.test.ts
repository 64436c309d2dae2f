import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import type { Claim, Postmortem } from '../../../src/core/postmortem/model.js';
import { renderMarkdown } from '../../../src/render/postmortem/render-markdown.js';
import { aMessage, anIncident, aRecord, at } from '../../builders.js';
import { numbers, SAYINGS } from './sayings.js';

function claimsOf(document: Postmortem): readonly Claim[] {
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

const KINDS = [
  'message',
  'alert',
  'note',
  'impact',
  'cause',
  'trigger',
  'fix',
  'task',
  'status',
  'severity',
  'reopened',
  'update',
  'suspect',
  'escalated',
  'handoff',
  'merged',
  'topic',
  'joined',
] as const;
const SIGNS = ['pin', 'dart', '+1', 'x', 'eyes', 'memo', 'hammer_and_wrench'] as const;

function anyRecord(seed: number) {
  const next = numbers(seed);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T | undefined =>
    list[Math.floor(next() * list.length)];
  const entries = Array.from({ length: 5 + Math.floor(next() * 60) }, (_, i) => {
    const clock = `${String(11 + Math.floor(next() * 5)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
    const sign = next() < 0.2 ? pick(SIGNS) : undefined;
    const kind = next() < 0.7 ? 'message' : (pick(KINDS) ?? 'note');
    const author = next() < 0.05 ? { author: null } : {};
    const over = { kind, withdrawn: next() < 0.1, hidden: next() < 0.05, ...author };
    return aMessage(clock, pick(SAYINGS) ?? '', { marks: sign === undefined ? [] : [sign], over });
  });
  const status = pick(['resolved', 'cancelled', 'investigating'] as const) ?? 'resolved';
  return aRecord(entries, {
    incident: anIncident({ status, endedAt: status === 'investigating' ? null : at('15:59') }),
  });
}

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

describe('any record', () => {
  it.each(SEEDS)('gives a document in which every claim cites live entries (%i)', (seed) => {
    const record = anyRecord(seed);
    const document = draftPostmortem(record, { version: 1 });
    const live = new Set(
      record.entries.filter((entry) => !entry.withdrawn && !entry.hidden).map((entry) => entry.id as string),
    );
    const cited = claimsOf(document).flatMap((claim) =>
      claim.sources.flatMap((s) => (s.kind === 'computed' ? [...s.from] : [s.record])),
    );
    expect(claimsOf(document).every((claim) => claim.sources.length > 0)).toBe(true);
    expect(cited.filter((id) => !live.has(id))).toEqual([]);
    expect(document.records.map((record) => record.id)).toEqual(expect.arrayContaining(cited));
  });

  it.each(SEEDS)('gives the same bytes in whatever order its entries come (%i)', (seed) => {
    const record = anyRecord(seed);
    const turned = { ...record, entries: [...record.entries].reverse() };
    const one = draftPostmortem(record, { version: 1 });
    expect(JSON.stringify(draftPostmortem(turned, { version: 1 }))).toBe(JSON.stringify(one));
    expect(renderMarkdown(draftPostmortem(turned, { version: 1 }))).toBe(renderMarkdown(one));
  });

  it.each(SEEDS)('survives being stored as JSON (%i)', (seed) => {
    const document = draftPostmortem(anyRecord(seed), { version: 1 });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it.each(SEEDS)('states nothing that only an ordinary message says (%i)', (seed) => {
    const document = draftPostmortem(anyRecord(seed), { version: 1 });
    const facts = [
      ...document.impact.claims,
      ...document.resolution.claims,
      ...document.causes.map((cause) => cause.claim),
    ];
    const bold = facts.filter(
      (claim) => claim.status === 'stated' && claim.sources.every((source) => source.kind === 'message'),
    );
    expect(bold).toEqual([]);
  });
});
