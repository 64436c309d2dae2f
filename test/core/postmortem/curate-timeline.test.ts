import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import { aCommand, aMessage, anAlert, anIncident, aPin, aRecord, at } from '../../builders.js';
import { draft } from './drafting.js';
import { numbers, SAYINGS } from './sayings.js';

describe('the timeline', () => {
  it('keeps a day of a thousand messages to thirty rows', () => {
    const next = numbers(7);
    const talk = Array.from({ length: 1000 }, (_, i) => {
      const minutes = 12 * 60 + 11 + i;
      const clock = `${minutes >= 1440 ? '+1 ' : ''}${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      return aMessage(clock, `${SAYINGS[Math.floor(next() * SAYINGS.length)]} ${i}`);
    });
    const record = aRecord([...talk, aCommand('+1 06:00', 'resolved', 'over')], {
      incident: anIncident({ endedAt: at('+1 06:00') }),
    });
    const { timeline } = draftPostmortem(record, { version: 1 });
    expect(timeline.length).toBeLessThanOrEqual(30);
    expect(timeline.map((row) => row.at)).toEqual(timeline.map((row) => row.at).toSorted());
  });

  it('tells of the cause that was pinned the day after, and of no other talk from then', () => {
    const cause = 'reproduced: the counter got a string, never reached zero, so every worker ran in a loop';
    const document = draft(aPin('+1 11:40', cause), aMessage('+1 11:50', 'writing the report, coffee first'));
    expect(document.timeline.at(-1)).toMatchObject({
      at: at('+1 11:40').toISOString(),
      kind: 'cause',
      claim: { text: cause },
    });
  });

  it.each([
    ['Chinese', '主站、电商、漫画、支付都回来了'],
    ['Spanish', 'quitado el solo lectura, ya se puede escribir'],
    ['English', 'australia is allowed through, gateway cpu 31%'],
  ])('tells a step of the recovery: %s', (_, text) => {
    expect(draft(aMessage('13:40', text)).timeline.map((row) => row.claim.text)).toContain(text);
  });

  it('shows a backdated note at its own time', () => {
    const note = aCommand('13:00', 'note', 'failover began', {
      over: { occurredAt: at('12:40'), backdated: true },
    });
    expect(draft(note).timeline.find((row) => row.claim.text === 'failover began')?.at).toBe(
      at('12:40').toISOString(),
    );
  });

  it.each(['lol', 'pizza or sushi?', '🎉', 'morning all'])('has no room for chatter: %s', (words) => {
    expect(draft(aMessage('12:30', words)).timeline.map((row) => row.claim.text)).not.toContain(words);
  });

  it.each([
    ['German', 'Wir rollen das Deployment zurück'],
    ['French', 'on redémarre la base de données'],
    ['Spanish', 'estamos reiniciando el servidor'],
    ['Portuguese', 'revertendo o deploy'],
    ['Japanese', 'データベースを再起動します'],
    ['Chinese', '正在回滚上一个版本'],
  ])('tells of a deed said in %s', (_, words) => {
    expect(draft(aMessage('12:30', words)).timeline.map((row) => row.claim.text)).toContain(words);
  });

  it('shows the first alert of a kind, not each repetition', () => {
    const { timeline } = draft(
      anAlert('12:05', 'error rate 40%'),
      anAlert('12:15', 'error rate 42%'),
      anAlert('12:25', 'error rate 41%'),
    );
    expect(timeline.filter((row) => row.kind === 'alert')).toHaveLength(1);
  });
});
