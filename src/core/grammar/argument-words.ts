import type { Subcommand } from './subcommands.js';

/** What a word of a verb's shape stands for, in plain text with commands in backticks. */
export interface ArgumentWords {
  readonly name: string;
  readonly meaning: string;
}

const ARGUMENTS: readonly (ArgumentWords & { readonly pattern: RegExp })[] = [
  {
    name: 'WHEN',
    pattern: /\bWHEN\b/,
    meaning:
      'a time that has passed, in your own zone: `14:05`, `2:05pm`, `10m ago`, `-15m`, `yesterday 23:50`, `Friday 23:50`, `10:35 EDT`, `12:45 UTC`, `2024-06-08 10:35`. Without one it is now.',
  },
  {
    name: 'ID',
    pattern: /\bID\b/,
    meaning: 'the code of a line, as `timeline` shows it beside the line: `k3f9`.',
  },
  {
    name: 'DATE',
    pattern: /\bDATE\b/,
    meaning:
      'a day from today on: `July 31`, `2024-07-31`, `Friday`, `next Tuesday`, `tomorrow`, `in 3 days`, `end of month`.',
  },
  {
    name: 'INC-N',
    pattern: /\bINC-N\b/,
    meaning: 'the number of an incident, as `list` shows it: `INC-4`.',
  },
  {
    name: '@person',
    pattern: /@person|@owner/,
    meaning: 'somebody picked from Slack’s list, so that the name is a mention; `me` is you.',
  },
  {
    name: '@group',
    pattern: /@group/,
    meaning: 'a user group of Slack, such as `@oncall-db`; all who are in it are called.',
  },
];

/** The arguments of a verb that need a word of explanation. */
export const argumentsOf = (row: Subcommand): readonly ArgumentWords[] =>
  ARGUMENTS.filter(({ pattern }) => pattern.test(row.shape));

/** All of them, for the reference. */
export const ARGUMENT_WORDS: readonly ArgumentWords[] = ARGUMENTS;

/** Aliases that mean the opposite of their verb. */
export const TURNED_ALIASES: readonly string[] = ['undone', 'unhide'];
