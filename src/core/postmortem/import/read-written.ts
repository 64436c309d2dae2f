import type { Temporal } from 'temporal-polyfill';
import { readDue } from '../../time/due.js';
import { listNamed, sectionNamed } from './headings.js';
import { readTime } from './times.js';
import { type Frame, readWindow, written } from './window.js';
import type { Entry, MeasureList, SectionKind, WrittenBlock, WrittenPostmortem } from './written.js';

/** A line without the marks of a list, of bold or of a heading. */
interface Line {
  readonly number: number;
  readonly text: string;
  /** `1.`, or empty; other bullets are layout. */
  readonly marker: string;
  readonly isListed: boolean;
  /** Words in bold at its start, if any. */
  readonly bold: string | null;
}

function lineOf(raw: string, index: number): Line {
  const number = index + 1;
  const [, bullet = '', rest = ''] =
    /^\s*((?:[-*•]|\d{1,2}[.)])\s+)?(.*)$/s.exec(raw.replace(/\s+$/, '')) ?? [];
  const words = rest.replace(/^#{1,6}\s+/, '');
  const bold = /^(?:\*\*|__)(.+?)(?:\*\*|__)/.exec(words)?.[1] ?? null;
  return {
    number,
    text: words.replace(/\*\*|__/g, '').trim(),
    marker: /\d/.test(bullet) ? bullet.trim() : '',
    isListed: bullet !== '' || /^\s{2,}\S/.test(raw),
    bold,
  };
}

/** Where the reader stands on the page. */
interface Place {
  section: SectionKind;
  list: MeasureList;
}

/**
 * Reads a postmortem in the house form, with or without Markdown: headings are known by their words. Every word
 * ends up in exactly one record; `writeBack` gives them again.
 */
export function readWritten(text: string): WrittenPostmortem {
  const lines = text.replace(/\r\n?/g, '\n').split('\n').map(lineOf);
  const place: Place = { section: 'preamble', list: 'measure' };
  const blocks: WrittenBlock[] = [];
  let hasTitle = false;
  for (const line of lines) {
    const block = blockOf(line, place, hasTitle);
    hasTitle ||= block.kind === 'title';
    blocks.push(block);
  }
  const frame = readWindow(
    blocks.flatMap((block) =>
      (block.kind === 'field' || block.kind === 'paragraph') && block.section === 'summary'
        ? [{ line: block.line, text: block.text }]
        : [],
    ),
  );
  return { title: titleIn(blocks), window: frame.window, blocks: placeEntries(blocks, frame) };
}

function titleIn(blocks: readonly WrittenBlock[]): string | null {
  for (const block of blocks) {
    if (block.kind === 'title' && block.text !== '') return block.text;
    if (block.kind === 'heading' && block.section === 'summary' && block.rest !== '') return block.rest;
  }
  return null;
}

function blockOf(line: Line, place: Place, hasTitle: boolean): WrittenBlock {
  const { text, number } = line;
  const at = (): { readonly line: number; readonly section: SectionKind } => ({
    line: number,
    section: place.section,
  });
  if (/^(?:[-*_]\s*){3,}$/.test(text) || text === '') return { kind: 'gap', text, ...at() };
  const image = /^!\[([^\]]*)\]\(([^)]*)\)$/.exec(text);
  if (image !== null) return { kind: 'image', alt: image[1] ?? '', url: image[2] ?? '', ...at() };
  const title = hasTitle || place.section !== 'preamble' ? null : titleOf(text);
  if (title !== null) return { kind: 'title', ...title, ...at() };
  const heading = headingOf(line);
  if (heading !== null) {
    place.section = heading.section;
    place.list = 'measure';
    return { kind: 'heading', text: heading.text, rest: heading.rest, ...at() };
  }
  const list = listNamed(text);
  if (list !== null && (place.section === 'measures' || place.section === 'lessons')) {
    place.list = list;
    return { kind: 'list-heading', text, list, ...at() };
  }
  switch (place.section) {
    case 'timeline':
      return entryOf(text, at());
    case 'measures':
      return measureOf(line, place, at());
    case 'summary':
    case 'impact':
    case 'detection':
    case 'cause': {
      const [, label, rest] = FIELD.exec(text) ?? [];
      if (label !== undefined && rest !== undefined) return { kind: 'field', label, text: rest, ...at() };
      if (line.isListed) return { kind: 'step', text, ...at() };
      return { kind: 'paragraph', text, ...at() };
    }
    case 'preamble':
    case 'lessons':
    case 'closing':
      return { kind: 'paragraph', text, ...at() };
  }
}

const LONGEST_TITLE = 14;

const TITLE = /^(?:post[- ]?mortem|incident (?:report|review)|outage report)s?\b\s*(?:[:–—-]\s*)?/i;

function titleOf(text: string): { readonly prefix: string; readonly text: string } | null {
  const prefix = TITLE.exec(text)?.[0];
  if (prefix === undefined) return null;
  const rest = text.slice(prefix.length);
  if (rest.split(/\s+/).length > LONGEST_TITLE || /[.!?]$/.test(rest)) return null;
  return { prefix: prefix.trim(), text: rest };
}

function headingOf({
  text,
  bold,
}: Line): { readonly section: SectionKind; readonly text: string; readonly rest: string } | null {
  const whole = sectionNamed(text);
  if (whole !== null) return { section: whole, text, rest: '' };
  // `**Issue Summary** e-com disaster`: bold ends before the words of its own; `**Impact:** …` is a field.
  if (bold === null || bold.trim().endsWith(':')) return null;
  const section = sectionNamed(bold);
  const rest = text.slice(bold.length).trim();
  return section === null || rest.startsWith(':') ? null : { section, text: bold, rest };
}

const FIELD = /^([A-Z][\p{L} /-]{2,30}):\s+(.+)$/u;
const LABEL = /^([A-Z][^:.,;!?]{2,60}):\s+(.+)$/u;
const SEPARATOR = /^\s*(?:[-–—:|]+|\s)\s*/;

function entryOf(text: string, at: { readonly line: number; readonly section: SectionKind }): WrittenBlock {
  const time = readTime(text);
  if (time !== null) {
    const separator = SEPARATOR.exec(text.slice(time.asWritten.length))?.[0] ?? '';
    const rest = text.slice(time.asWritten.length + separator.length);
    return { kind: 'entry', time: written(time, null, null), separator, ...labelled(rest), ...at };
  }
  const { label, text: rest } = labelled(text);
  if (label === null) return { kind: 'paragraph', text, ...at };
  const alone = readTime(rest);
  const isTime = alone !== null && alone.asWritten.length === rest.length;
  return {
    kind: 'entry',
    time: isTime ? written(alone, null, null) : null,
    separator: '',
    label,
    text: rest,
    ...at,
  };
}

function labelled(text: string): { readonly label: string | null; readonly text: string } {
  const [, label, rest] = LABEL.exec(text) ?? [];
  return label === undefined || rest === undefined ? { label: null, text } : { label, text: rest };
}

/** Words with which people close a list without closing it. */
const CLOSING =
  /^(?:overall|in (?:conclusion|summary|closing|short)|to (?:sum up|conclude|make this)|all in all|this incident)\b/i;
const SENTENCE_END = /[.!?](?:\s+(?=[A-Z"“])|$)/g;

function measureOf(
  { text, marker, isListed }: Line,
  { list }: Place,
  at: { readonly line: number; readonly section: SectionKind },
): WrittenBlock {
  const { label, text: rest } = labelled(text);
  const sentences = (text.match(SENTENCE_END) ?? []).length;
  const isProse = CLOSING.test(text) || text.endsWith(':') || (label === null && !isListed && sentences > 1);
  if (isProse) return { kind: 'paragraph', text, ...at };
  return { kind: 'measure', list, marker, label, text: rest, due: dueIn(rest), ...at };
}

/** Only a day with its year: what `by Friday` was, nobody can tell from the page. */
function dueIn(text: string): string | null {
  if (!/\b20\d\d\b/.test(text)) return null;
  return readDue(text, { now: new Date(0), zone: 'UTC' }).due;
}

/** The moments of the timeline: the day goes on from the window's, and turns over at midnight. */
function placeEntries(blocks: readonly WrittenBlock[], { day, zone }: Frame): readonly WrittenBlock[] {
  let today: Temporal.PlainDate | null = day;
  let last = '';
  return blocks.map((block): WrittenBlock => {
    if (block.kind !== 'entry' || block.time === null) return block;
    const time = readTime(block.time.asWritten);
    if (time === null) return block;
    const clock = time.clock.toString();
    today =
      time.day ?? (today !== null && clock < last && isNextDay(last, clock) ? today.add({ days: 1 }) : today);
    last = clock;
    return { ...block, time: written(time, today, time.zone ?? zone) } satisfies Entry;
  });
}

/** A clock that goes back by most of a day has passed midnight; a smaller step back is a mistake of order. */
const isNextDay = (last: string, clock: string): boolean =>
  Number(last.slice(0, 2)) - Number(clock.slice(0, 2)) >= 12;
