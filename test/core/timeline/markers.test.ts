import { markersIn, unmarkedIn } from '../../../src/core/timeline/markers.js';

test.each([
  ['TL: 14:05 failover started', [{ kind: 'note', text: '14:05 failover started' }]],
  ['tl: failover', [{ kind: 'note', text: 'failover' }]],
  ['!impact 20% of checkouts fail', [{ kind: 'impact', text: '20% of checkouts fail' }]],
  ['!cause: bad index', [{ kind: 'cause', text: 'bad index' }]],
  ['!trigger upgrade', [{ kind: 'trigger', text: 'upgrade' }]],
  ['!fix rebuilt the index', [{ kind: 'fix', text: 'rebuilt the index' }]],
  ['!decision fail over', [{ kind: 'decision', text: 'fail over' }]],
  ['!ruled-out network', [{ kind: 'ruled-out', text: 'network' }]],
  ['!todo write a runbook', [{ kind: 'task', text: 'write a runbook' }]],
  ['TODO: write a runbook', [{ kind: 'task', text: 'write a runbook' }]],
  ['*TODO:* write a runbook', [{ kind: 'task', text: 'write a runbook' }]],
  ['- TODO: write a runbook', [{ kind: 'task', text: 'write a runbook' }]],
  ['Action item: <@U1> writes a runbook', [{ kind: 'task', text: '<@U1> writes a runbook' }]],
  ['Follow-up: alert on lag', [{ kind: 'task', text: 'alert on lag' }]],
  [
    'found it\n!cause bad index\nTODO: alert on it',
    [
      { kind: 'cause', text: 'bad index' },
      { kind: 'task', text: 'alert on it' },
    ],
  ],
  [
    'Action items:\n- alert on lag\n2. write a runbook\nthanks all\n- not one',
    [
      { kind: 'task', text: 'alert on lag' },
      { kind: 'task', text: 'write a runbook' },
    ],
  ],
])('%s', (text, expected) => {
  expect(markersIn(text)).toEqual(expected);
});

test.each([
  'the impact is big',
  '!important restart now',
  'restart now !impact none',
  '!cause',
  'TODO:',
  'TODO: none',
  'Follow-ups: n/a',
  'todo list is in the wiki',
  'Impact: high',
  '> TODO: somebody else said so',
  '&gt; TODO: somebody else said so',
  '```\nTODO: remove this hack\n```',
  '!!',
  'HTML: 5',
])('"%s" marks nothing', (text) => {
  expect(markersIn(text)).toEqual([]);
});

test.each([
  ['found it\n!cause bad index\nTODO: alert on it\nrebuilding', 'found it\nrebuilding'],
  ['Action items:\n- alert on lag\n2. write a runbook\nthanks all', 'thanks all'],
  ['TL: failover', ''],
  ['nothing marked\n  here ', 'nothing marked\n  here '],
])('what is left of %j without its marked lines is %j', (text, rest) => {
  expect(unmarkedIn(text)).toBe(rest);
});
