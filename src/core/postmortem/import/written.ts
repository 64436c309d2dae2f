import type { Day, Instant } from '../model.js';

/** What a heading opens. `preamble` is what stands before the first one. */
export type SectionKind =
  | 'preamble'
  | 'summary'
  | 'impact'
  | 'detection'
  | 'timeline'
  | 'cause'
  | 'measures'
  | 'lessons'
  | 'closing';
/** Which of the lists a measure stands in; `measure` where there is one list only. */
export type MeasureList = 'improvement' | 'task' | 'measure';

/** A time as it was written, and the moment it stands for where that can be known. */
export interface WrittenTime {
  readonly asWritten: string;
  readonly at: Instant | null;
  /** `PST`, `UTC`; null where none stands beside it. */
  readonly zone: string | null;
}

interface Block {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly section: SectionKind;
}
export interface Title extends Block {
  readonly kind: 'title';
  /** `Postmortem:`, as written. */
  readonly prefix: string;
  readonly text: string;
}
export interface Heading extends Block {
  readonly kind: 'heading';
  readonly text: string;
  /** What else stands on the line of the heading. */
  readonly rest: string;
}
export interface ListHeading extends Block {
  readonly kind: 'list-heading';
  readonly text: string;
  readonly list: MeasureList;
}
export interface Field extends Block {
  readonly kind: 'field';
  readonly label: string;
  readonly text: string;
}
export interface Entry extends Block {
  readonly kind: 'entry';
  readonly time: WrittenTime | null;
  /** What stands between time and text, as written. */
  readonly separator: string;
  readonly label: string | null;
  readonly text: string;
}
export interface WrittenMeasure extends Block {
  readonly kind: 'measure';
  readonly list: MeasureList;
  /** `1.`, or empty. */
  readonly marker: string;
  readonly label: string | null;
  readonly text: string;
  readonly due: Day | null;
}
export interface Step extends Block {
  readonly kind: 'step';
  readonly text: string;
}
export interface Paragraph extends Block {
  readonly kind: 'paragraph';
  readonly text: string;
}
export interface Image extends Block {
  readonly kind: 'image';
  readonly alt: string;
  readonly url: string;
}
/** Blank lines and rules: the layout between the words. */
export interface Gap extends Block {
  readonly kind: 'gap';
  readonly text: string;
}
export type WrittenBlock =
  | Title
  | Heading
  | ListHeading
  | Field
  | Entry
  | WrittenMeasure
  | Step
  | Paragraph
  | Image
  | Gap;

export interface WrittenWindow {
  readonly start: WrittenTime;
  readonly end: WrittenTime | null;
  readonly line: number;
}

/** A postmortem that somebody wrote, as typed records in the order of the page: nothing of its words is lost. */
export interface WrittenPostmortem {
  readonly title: string | null;
  readonly window: WrittenWindow | null;
  readonly blocks: readonly WrittenBlock[];
}

export const entriesOf = ({ blocks }: WrittenPostmortem): readonly Entry[] =>
  blocks.filter((block) => block.kind === 'entry');
export const measuresIn = ({ blocks }: WrittenPostmortem): readonly WrittenMeasure[] =>
  blocks.filter((block) => block.kind === 'measure');

/** The words of a block, without time or layout. */
export function wordsOf(block: WrittenBlock): string {
  switch (block.kind) {
    case 'entry':
    case 'measure':
      return block.label === null ? block.text : `${block.label}: ${block.text}`;
    case 'field':
      return `${block.label}: ${block.text}`;
    case 'heading':
      return block.rest;
    case 'title':
    case 'step':
    case 'paragraph':
      return block.text;
    case 'list-heading':
    case 'image':
    case 'gap':
      return '';
  }
}
