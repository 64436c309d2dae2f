import type { Message } from '../../core/effects.js';
import { SUBCOMMANDS, type Subcommand, subcommandNamed } from '../../core/grammar/subcommands.js';
import { context, message, sections, sectionsOfLines } from '../blocks.js';
import { escaped } from '../mrkdwn.js';

/** All verbs, or how to use one of them (by verb or alias); made from the grammar's table. */
export function help(verb: string | null): Message {
  const row = verb === null ? null : subcommandNamed(verb);
  return row ? helpOn(row) : helpOnAll();
}

const usage = (row: Subcommand): string =>
  `\`/incident ${escaped([row.verb, row.shape].filter(Boolean).join(' '))}\``;

function helpOnAll(): Message {
  const lines = SUBCOMMANDS.map((row) => `${usage(row)} ${escaped(row.help)}`);
  const intro =
    '`/incident` alone shows where things stand. In a thread, mention the bot instead: `@debrief note TEXT`.';
  return message([intro, ...lines].join('\n'), [
    ...sectionsOfLines([intro, ...lines]),
    ...context(
      'WHEN is `14:05`, `10m ago`, `yesterday 23:50` or `2024-06-08 10:35` · `/incident help note` tells more',
    ),
  ]);
}

function helpOn(row: Subcommand): Message {
  const lines = [
    usage(row),
    `${escaped(row.help)}.`,
    `For example: \`${escaped(row.example)}\``,
    ...(row.aliases.length > 0 ? [`Also: ${row.aliases.map((alias) => `\`${alias}\``).join(', ')}`] : []),
    row.needsIncident ? 'Works in the channel of an incident.' : 'Works everywhere.',
    row.isPublic ? 'Everyone in the channel sees what came of it.' : 'Only you see the answer.',
  ];
  return message(lines.join('\n'), sections(lines.join('\n')));
}
