import type { UserId } from '../../../src/core/ids.js';
import type { Incident } from '../../../src/core/incident/incident.js';
import { maySee } from '../../../src/core/incident/may-see.js';
import { anIncident, CORA, MAYA, OMAR } from './builders.js';

const inside = { private: true, declaredBy: MAYA, lead: CORA, roles: { comms: OMAR } };

it.each<[string, Partial<Incident>, UserId, boolean, boolean]>([
  ['a public one, whoever asks', {}, OMAR, false, true],
  ['a private one, in its channel', inside, OMAR, true, true],
  ['not a private one, outside its channel', inside, OMAR, false, false],
  ['not even who leads it', inside, CORA, false, false],
  ['nor who declared it and has left', inside, MAYA, false, false],
  ['who declared it, while it has no channel', { ...inside, channel: null }, MAYA, false, true],
  ['nobody else then', { ...inside, channel: null }, CORA, false, false],
  ['nobody else then, whatever is said of members', { ...inside, channel: null }, CORA, true, false],
])('may see: %s', (_, about, user, isMember, may) => {
  expect(maySee(anIncident(about), user, isMember)).toBe(may);
});
