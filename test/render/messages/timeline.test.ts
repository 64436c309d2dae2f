import { channelId, deliveryKey, entryId, messageTs } from '../../../src/core/ids.js';
import { entryCode } from '../../../src/core/timeline/entry-code.js';
import { timeline } from '../../../src/render/messages/timeline.js';
import { MAYA } from '../../core/incident/builders.js';
import { commandsOf, shown } from '../faults.js';
import { aMessage, anEntry, anIncident, PEOPLE, PINNED } from '../values.js';

const view = { scope: 'key', last: null, page: 1, copy: false, people: PEOPLE, workspaceUrl: null } as const;
const many = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    anEntry({ id: entryId(`delivery:${number}`), text: `line <${number}>` }),
  );

describe('the timeline', () => {
  it('shows commands and marked messages, and says what it leaves out', () => {
    const entries = [
      anEntry({ kind: 'declared', text: 'Checkout down' }),
      aMessage({ text: 'idle talk' }),
      aMessage({ text: 'latency is up', marks: PINNED }),
      anEntry({ kind: 'joined', text: '' }),
    ];

    const text = shown(timeline(anIncident(), entries, view));

    expect(text).toContain('Checkout down');
    expect(text).toContain('latency is up');
    expect(text).not.toContain('idle talk');
    expect(text).toContain('2 other lines are not shown: `/incident timeline all`');
    expect(text).toContain('[Everything -> INC-42 timeline all]');
  });

  it.each([
    ['deleted', aMessage({ text: 'oops', withdrawn: true, marks: PINNED }), '_deleted message_'],
    ['taken back', anEntry({ text: 'oops', withdrawn: true }), '_taken back_'],
    ['redacted', anEntry({ text: 'oops', redacted: true }), '_redacted_'],
  ])('does not repeat what was %s, and shows it only among everything', (_, entry, words) => {
    const everything = shown(timeline(anIncident(), [entry], { ...view, scope: 'all' }));

    expect(everything).not.toContain('oops');
    expect(everything).toContain(words);
    expect(shown(timeline(anIncident(), [entry], view))).toContain('Nothing yet');
  });

  it('shows a hidden line only among everything, and says that it is hidden', () => {
    const entries = [anEntry({ text: 'wrong channel', hidden: true })];

    expect(shown(timeline(anIncident(), entries, view))).not.toContain('wrong channel');
    expect(shown(timeline(anIncident(), entries, { ...view, scope: 'all' }))).toContain('(@Maya, hidden)');
  });

  it('names each line by its code, and shows by one of them how to put it right', () => {
    const entries = many(3);

    const text = shown(timeline(anIncident(), entries, view));

    for (const { id } of entries) expect(text).toContain(`\`${entryCode(id)}\` <!date^`);
    expect(text).toContain(`\`/incident edit ${entryCode(entryId('delivery:2'))}\` puts it right`);
  });

  it('says what a marked thread reply answers', () => {
    const ts = messageTs('1717857003.000100');
    const parent = aMessage({ text: 'is it the index on orders?' }, { ts });
    const reply = aMessage(
      { text: 'yes, it is corrupt', marks: PINNED },
      { ts: messageTs('1717857090.000100'), threadTs: ts },
    );

    expect(shown(timeline(anIncident(), [parent, reply], view))).toContain(
      'yes, it is corrupt (@Maya, pinned, in reply to @Maya: is it the index on orders?)',
    );
  });

  it('does not quote a deleted message in the reply to it', () => {
    const ts = messageTs('1717857003.000100');
    const parent = aMessage({ text: 'the password is swordfish', withdrawn: true }, { ts });
    const reply = aMessage(
      { text: 'noted', marks: PINNED },
      { ts: messageTs('1717857090.000100'), threadTs: ts },
    );

    expect(shown(timeline(anIncident(), [parent, reply], view))).not.toContain('swordfish');
  });

  it('pages through everything without losing or repeating a line', () => {
    const entries = many(51);

    const pages = [1, 2, 3].map((page) => shown(timeline(anIncident(), entries, { ...view, page })));
    const seen = pages.flatMap((page) =>
      [...page.matchAll(/line &lt;(\d+)&gt;/g)].map((match) => Number(match[1])),
    );

    expect(seen.toSorted((a, b) => a - b)).toEqual(entries.map((_, number) => number));
    expect(pages[0]).toContain('32 to 51 of 51');
    expect(pages[0]).toContain('[Earlier -> INC-42 timeline key page 2]');
    expect(pages[1]).toContain('[Later -> INC-42 timeline key page 1]');
    expect(pages[2]).toContain('1 to 11 of 51');
  });

  it('shows the last so many, and says how many came before', () => {
    const text = shown(timeline(anIncident(), many(9), { ...view, last: 2 }));

    expect(text).not.toContain('&lt;6&gt;');
    expect(text).toContain('&lt;7&gt;');
    expect(text).toContain('7 earlier lines are not shown');
  });

  it('copies as Markdown that nothing in it can break or ping', () => {
    const entries = [
      anEntry({ kind: 'cause', text: '*bold* [link](x) ```fence``` <!channel> <@U0CORA>' }),
      aMessage({ text: 'graph', marks: PINNED }),
    ];

    const copy = timeline(anIncident(), entries, { ...view, copy: true });

    expect(shown(copy)).toMatchInlineSnapshot(`
"*Timeline of INC-42*, its key lines, 1 to 2 of 2
\`\`\`
- 2024-06-08 14:30 UTC **Cause** \\*bold\\* \\[link]\\(x) \\\`\\\`\\\`fence\\\`\\\`\\\` ‹!channel&gt; @Cora (@Maya)
- 2024-06-08 14:30 UTC graph (@Maya)
\`\`\`
[Back to the lines -> INC-42 timeline key page 1]"
`);
    expect(commandsOf(copy)).toEqual(['INC-42 timeline key page 1']);
  });

  it('tells what each line is, who said it and when it was added', () => {
    const entries = [
      anEntry({ kind: 'severity', text: 'all EU', detail: { to: '1' } }),
      anEntry({ kind: 'role', text: '', detail: { role: 'comms', user: 'U0CORA' } }),
      anEntry({ kind: 'note', text: 'failover', backdated: true }),
      anEntry({ kind: 'escalated', text: 'replication', detail: { users: 'U0CORA', groups: 'oncall-db' } }),
      anEntry({ kind: 'handoff', text: 'off at 18:00', detail: { user: 'U0CORA' } }),
      anEntry({ kind: 'renamed', text: 'Checkout and search', detail: { from: 'Checkout' } }),
      anEntry({ kind: 'merged', text: 'same index', detail: { into: '4' } }),
      anEntry({
        kind: 'task',
        text: 'runbook',
        detail: { followUp: '1', owner: 'U0CORA', due: '2024-07-31' },
      }),
      aMessage({ text: 'graph', marks: PINNED, files: [{ name: 'p99.png', type: 'png', link: null }] }),
      anEntry({
        kind: 'alert',
        author: { kind: 'bot', name: 'Monitor' },
        origin: { kind: 'delivery', channel: channelId('C1'), key: deliveryKey('9') },
        marks: [{ sign: 'pin', by: MAYA, on: true, at: messageTs('1.0') }],
        corrected: { text: 'p99 over 2 s', occurredAt: null },
        text: 'p99 over 2 s',
      }),
    ];

    expect(
      shown(timeline(anIncident(), entries, { ...view, workspaceUrl: 'https://t.example/' })).replaceAll(
        /`[a-z2-9]{4}` <!date[^|]*?(\^https[^|]*)?\|[^>]*>/g,
        'CODE TIME$1',
      ),
    ).toMatchInlineSnapshot(`
"*Timeline of INC-42*, its key lines, 1 to 10 of 10
CODE TIME *Severity* SEV1 all EU (@Maya)
CODE TIME *Role* comms @Cora (@Maya)
CODE TIME *Note* failover (@Maya, added later)
CODE TIME *Escalated* @Cora, @oncall-db replication (@Maya)
CODE TIME *Handoff offered* @Cora off at 18:00 (@Maya)
CODE TIME *Renamed* Checkout and search (@Maya)
CODE TIME *Merged* into INC-4 same index (@Maya)
CODE TIME *Follow-up* 1: runbook · owner @Cora · due July 31, 2024 (@Maya)
CODE TIME^https://t.example/archives/C0INC42/p1717857003000100 graph [p99.png] (@Maya, pinned)
CODE TIME *Alert* p99 over 2 s (Monitor, edited, pinned)
[Copy as Markdown -> INC-42 timeline key copy page 1]
The code names a line: \`/incident edit zepg\` puts it right, \`/incident timeline zepg\` shows all that can be done"
`);
  });
});
