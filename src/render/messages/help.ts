import type { Message } from '../../core/effects.js';
import { argumentsOf, TURNED_ALIASES } from '../../core/grammar/argument-words.js';
import {
  SUBCOMMANDS,
  type Subcommand,
  subcommandNamed,
  VERB_GROUPS,
  type VerbGroup,
} from '../../core/grammar/subcommands.js';
import { type Block, context, message, sections, sectionsOfLines } from '../blocks.js';
import { escaped } from '../mrkdwn.js';

/** All verbs, or how to use one of them (by verb or alias); made from the grammar's table. */
export function help(verb: string | null): Message {
  const row = verb === null ? null : subcommandNamed(verb);
  return row ? helpOn(row) : helpOnAll();
}

const GROUPS = Object.keys(VERB_GROUPS).filter((name): name is VerbGroup => name in VERB_GROUPS);

const INTRO =
  'In a hurry: `declare TITLE`, `lead me`, `note TEXT`, `update TEXT`, `resolve`. `/incident` alone shows where things stand, and `/incident help note` tells all about one command.';
const OUTRO = [
  'In a thread, mention the bot instead: `@debrief note TEXT` · elsewhere, begin with the incident: `/incident INC-4 note TEXT`',
  'A line that begins with `TL:`, `TODO:`, `!cause`, `!impact` or `!fix` goes into the timeline by itself',
].join('\n');

function helpOnAll(): Message {
  const blocks: Block[] = [...sections(INTRO)];
  const texts = [INTRO];
  for (const group of GROUPS) {
    const lines = [`*${VERB_GROUPS[group]}*`, ...SUBCOMMANDS.filter((row) => row.group === group).map(line)];
    blocks.push(...sectionsOfLines(lines));
    texts.push(...lines);
  }
  return message([...texts, OUTRO].join('\n'), [...blocks, ...context(OUTRO)]);
}

/** One line on a phone, if it can be: what comes behind the semicolon is for `help VERB`. */
function line(row: Subcommand): string {
  const [gist = ''] = row.help.split('; ', 1);
  return `\`${row.verb}\` ${escaped(gist)}`;
}

function helpOn(row: Subcommand): Message {
  const turned = row.aliases.filter((alias) => TURNED_ALIASES.includes(alias));
  const same = row.aliases.filter((alias) => !TURNED_ALIASES.includes(alias));
  const inBackticks = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  const lines = [
    `\`/incident ${escaped([row.verb, row.shape].filter(Boolean).join(' '))}\``,
    `${escaped(row.help)}.`,
    `For example: \`${escaped(row.example)}\``,
    ...(same.length > 0 ? [`Also: ${inBackticks(same)}`] : []),
    ...(turned.length > 0 ? [`The other way round: ${inBackticks(turned)}`] : []),
    ...argumentsOf(row).map(({ name, meaning }) => `${name} is ${escaped(meaning)}`),
    row.needsIncident
      ? `Works in the channel of an incident; elsewhere begin with its number, as in \`/incident INC-4 ${row.verb}\`.`
      : 'Works everywhere.',
    row.isPublic ? 'Everyone in the channel sees what came of it.' : 'Only you see the answer.',
  ];
  return message(lines.join('\n'), sections(lines.join('\n')));
}
