import type { Element } from 'hast';
import type { Postmortem, TimelineRow } from '../../../core/postmortem/model.js';
import { sourcesIn } from '../../../core/postmortem/sources-in.js';
import { clockIn } from '../../../core/time/calendar.js';
import { ROW_LABELS } from '../timeline-section.js';
import { drawable, fitted, widthOf } from './drawable.js';
import { chooseFlags, type Flag, lanesOf, roomsOf } from './flags.js';
import { DIM, FAMILIES, INK, LINE, ROWS } from './looks.js';
import { diamond, dot, line, rect, ring, round, span, text } from './shapes.js';
import type { Axis } from './time-axis.js';

/** Height of a lane of labels, of a layer of dots, and size of the letters; pixels. */
const LANE = 21;
const LAYER = 11;
const SIZE = 13;
/** What a label needs at least, and takes at most where its lane is free. */
const SHORT_LABEL = 190;
const LONG_LABEL = 520;
const MOST_LANES = 13;
const RADIUS = 5;
const DEEPEST = 3;

interface Event extends Flag {
  readonly row: TimelineRow;
  readonly clock: string;
  /** All that the font can draw of it. */
  readonly words: string;
  readonly citation: string;
}

interface Events {
  /** How much room they take above `bottom`. */
  readonly height: number;
  draw(bottom: number): readonly Element[];
}

/** A dot for each row of the timeline, and labels for as many as have room, the most telling first. */
export function eventsOf(document: Postmortem, axis: Axis, edge: number): Events {
  const events = document.timeline.map((row, order) => eventOf(document, axis, row, order));
  const layers = layersOf(events);
  const byWeight = events.toSorted(
    (a, b) => weightOf(b, document) - weightOf(a, document) || a.order - b.order,
  );
  const flags = chooseFlags(byWeight, MOST_LANES);
  const lanes = lanesOf(flags);
  const rooms = roomsOf(flags, lanes, edge);
  const dots = (Math.max(0, ...layers) + 1) * LAYER + 6;
  return {
    height: dots + (Math.max(-1, ...lanes) + 1) * LANE,
    draw: (bottom) => {
      const yOf = (event: Event): number => bottom - 8 - (layers[event.order] ?? 0) * LAYER;
      const stems = flags.map((event, i) => {
        const top = bottom - dots - (lanes[i] ?? 0) * LANE - 2;
        return line(event.x, top, event.x, yOf(event), { class: 'dm-line', stroke: LINE, strokeWidth: 1 });
      });
      const labels = flags.flatMap((event, i) =>
        labelAt(event, bottom - dots - (lanes[i] ?? 0) * LANE, rooms[i] ?? 0),
      );
      return [...stems, ...events.map((event) => markAt(event, yOf(event))), ...labels];
    },
  };
}

/** The first row tells how it began. */
const weightOf = ({ row, order }: Event, document: Postmortem): number =>
  order === 0 || (order === document.timeline.length - 1 && document.ended) ? 97 : ROWS[row.kind].weight;

function eventOf(document: Postmortem, axis: Axis, row: TimelineRow, order: number): Event {
  const at = new Date(row.at);
  const clock = clockIn(document.zone, at);
  const source = sourcesIn(row.claim)[0];
  const number = document.records.findIndex(({ id }) => id === source) + 1;
  const citation = number === 0 ? '' : ` [${number}]`;
  const words = drawable(row.claim.text) ?? ROW_LABELS[row.kind];
  const event = { x: round(axis.x(at.getTime())), order, row, clock, words, citation };
  return { ...event, width: Math.min(SHORT_LABEL, besideWords(event) + widthOf(words, SIZE)) };
}

/** What clock, citation and the bar take of a label. */
const besideWords = ({ clock, citation }: Pick<Event, 'clock' | 'citation'>): number =>
  widthOf(`${clock} `, SIZE, 'bold') + widthOf(citation, SIZE - 2) + 8;

/** Dots that would cover each other stand one above the other. */
function layersOf(events: readonly Event[]): readonly number[] {
  const lastInLayer: number[] = [];
  return events.map(({ x }) => {
    const free = lastInLayer.findIndex((last) => x - last >= 2 * RADIUS + 1);
    const layer = free >= 0 ? free : Math.min(lastInLayer.length, DEEPEST);
    lastInLayer[layer] = x;
    return layer;
  });
}

function labelAt(event: Event, y: number, room: number): readonly Element[] {
  const { x, row, clock, citation } = event;
  const words = fitted(event.words, Math.min(room, LONG_LABEL) - besideWords(event), SIZE);
  const fill = FAMILIES[ROWS[row.kind].family].fill;
  return [
    rect(x - 0.5, y - SIZE - 1, 3, LANE - 5, { class: `dm-${ROWS[row.kind].family}`, fill }),
    text(
      x + 6,
      y,
      SIZE,
      [
        span(clock, { class: 'dm-ink', fill: INK, fontWeight: 'bold' }),
        span(` ${words}`, { class: 'dm-ink', fill: INK }),
        span(citation, { class: 'dm-dim', fill: DIM, fontSize: SIZE - 2 }),
      ],
      {},
    ),
  ];
}

function markAt({ x, row }: Event, y: number): Element {
  const { family } = ROWS[row.kind];
  const { fill } = FAMILIES[family];
  const look = { class: `dm-${family} dm-rim`, fill };
  if (family === 'standing') return diamond(x, y, look);
  return row.kind === 'ruled-out' ? ring(x, y, `dm-${family}`, fill) : dot(x, y, look);
}
