import { entryId } from '../ids.js';
import type { Declaration } from './commands.js';
import type { DecidedAct } from './decision.js';
import type { IncidentEvent } from './events.js';

export type DeclaredEvent = Extract<IncidentEvent, { kind: 'declared' }>;
type StatedEvent = Extract<IncidentEvent, { kind: 'stated' }>;

/** What a declaration amounts to. It cannot be refused: at 3 a.m. nothing stands in the way. */
export function declare(
  declaration: Declaration,
  act: DecidedAct,
  where: { readonly zone: string },
): readonly [DeclaredEvent, ...IncidentEvent[]] {
  const declared: DeclaredEvent = {
    kind: 'declared',
    ...act,
    title: declaration.title,
    severity: declaration.severity,
    private: declaration.private,
    origin: declaration.origin,
    zone: where.zone,
    drill: declaration.drill,
  };
  return [declared, ...startOf(declaration, act), ...impactOf(declaration, act)];
}

function startOf({ startedAt }: Declaration, act: DecidedAct): readonly StatedEvent[] {
  if (startedAt === null) return [];
  return [
    {
      kind: 'stated',
      by: act.by,
      at: startedAt,
      entry: entryId(`${act.entry}:since`),
      what: 'started',
      text: '',
      backdated: true,
      message: null,
    },
  ];
}

function impactOf({ impact }: Declaration, act: DecidedAct): readonly StatedEvent[] {
  if (impact.trim() === '') return [];
  return [
    {
      kind: 'stated',
      by: act.by,
      at: act.at,
      entry: entryId(`${act.entry}:impact`),
      what: 'impact',
      text: impact,
      backdated: false,
      message: null,
    },
  ];
}
