import { stampOf } from '../../../src/core/time/stamp.js';
import type { TimelineEntry } from '../../../src/core/timeline/entry.js';
import { aCommand, aMessage, aPin, at } from '../../builders.js';
import { draft, slotsAsked, textsOf } from './drafting.js';

const told = (...entries: readonly TimelineEntry[]) =>
  draft(...entries).impact.claims.map((claim) => [claim.status, claim.text]);

describe('the impact', () => {
  it('is what the last command says, not an earlier figure for the same thing', () => {
    const entries = [
      aCommand('13:00', 'impact', '40% of users'),
      aCommand('14:02', 'impact', '12% of users could not buy'),
    ];
    expect(told(...entries)).toEqual([['stated', '12% of users could not buy']]);
  });

  it('keeps an earlier command that counts something else', () => {
    const entries = [
      aCommand('13:00', 'impact', '340 tenants affected'),
      aCommand('14:02', 'impact', '12% of users could not buy'),
    ];
    expect(told(...entries)).toHaveLength(2);
  });

  it('takes the newest of figures that were only said, as a proposal', () => {
    const entries = [aMessage('12:30', '20% of logins failed'), aMessage('13:30', '12% of logins failed')];
    expect(told(...entries)).toEqual([['proposed', '12% of logins failed']]);
  });

  it('takes a corrected message even where something else was stated', () => {
    const said = aMessage('13:00', '50% of the network returning errors');
    const text = '85% of the network returning errors';
    const corrected = { ...said, text, revisions: [...said.revisions, { text, at: stampOf(at('13:02')) }] };
    expect(told(aPin('14:10', '95% of the network was back within 49 minutes'), corrected)).toEqual([
      ['stated', '95% of the network was back within 49 minutes'],
      ['proposed', text],
    ]);
  });

  it.each(['in 10 minutes 100% of users are back', 'how many % of users are affected?'])(
    'is no promise and no question: %s',
    (text) => {
      expect(told(aMessage('13:00', text))).toEqual([]);
    },
  );

  const reply = (to: TimelineEntry, clock: string, text: string): TimelineEntry => {
    const entry = aMessage(clock, text);
    const threadTs = to.origin.kind === 'message' ? to.origin.ts : null;
    return entry.origin.kind === 'message' ? { ...entry, origin: { ...entry.origin, threadTs } } : entry;
  };

  it.each([
    ['English', 'roughly 20% of users affected', 'nah, more like everybody'],
    ['Chinese', '受影响用户大概 10%', '不对，哪止。用户全都进不来'],
    ['French', 'environ 90 % des clients touchés', "non, j'avais compté deux fois"],
    ['another number', '90% of users affected', '60% of users rather'],
  ])('drops a figure that a reply denies: %s', (_, figure, denial) => {
    const said = aMessage('13:00', figure);
    expect(told(said, reply(said, '13:05', denial)).map(([, text]) => text)).not.toContain(figure);
  });

  it.each(['Wrong, that is only Brazil.', 'nope', '不对', 'non, pas du tout', 'no, ni de lejos'])(
    'drops a figure that somebody denies among the next few words: %s',
    (denial) => {
      expect(told(aMessage('13:00', '20% of users affected'), aMessage('13:03', denial))).toEqual([]);
    },
  );

  it('proposes the figure that puts a wrong one right', () => {
    const said = aMessage('13:00', 'roughly 2 million requests a second hitting us');
    const right = 'correction from the graphs: 1.5 million requests per second at peak';
    expect(told(said, reply(said, '13:05', right))).toEqual([['proposed', right]]);
  });

  it('proposes how long it was from a message for the record', () => {
    const text =
      'for the record: nobody could use the shop for 52 minutes, before the last countries were back';
    expect(told(aMessage('14:10', text))).toEqual([['proposed', text]]);
  });

  it('is no handful of customers', () => {
    expect(told(aMessage('14:10', '3 customers complain that it was down'))).toEqual([]);
  });

  it('is asked where nobody told it', () => {
    expect(slotsAsked(draft())).toContain('impact');
  });

  it('asks what became of the data when a backup was restored', () => {
    expect(
      slotsAsked(draft(aMessage('13:00', 'restoring the database from the backup of yesterday'))),
    ).toContain('data_loss');
  });

  it('does not ask when it was said that none was lost', () => {
    const entries = [
      aMessage('13:00', 'restoring the database from the backup'),
      aCommand('14:02', 'impact', 'shop down, no data was lost'),
    ];
    expect(slotsAsked(draft(...entries))).not.toContain('data_loss');
    expect(textsOf(draft(...entries).impact.claims)).toEqual(['shop down, no data was lost']);
  });
});
