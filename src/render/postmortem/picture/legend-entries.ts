import type { Postmortem } from '../../../core/postmortem/model.js';
import type { LegendEntry } from './legend.js';
import { FAMILIES, type Family, PHASES, QUIET, ROWS } from './looks.js';
import type { Phase } from './phases.js';
import type { Axis } from './time-axis.js';

const ORDER: readonly Family[] = ['standing', 'trouble', 'search', 'cause', 'deed', 'relief', 'other'];

/** The kinds of events that are in the picture. */
export function eventEntries({ timeline }: Postmortem): readonly LegendEntry[] {
  if (timeline.length === 0) return [];
  const families = new Set(timeline.map((row) => ROWS[row.kind].family));
  return [
    ...ORDER.filter((family) => families.has(family)).flatMap((family): readonly LegendEntry[] => {
      const look = { ...FAMILIES[family], className: `dm-${family}` };
      const own: LegendEntry = { ...look, shape: family === 'standing' ? 'diamond' : 'dot' };
      const ruledOut = family === 'search' && timeline.some((row) => row.kind === 'ruled-out');
      return ruledOut ? [own, { ...look, words: 'Ruled out', shape: 'ring' }] : [own];
    }),
    { words: '[1] number in the list of sources', className: 'dm-none', fill: 'none', shape: 'none' },
  ];
}

/** The phases that are wide enough to be seen, and the silences. */
export function bandEntries(
  { silences }: Postmortem,
  axis: Axis,
  phases: readonly Phase[],
): readonly LegendEntry[] {
  const seen = phases.filter((phase) => axis.x(phase.to) - axis.x(phase.from) >= 1);
  return [
    ...[...new Set(seen.map((phase) => phase.name))].map(
      (name): LegendEntry => ({ ...PHASES[name], shape: 'block', className: `dm-phase-${name}` }),
    ),
    ...(silences.length === 0
      ? []
      : [{ words: 'No entry for over 30 min', fill: QUIET, shape: 'block' as const, className: 'dm-quiet' }]),
  ];
}
