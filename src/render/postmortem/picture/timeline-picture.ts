import type { Element } from 'hast';
import type { Postmortem } from '../../../core/postmortem/model.js';
import { pageOf } from '../page.js';
import { windowInWords } from '../window-words.js';
import { asXml } from './as-xml.js';
import {
  clockAxis,
  PHASE_BAND,
  phaseBand,
  restsBetweenActs,
  rowName,
  SEVERITY_BAND,
  severityBand,
  silenceMarks,
} from './bands.js';
import { drawable, fitted } from './drawable.js';
import { eventsOf } from './events.js';
import { KEY_TIMES, keyTimes } from './key-times.js';
import { legendOf } from './legend.js';
import { bandEntries, eventEntries } from './legend-entries.js';
import { DIM, INK, PAPER } from './looks.js';
import { phasesOf, severityOver } from './phases.js';
import { element, rect, text } from './shapes.js';
import { axisOf, isOverADay } from './time-axis.js';

/** Pixels. Labels of the last events run into what is free at the right. */
const WIDTH = 1200;
const MARGIN = 24;
const AXIS_LEFT = 96;
const AXIS_RIGHT = 944;
/** Of a font that draws what `glyphWidth` knows; Verdana has the same widths where DejaVu is not installed. */
const FONT = "'DejaVu Sans', Verdana, sans-serif";

/** The incident as one picture, SVG: phases, severity, events and silences over time. The same document, the same bytes. */
export function timelinePicture(document: Postmortem): string {
  return asXml(timelineElement(document));
}

/** The picture as an element for a page. */
export function timelineElement(document: Postmortem): Element {
  const axis = axisOf(momentsOf(document), AXIS_LEFT, AXIS_RIGHT);
  const { zone } = document;
  const phases = phasesOf(document, axis.to);
  const severities = severityOver(document, axis.to);
  const events = eventsOf(document, axis, WIDTH - MARGIN);
  const place = { left: MARGIN, right: WIDTH - MARGIN };

  const top = 84;
  const baseline = top + Math.max(events.height, 24);
  const phaseY = baseline + 4;
  const severityY = phaseY + (phases.length === 0 ? 0 : PHASE_BAND + 4);
  const axisY = severityY + (severities.length === 0 ? 0 : SEVERITY_BAND + 4) + 4;
  const clock = clockAxis(axis, zone, top, axisY);
  const timesY = axisY + clock.height + 12;
  const legendY = timesY + KEY_TIMES + 22;
  const dots = legendOf(eventEntries(document), { ...place, y: legendY });
  const blocks = legendOf(bandEntries(document, axis, phases), { ...place, y: legendY + dots.height });
  const height = legendY + dots.height + blocks.height;

  const title = titleOf(document);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      fontFamily: FONT,
    },
    element('title', {}, `Timeline of ${title}`),
    rect(0, 0, WIDTH, height, { class: 'dm-paper', fill: PAPER }),
    text(MARGIN, 38, 20, fitted(title, WIDTH - 2 * MARGIN, 20, 'bold'), {
      class: 'dm-ink',
      fill: INK,
      fontWeight: 'bold',
    }),
    text(MARGIN, 61, 13, fitted(underTitle(document), WIDTH - 2 * MARGIN, 13), {
      class: 'dm-dim',
      fill: DIM,
    }),
    ...restsBetweenActs(axis, document, top, axisY),
    ...clock.elements,
    ...silenceMarks(axis, document.silences, baseline),
    ...events.draw(baseline),
    rowName(document.timeline.length === 0 ? 'No events' : 'Events', baseline - 4),
    ...(phases.length === 0 ? [] : [rowName('Phase', phaseY + 19)]),
    ...phaseBand(axis, phases, phaseY),
    ...(severities.length === 0 ? [] : [rowName('Severity', severityY + 14.5)]),
    ...severityBand(axis, severities, severityY),
    ...keyTimes(document, isOverADay(axis, zone), { ...place, y: timesY }),
    ...dots.elements,
    ...blocks.elements,
  );
}

/** Every moment that the picture shows; where there is none at all, the beginning of time as computers have it. */
function momentsOf({ window, timeline, course, acts }: Postmortem): readonly number[] {
  const moments = [
    ...(window.start.kind === 'known' ? [window.start.value.at] : []),
    ...(window.end === null ? [] : [window.end.at]),
    ...timeline.map((row) => row.at),
    ...course.map((turn) => turn.at),
    ...acts.flatMap((act) => (act.to === null ? [act.from] : [act.from, act.to])),
  ].map((at) => Date.parse(at));
  return moments.length === 0 ? [0] : moments;
}

function titleOf({ name, title }: Postmortem): string {
  const shown = drawable(title);
  return shown === null ? name : `${name} ${shown}`;
}

/** "SEV1 · June 8, 2024, 10:30 to 12:45 EDT (2 h 15 min)" */
function underTitle(document: Postmortem): string {
  const when = windowInWords(pageOf(document))
    .filter((piece) => typeof piece === 'string')
    .join('')
    .trim();
  const parts = [
    ...(document.practice ? ['Practice: a drill'] : []),
    ...(document.severity === null ? [] : [document.severity]),
    when.charAt(0).toUpperCase() + when.slice(1),
  ];
  return parts.join(' · ');
}
