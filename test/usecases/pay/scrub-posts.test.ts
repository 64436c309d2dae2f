import { entryId, incidentId } from '../../../src/core/ids.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { isDraftedSince, seqOf } from '../../../src/usecases/pay/scrub-posts.js';
import { ANA, at } from '../../builders.js';

const INC = incidentId('inc-1');

test.each([
  ['post-update:inc-1:7', 7],
  ['announce-update:inc-1:12', 12],
  ['escalation:inc-1:3', 3],
  ['card:inc-1', null],
  ['draft-card:inc-1', null],
  ['drill:inc-1:2', null],
  ['closing-notice:inc-1:9', null],
  ['post-update:inc-12:7', null],
])('what stands for %s was made from event %s of the log', (key, seq) => {
  expect(seqOf(key, INC)).toBe(seq);
});

describe('a draft without the redacted words is on its way', () => {
  const redacted: IncidentEvent = {
    kind: 'entry-redacted',
    by: ANA,
    at: at('14:10'),
    target: entryId('delivery:e1'),
  };
  const drafted: IncidentEvent = { kind: 'draft-requested', at: at('14:10'), version: 2 };

  test.each([
    ['when one was asked for afterwards', [redacted, drafted], true],
    ['not when the last one was made before', [drafted, redacted], false],
    ['not when there was none at all', [redacted], false],
    ['not when it was followed by another redaction', [redacted, drafted, redacted], false],
  ])('%s', (_, events, expected) => {
    expect(isDraftedSince(events.map((event, index) => ({ seq: index + 1, event })))).toBe(expected);
  });
});
