import type { TimelineEntry } from '../../../src/core/timeline/entry.js';
import { aCommand, aMessage, CLEO } from '../../builders.js';
import { draft, textsOf } from './drafting.js';

const told = (...entries: readonly TimelineEntry[]) => textsOf(draft(...entries).escalations);

describe('an escalation', () => {
  it.each([
    'escalating to the database team',
    'calling fastly support in, they see more',
    'woke up db on-call',
    'ich habe Petra aus dem Bett geklingelt, eskaliert',
    'エスカレーションします、拠点長に連絡',
    '升级给DBA团队',
  ])('is "%s"', (text) => {
    expect(told(aMessage('12:40', text))).toEqual([text]);
  });

  it('is told once where a note repeats a message, and then by the note', () => {
    expect(
      told(aMessage('12:40', 'escalating to the DB team'), aCommand('12:41', 'note', 'DB team called in')),
    ).toEqual(['DB team called in']);
  });

  it('is the naming of somebody who joins soon afterwards', () => {
    const joined = aCommand('12:44', 'joined', '', { by: CLEO });
    expect(told(aMessage('12:40', 'we need somebody who knows storage, <@UCLEO>'), joined)).toEqual([
      'we need somebody who knows storage, @Cleo',
    ]);
  });

  it('is the naming of somebody without a mention, who then joins and had said nothing', () => {
    const joined = aCommand('12:44', 'joined', '', { by: CLEO });
    const text = 'Cleo から見てもらう、データベース';
    expect(told(aMessage('12:40', text), joined)).toEqual([text]);
    expect(told(aMessage('12:20', 'morning', { by: CLEO }), aMessage('12:40', text), joined)).toEqual([]);
  });

  it.each([
    'should we escalate?',
    'no need to escalate yet',
    'the escalation policy should be reviewed next time',
  ])('is not "%s"', (text) => {
    expect(told(aMessage('12:40', text))).toEqual([]);
  });
});
