import { deliveryFromJson } from '../../src/store/delivery-json.js';
import { effectFromJson } from '../../src/store/effect-json.js';
import { eventFromJson } from '../../src/store/event-json.js';

const at = '2024-06-08T14:00:01.123Z';
const act = { by: 'U1', at, entry: 'delivery:k' };
const target = { kind: 'ephemeral', channel: 'C1', user: 'U1', threadTs: null };

/** As version 0.1 wrote them: never to be changed, whatever is added later. */
describe('what was stored by the first version', () => {
  it.each([
    [
      { ...act, kind: 'declared', title: 'x', severity: 2, private: false, origin: 'C9', zone: 'UTC' },
      { drill: false },
    ],
    [{ kind: 'channel-opened', at, channel: 'C1', channelName: 'inc-1' }, { adopted: false }],
    [{ ...act, kind: 'status-changed', from: 'investigating', to: 'identified', text: '' }, {}],
    [{ ...act, kind: 'severity-changed', from: null, to: 1, text: 'worse' }, {}],
    [{ ...act, kind: 'lead-assigned', user: 'U2' }, {}],
    [{ ...act, kind: 'role-assigned', role: 'scribe', user: 'U2' }, {}],
    [{ ...act, kind: 'stated', what: 'note', text: 'DNS', backdated: true }, { message: null }],
    [{ ...act, kind: 'update-posted', text: 'soon' }, { nextAt: null }],
    [
      { ...act, kind: 'follow-up-added', number: 1, text: 'alert', owner: null, due: '2024-07-01' },
      { message: null },
    ],
    [{ ...act, kind: 'resolved', text: '' }, {}],
    [{ ...act, kind: 'reopened', text: 'again' }, {}],
    [{ ...act, kind: 'cancelled', text: 'false alarm' }, {}],
    [{ kind: 'draft-requested', at, version: 2 }, {}],
  ])('is read as an event: $kind', (json, added) => {
    expect(eventFromJson(json)).toEqual({ ...json, at: new Date(at), ...added });
  });

  it.each([
    { kind: 'fact', fact: { kind: 'member-joined', channel: 'C1', user: 'U1', at: '1.1' } },
    {
      kind: 'fact',
      fact: {
        kind: 'message-posted',
        channel: 'C1',
        ts: '1.1',
        message: { author: { kind: 'person', user: 'U1' }, text: 'x', threadTs: null, files: [], masked: 0 },
      },
    },
  ])('is read as a fact: $fact.kind', (json) => {
    expect(deliveryFromJson(json)).toEqual(json);
  });

  it('is read as a command', () => {
    const json = {
      kind: 'command',
      via: 'mention',
      text: 'note x',
      user: 'U1',
      channel: 'C1',
      threadTs: '1.0',
      message: { ts: '1.1', text: '<@UB> note x' },
      replyTo: target,
      masked: 0,
    };

    expect(deliveryFromJson(json)).toEqual({ ...json, trigger: null, drawnFor: null });
  });

  it.each([
    { kind: 'open-channel' },
    { kind: 'declared-reply', to: target },
    { kind: 'set-topic' },
    { kind: 'invite', user: 'U1' },
    { kind: 'card' },
    { kind: 'pin-card', ts: '1.1' },
    { kind: 'announcement' },
    { kind: 'post-update', seq: 3 },
    { kind: 'announce-update', seq: 3 },
    { kind: 'redraft' },
    { kind: 'draft-card', version: 1 },
    { kind: 'draft-file', version: 1 },
    { kind: 'reply', to: target, message: { text: 'Noted.' } },
  ])('is read as a debt: $kind', (json) => {
    expect(effectFromJson(json)).toEqual(json);
  });
});
