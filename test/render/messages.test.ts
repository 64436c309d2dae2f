import { readdirSync } from 'node:fs';
import type { Message } from '../../src/core/effects.js';
import { readAddress } from '../../src/core/grammar/address.js';
import { parse } from '../../src/core/grammar/parse.js';
import { announcement } from '../../src/render/messages/announcement.js';
import { closingNotice } from '../../src/render/messages/closing-notice.js';
import { drillLine } from '../../src/render/messages/drill-line.js';
import { escalation } from '../../src/render/messages/escalation.js';
import { incidentCard } from '../../src/render/messages/incident-card.js';
import { mergeNotice } from '../../src/render/messages/merge-notice.js';
import { reminder } from '../../src/render/messages/reminder.js';
import { reminderOver } from '../../src/render/messages/reminder-over.js';
import { updateMessage } from '../../src/render/messages/update.js';
import { CORA, MAYA, NOW } from '../core/incident/builders.js';
import { ABSURD } from './absurd.js';
import { everyMessage } from './every-message.js';
import { commandsOf, faults } from './faults.js';
import { anIncident, aResolvedIncident, EVENTS, NOBODY_KNOWN } from './values.js';

const ABSURD_CASES = ABSURD.map((text) => [text.slice(0, 30), text] as const);

describe('every message', () => {
  it('is among those that these tests try', () => {
    const files = readdirSync(new URL('../../src/render/messages/', import.meta.url));

    expect(Object.keys(everyMessage('x')).toSorted()).toEqual(
      files.map((file) => file.replace(/\.ts$/, '')).toSorted(),
    );
  });

  it.each(ABSURD_CASES)('keeps within Slack’s limits and pings nobody: %j', (_, text) => {
    const found = Object.entries(everyMessage(text)).flatMap(([file, messages]) =>
      messages.flatMap(faults).map((fault) => `${file}: ${fault}`),
    );

    expect(found).toEqual([]);
  });

  it('has only buttons that stand for a command which is understood', () => {
    const values = [...new Set(Object.values(everyMessage('API 500s')).flat().flatMap(commandsOf))];
    const context = { now: NOW, speaker: MAYA, speakerZone: 'UTC', incidentZone: 'UTC', inIncident: true };

    const refused = values.filter((value) => parse(readAddress(value).rest, context).kind === 'refused');

    expect(values.length).toBeGreaterThan(30);
    expect(refused).toEqual([]);
  });

  it('shouts at nobody', () => {
    expect(JSON.stringify(everyMessage('x').refusal)).not.toMatch(/[!](?=[\s"])/);
    expect(JSON.stringify(everyMessage('x'))).not.toMatch(/[a-z]!(?:\s|\\n|")/);
  });
});

describe('what everybody in a channel reads', () => {
  it.each(ABSURD_CASES)('names nobody live: %j', (_, text) => {
    const about = { title: text, lead: CORA, lastUpdate: { text, by: MAYA, at: NOW }, postmortemOwner: CORA };
    const open = anIncident(about);
    const closing = aResolvedIncident({ ...about, closingAt: NOW });
    const standing = { people: NOBODY_KNOWN, now: NOW };

    const publicly: readonly Message[] = [
      incidentCard(open, NOBODY_KNOWN),
      incidentCard(closing, NOBODY_KNOWN),
      announcement(open, NOBODY_KNOWN),
      updateMessage(open, { text, by: CORA, at: NOW }, NOBODY_KNOWN),
      reminder(open, standing),
      reminderOver(open, standing),
      closingNotice(closing, NOBODY_KNOWN),
      mergeNotice(closing, open, NOBODY_KNOWN),
      drillLine(text, text),
    ];

    expect(JSON.stringify(publicly)).not.toMatch(/<@|<!(?!date)/);
  });

  it.each(ABSURD_CASES)('an escalation calls those it is meant to call, and nobody else: %j', (_, text) => {
    const open = anIncident({ title: text, lead: MAYA });

    const said = JSON.stringify(escalation(open, { ...EVENTS.escalated, text }, NOBODY_KNOWN));

    expect([...new Set(said.match(/<[@!](?!date)[^<>]*>/g))]).toEqual(['<@U0CORA>', '<!subteam^S0DB>']);
  });
});
