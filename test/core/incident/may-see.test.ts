import { userId } from '../../../src/core/ids.js';
import { maySee } from '../../../src/core/incident/may-see.js';
import { ANA, anIncident, BEN, CLEO } from '../../builders.js';

const stranger = userId('U0OTHER');

test('of a private incident only those who take part in it may learn', () => {
  const incident = anIncident({ private: true, declaredBy: ANA, lead: BEN, roles: { comms: CLEO } });

  expect([ANA, BEN, CLEO].map((user) => maySee(incident, user))).toEqual([true, true, true]);
  expect(maySee(incident, stranger)).toBe(false);
});

test('a public incident is for everybody', () => {
  expect(maySee(anIncident({ private: false }), stranger)).toBe(true);
});
