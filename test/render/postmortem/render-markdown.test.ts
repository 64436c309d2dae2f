import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import { renderMarkdown } from '../../../src/render/postmortem/render-markdown.js';
import {
  ANA,
  aCommand,
  aFollowUp,
  aMessage,
  anAlert,
  anIncident,
  aPin,
  aRecord,
  at,
  BEN,
  PEOPLE,
} from '../../builders.js';

const HOSTILE = [
  '<!channel> <!here> <@UBEN> <!subteam^S1|@team>',
  '# heading\n\n---\n> quote\n- item\n1. one',
  '| a | b |\n|---|---|\n| c | d |',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png)',
  '<script>alert(1)</script> <img src=x onerror=alert(1)>',
  '**bold** _it_ ~~gone~~ `code` ``` fence ```',
  '[^1]: footnote [1]: http://evil.example [1]',
  '\u202egpj.exe \u200bzero\u0000',
  'back\\slash \\| pipe \\`tick',
  '`unclosed | code',
  '~75% & <b> &amp; &lt;!channel&gt;',
];

const everywhere = (text: string): string => {
  const task = aCommand('14:05', 'task', text);
  const record = aRecord(
    [
      anAlert('12:05', text),
      aCommand('12:20', 'note', text),
      aPin('12:30', text),
      aMessage('13:30', `rolling back ${text}`),
      aCommand('14:01', 'impact', text),
      aCommand('14:02', 'cause', text),
      aCommand('14:03', 'fix', text),
      task,
    ],
    {
      incident: anIncident({ title: text, roles: { [text]: BEN } }),
      followUps: [aFollowUp(task)],
      people: new Map([...PEOPLE, [ANA, { name: text, zone: null }]]),
    },
  );
  return renderMarkdown(draftPostmortem(record, { version: 1 }));
};

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children as readonly RootContent[]) yield* nodesOf(child);
}

const linesOf = (markdown: string, heading: string): readonly string[] => {
  const lines = markdown.split('\n');
  const from = lines.indexOf(heading) + 1;
  const to = lines.findIndex((line, i) => i >= from && line.startsWith('## '));
  return lines.slice(from, to < 0 ? lines.length : to);
};

describe('hostile text', () => {
  it.each(HOSTILE)('stays text: %j', (text) => {
    const markdown = everywhere(text);
    const nodes = [...nodesOf(fromMarkdown(markdown))];
    const links = nodes
      .filter((node) => node.type === 'link' || node.type === 'definition')
      .map((node) => node.url);
    expect(
      nodes.filter((node) => ['html', 'image', 'code', 'thematicBreak', 'blockquote'].includes(node.type)),
    ).toEqual([]);
    expect(links.filter((url) => !url.startsWith('https://acme.slack.com/archives/'))).toEqual([]);
    expect(nodes.filter((node) => node.type === 'heading' && node.depth === 1)).toHaveLength(1);
  });

  it.each(HOSTILE)('pings nobody and hides nothing: %j', (text) => {
    const markdown = everywhere(text);
    expect(markdown).not.toMatch(/<[!@#]/);
    expect(markdown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u);
  });

  it.each(HOSTILE)('breaks no table: %j', (text) => {
    const rows = linesOf(everywhere(text), '## Timeline').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.replaceAll(/\\[\\|]/g, '').split('|').length);
    expect(new Set(cells).size).toBe(1);
  });

  it('keeps words as they can be searched for', () => {
    expect(everywhere('pg_stat_user_indexes shows ~75% on orders_reporting_idx')).toContain(
      'pg_stat_user_indexes shows ~75% on orders_reporting_idx',
    );
  });
});

describe('the document', () => {
  const task = aCommand('14:05', 'task', 'test backups');
  const record = aRecord(
    [
      anAlert('12:05', 'error rate 40%'),
      aMessage('12:20', 'maybe the load balancer?'),
      aMessage('12:30', 'the load balancer is fine, so not that'),
      aMessage('13:30', 'rebuilding the orders index'),
      aPin('13:20', "found it: the orders index is corrupted, that's why writes hang"),
      aCommand('14:01', 'impact', '80% of users could not buy'),
      task,
    ],
    { followUps: [aFollowUp(task, { owner: BEN, due: '2024-06-30' })] },
  );
  const markdown = renderMarkdown(draftPostmortem(record, { version: 3 }));

  it('comes in the house order', () => {
    expect(markdown.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# Postmortem: Checkout down (INC-1)',
      '## Issue Summary',
      '## Impact',
      '## Detection',
      '## Timeline',
      '## What We Suspected',
      '## Root Cause and Resolution',
      '## Corrective and Preventative Measures',
      '## Checks',
      '## Open Questions',
      '## Participants',
      '## Measures',
      '## Sources',
    ]);
  });

  it('says that it is a draft, which one, and that nobody reviewed it', () => {
    expect(markdown).toContain('**Status:** draft, version 3; not yet reviewed');
  });

  it('marks what is only proposed, on the line where it stands', () => {
    const [line] = markdown.split('\n').filter((text) => text.startsWith('**Resolution**'));
    expect(line).toContain('rebuilding the orders index *(proposed)*');
  });

  it('marks nothing that was stated', () => {
    expect(linesOf(markdown, '## Impact').join()).not.toContain('proposed');
  });

  it('numbers each source, and links it where it has a message', () => {
    expect(linesOf(markdown, '## Sources')).toContain('- [1] 12:05, Monitor, alert');
    expect(markdown).toMatch(/^\[1\]: https:\/\/acme\.slack\.com\/archives\/C1\/p\d{16}$/m);
  });

  it('shows owner and day beside the action', () => {
    expect(markdown).toContain('| A1 | test backups | mitigate | – | @Ben | 2024-06-30 |');
  });

  it('gives the date of each day when there is more than one', () => {
    const long = aRecord([aCommand('+1 02:00', 'resolved', 'over')], {
      incident: anIncident({ endedAt: at('+1 02:00') }),
    });
    const headings = renderMarkdown(draftPostmortem(long, { version: 1 })).match(/^### .*$/gm);
    expect(headings).toEqual(['### June 8, 2024', '### June 9, 2024']);
  });

  it('names the zone beside each time when the clocks changed meanwhile', () => {
    const over = {
      incident: anIncident({ zone: 'Europe/Berlin', endedAt: new Date('2024-10-27T03:00:00Z') }),
    };
    const when = (iso: string) => ({ over: { occurredAt: new Date(iso), recordedAt: new Date(iso) } });
    const entries = [
      aCommand('12:10', 'declared', 'x', when('2024-10-27T00:30:00Z')),
      aCommand('14:00', 'resolved', 'y', when('2024-10-27T01:30:00Z')),
    ];
    const rows = linesOf(
      renderMarkdown(draftPostmortem(aRecord(entries, over), { version: 1 })),
      '## Timeline',
    ).join('\n');
    expect(rows).toContain('02:30 CEST');
    expect(rows).toContain('02:30 CET');
  });

  it('says that it was resolved and reopened, and how long each act was', () => {
    const again = aRecord([
      aCommand('12:10', 'declared', 'x'),
      aCommand('13:00', 'resolved', 'fixed'),
      aCommand('13:20', 'reopened', 'again'),
      aCommand('14:00', 'resolved', 'really'),
    ]);
    const summary = linesOf(renderMarkdown(draftPostmortem(again, { version: 1 })), '## Issue Summary').join(
      '\n',
    );
    expect(summary).toMatch(
      /\*\*Reopened:\*\* resolved at 13:00 and reopened at 13:20 \[\d\] \[\d\]; it lasted 50 min, then 40 min/,
    );
    expect(summary).not.toContain('1 h 50 min');
  });

  it('names the day of a cause where there is more than one', () => {
    const long = aRecord(
      [aCommand('+1 01:00', 'cause', 'full disk'), aCommand('+1 02:00', 'resolved', 'over')],
      { incident: anIncident({ endedAt: at('+1 02:00') }) },
    );
    expect(renderMarkdown(draftPostmortem(long, { version: 1 }))).toContain(
      'stated by @Ana at 01:00 on June 9, 2024',
    );
  });

  it('shows an address and a block of code as text', () => {
    const record = aRecord([
      aCommand('13:40', 'cause', 'see https://github.example/pull/12: ```drop table x```'),
    ]);
    const shown = renderMarkdown(draftPostmortem(record, { version: 1 }));
    expect(shown).toContain('github.example/pull/12');
    expect(shown).toContain('`drop table x`');
  });

  it('is not repeated differently', () => {
    expect(renderMarkdown(draftPostmortem(record, { version: 3 }))).toBe(markdown);
  });
});
