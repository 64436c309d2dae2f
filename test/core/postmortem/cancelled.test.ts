import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import { renderMarkdown } from '../../../src/render/postmortem/render-markdown.js';
import { aCommand, aMessage, anAlert, anIncident, aRecord, at } from '../../builders.js';
import { draft } from './drafting.js';

describe('a cancelled incident', () => {
  const cancelled = draftPostmortem(
    aRecord(
      [
        anAlert('12:05', 'error rate 40%'),
        aMessage('12:30', '40% of users see errors'),
        aCommand('12:40', 'cancelled', 'the exporter was broken'),
      ],
      {
        incident: anIncident({ status: 'cancelled', endedAt: at('12:40') }),
      },
    ),
    { version: 1 },
  );

  it('claims no impact and no cause', () => {
    expect([...cancelled.impact.claims, ...cancelled.causes, ...cancelled.resolution.claims]).toEqual([]);
  });

  it('says in its own words that it was cancelled', () => {
    expect(renderMarkdown(cancelled)).toMatch(/\*\*Status:\*\* cancelled/);
  });

  it('is not what a question about a false alarm makes', () => {
    expect(draft(aMessage('12:30', 'false alarm?')).status).toBe('draft');
  });
});
