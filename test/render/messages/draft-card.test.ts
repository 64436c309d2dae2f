import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import { draftCard } from '../../../src/render/messages/draft-card.js';
import { aCommand, aMessage, anIncident, aRecord, at } from '../../builders.js';
import { ABSURD } from '../absurd.js';
import { faults } from '../faults.js';

const cardOf = (...parameters: Parameters<typeof aRecord>) =>
  draftCard(draftPostmortem(aRecord(...parameters), { version: 2 }));

describe('the card of a draft', () => {
  it.each(ABSURD.map((text, i) => [i, text] as const))(
    'stays within limits and pings nobody, whatever was said (%i)',
    (_, text) => {
      const said = ['impact', 'cause', 'fix', 'note'] as const;
      const card = cardOf(
        said.map((kind, i) => aCommand(`13:0${i}`, kind, text)),
        { incident: anIncident({ title: text }) },
      );
      expect(faults(card)).toEqual([]);
    },
  );

  it('tells window, duration, impact and cause in six lines at most', () => {
    const card = cardOf([
      aCommand('12:20', 'started', '', { over: { occurredAt: at('12:00'), backdated: true } }),
      aCommand('14:01', 'impact', '80% of users'),
      aCommand('14:02', 'cause', 'full disk'),
    ]);
    const lines = JSON.stringify(card.blocks).split('\\n');
    expect(JSON.stringify(card.blocks)).toContain('SEV1 · June 8, 2024 12:00 UTC to 14:00 UTC · 2 h');
    expect(JSON.stringify(card.blocks)).toContain('*Impact*: 80% of users');
    expect(JSON.stringify(card.blocks)).toContain('*Root cause*: full disk');
    expect(lines.length).toBeLessThanOrEqual(6);
  });

  it('says of a proposal that it is one', () => {
    const card = cardOf([aMessage('12:40', '80% of users cannot log in')]);
    expect(JSON.stringify(card.blocks)).toContain('*Impact* (proposed): 80% of users cannot log in');
  });

  it('has four buttons at most', () => {
    const buttons = (cardOf([]).blocks ?? []).flatMap((block) =>
      block['type'] === 'actions' && Array.isArray(block['elements']) ? block['elements'] : [],
    );
    expect(buttons.length).toBeGreaterThan(0);
    expect(buttons.length).toBeLessThanOrEqual(4);
  });

  it('says of a cancelled incident that it was cancelled', () => {
    const card = cardOf([aCommand('12:40', 'cancelled', 'broken exporter')], {
      incident: anIncident({ status: 'cancelled', endedAt: at('12:40') }),
    });
    expect(card.text).toMatch(/^Note/);
    expect(JSON.stringify(card.blocks)).toContain('Cancelled');
  });
});
