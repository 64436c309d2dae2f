import type { Element } from 'hast';
import type { Postmortem, Silence } from '../../../core/postmortem/model.js';
import { durationInWords } from '../../../core/time/duration.js';
import { zoneLabel } from '../../../core/time/zone.js';
import { widthOf } from './drawable.js';
import { DIM, FAINT, INK, LINE, PHASES, QUIET, SEVERITY_FILLS } from './looks.js';
import type { Phase, SeverityStretch } from './phases.js';
import { line, rect, text } from './shapes.js';
import { type Axis, type DayMark, daysOf, isOverADay, ticksOf } from './time-axis.js';

const PHASE_HEIGHT = 28;
const SEVERITY_HEIGHT = 20;
const CENTRED = { textAnchor: 'middle' } as const;

export const rowName = (words: string, y: number): Element =>
  text(24, y, 12, words, { class: 'dm-dim', fill: DIM });

export function phaseBand(axis: Axis, phases: readonly Phase[], y: number): readonly Element[] {
  return phases.flatMap(({ name, from, to }) => {
    const { words, fill } = PHASES[name];
    const left = axis.x(from);
    const width = axis.x(to) - left;
    const named = widthOf(words, 12) + 8 <= width;
    return [
      rect(left, y, Math.max(width, 1), PHASE_HEIGHT, { class: `dm-phase-${name}`, fill }),
      ...(named
        ? [text(left + width / 2, y + 19, 12, words, { ...CENTRED, class: 'dm-ink', fill: INK })]
        : []),
    ];
  });
}

export function severityBand(
  axis: Axis,
  stretches: readonly SeverityStretch[],
  y: number,
): readonly Element[] {
  return stretches.flatMap(({ severity, from, to }) => {
    const words = severity ?? '';
    const left = axis.x(from);
    const width = axis.x(to) - left;
    const named = widthOf(words, 12, 'bold') + 6 <= width;
    return [
      rect(left, y, Math.max(width, 1), SEVERITY_HEIGHT, { fill: SEVERITY_FILLS.get(words) ?? DIM }),
      ...(named
        ? [text(left + width / 2, y + 14.5, 12, words, { ...CENTRED, fill: '#ffffff', fontWeight: 'bold' })]
        : []),
    ];
  });
}

/** Bars for the time in which nobody wrote anything, in the layer of the dots, where there are none then. */
export function silenceMarks(axis: Axis, silences: readonly Silence[], bottom: number): readonly Element[] {
  return silences.flatMap(({ from, to }) => {
    const left = axis.x(Date.parse(from));
    const width = axis.x(Date.parse(to)) - left;
    const length = durationInWords(Date.parse(to) - Date.parse(from));
    const words = [`no entry for ${length}`, length].find((it) => widthOf(it, 11) + 24 <= width);
    const bar = rect(left, bottom - 15, width, 14, { class: 'dm-quiet', fill: QUIET });
    if (words === undefined) return [bar];
    return [bar, text(left + width / 2, bottom - 4, 11, words, { ...CENTRED, class: 'dm-dim', fill: DIM })];
  });
}

/** The time between a resolve and a reopening, behind everything. */
export function restsBetweenActs(
  axis: Axis,
  document: Postmortem,
  top: number,
  bottom: number,
): readonly Element[] {
  return document.acts.flatMap((act, i) => {
    const next = document.acts[i + 1];
    if (act.to === null || next === undefined) return [];
    const left = axis.x(Date.parse(act.to));
    return [
      rect(left, top, axis.x(Date.parse(next.from)) - left, bottom - top, { class: 'dm-faint', fill: FAINT }),
    ];
  });
}

/** The clock, and the day below it where the story has several; `height` is how much room that takes. */
export function clockAxis(
  axis: Axis,
  zone: string,
  top: number,
  y: number,
): { readonly height: number; readonly elements: readonly Element[] } {
  const stroke = { class: 'dm-line', stroke: LINE, strokeWidth: 1 };
  const ticks = ticksOf(axis, zone);
  const several = isOverADay(axis, zone);
  const clocks = ticks.flatMap(({ at, clock }) => [
    line(axis.x(at), y, axis.x(at), y + 5, stroke),
    text(axis.x(at), y + 18, 12, clock, { ...CENTRED, class: 'dm-dim', fill: DIM }),
  ]);
  const dayY = ticks.length === 0 ? y + 18 : y + 35;
  const marks = daysOf(axis, zone);
  const midnights = marks
    .slice(1)
    .map(({ at }) => line(axis.x(at), top, axis.x(at), y + 24, { ...stroke, strokeDasharray: '2 4' }));
  const days = dayLabels(axis, marks, dayY);
  const zones = [...new Set([axis.from, axis.to].map((at) => zoneLabel(zone, new Date(at))))].join('/');
  return {
    height: several ? dayY - y + 10 : 28,
    elements: [
      line(axis.left, y, axis.right, y, stroke),
      ...clocks,
      ...(several ? [...midnights, ...days] : []),
      text(axis.right + 36, y + 18, 12, zones, { class: 'dm-dim', fill: DIM }),
    ],
  };
}

/** Days where they begin; the first one before its midnight where it has no room behind the start. */
function dayLabels(axis: Axis, marks: readonly DayMark[], y: number): readonly Element[] {
  const look = { class: 'dm-ink', fill: INK, fontWeight: 'bold' };
  let taken = Number.NEGATIVE_INFINITY;
  return marks.flatMap(({ at, day }, i) => {
    const x = axis.x(at);
    const width = widthOf(day, 12, 'bold') + 10;
    const next = marks[i + 1];
    if (i === 0 && next !== undefined && axis.x(next.at) - x < width)
      return [text(axis.x(next.at) - 8, y, 12, day, { ...look, textAnchor: 'end' })];
    if (x < taken) return [];
    taken = x + width;
    return [text(x, y, 12, day, look)];
  });
}

export const PHASE_BAND = PHASE_HEIGHT;
export const SEVERITY_BAND = SEVERITY_HEIGHT;
