import type { Incident } from '../../../src/core/incident/incident.js';
import { type Span, statsOf } from '../../../src/core/incident/stats.js';
import { aResolvedIncident } from './builders.js';

const HOUR = 3_600_000;
/** So many hours after the declaration. */
const after = (hours: number) => new Date(aResolvedIncident().declaredAt.getTime() + hours * HOUR);

const aSpan = (hours: number, about: Partial<Span> = {}, incident: Partial<Incident> = {}): Span => ({
  incident: aResolvedIncident({ endedAt: after(hours), ...incident }),
  startedAt: null,
  detectedAt: null,
  mitigatedAt: null,
  ...about,
});

it('knows nothing of nothing', () => {
  expect(statsOf([])).toEqual({
    incidents: 0,
    bySeverity: [],
    withStart: 0,
    detect: null,
    mitigate: null,
    resolve: null,
  });
});

it('counts by severity, the unrated last', () => {
  const severities = [3, null, 1, 3] as const;

  expect(statsOf(severities.map((severity) => aSpan(1, {}, { severity }))).bySeverity).toEqual([
    { severity: 1, count: 1 },
    { severity: 3, count: 2 },
    { severity: null, count: 1 },
  ]);
});

it.each<[readonly number[], object]>([
  [[4], { count: 1, median: 4 * HOUR, lower: 4 * HOUR, upper: 4 * HOUR }],
  [[1, 3], { count: 2, median: 2 * HOUR, lower: 1.5 * HOUR, upper: 2.5 * HOUR }],
  [[5, 1, 2, 4, 3], { count: 5, median: 3 * HOUR, lower: 2 * HOUR, upper: 4 * HOUR }],
  [[1, 1, 1, 100], { count: 4, median: HOUR, lower: HOUR, upper: 25.75 * HOUR }],
])('of %j hours, the middle and the middle half', (hours, spread) => {
  expect(statsOf(hours.map((length) => aSpan(length))).resolve).toEqual(spread);
});

it('measures from the stated start, and says how many have one', () => {
  const stats = statsOf([
    aSpan(2, { startedAt: after(-1), detectedAt: after(-0.5), mitigatedAt: after(1) }),
    aSpan(2, { mitigatedAt: after(1) }),
    aSpan(2, { detectedAt: after(-0.5) }),
  ]);

  expect(stats).toMatchObject({
    incidents: 3,
    withStart: 1,
    detect: { count: 1, median: 0.5 * HOUR },
    mitigate: { count: 2, lower: 1.25 * HOUR, upper: 1.75 * HOUR },
    resolve: { count: 3, median: 2 * HOUR },
  });
});

it('leaves out what is the wrong way round', () => {
  const stats = statsOf([aSpan(2, { startedAt: after(1), detectedAt: after(0), mitigatedAt: after(0.5) })]);

  expect(stats).toMatchObject({ incidents: 1, detect: null, mitigate: null, resolve: { median: HOUR } });
});

it.each<[string, Partial<Incident>]>([
  ['practice', { drill: true }],
  ['a false alarm', { status: 'cancelled' }],
  ['what goes on', { status: 'monitoring', endedAt: null }],
])('does not count %s', (_, about) => {
  expect(statsOf([aSpan(1, {}, about)]).incidents).toBe(0);
});
