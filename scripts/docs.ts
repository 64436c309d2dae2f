import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ARGUMENT_WORDS, TURNED_ALIASES } from '../src/core/grammar/argument-words.js';
import { SUBCOMMANDS, type Subcommand, VERB_GROUPS } from '../src/core/grammar/subcommands.js';
import { SIGN_OF_EMOJI, SIGNS, type Sign } from '../src/core/timeline/signs.js';
import { postmortemJsonSchema } from '../src/render/postmortem/json/render-json.js';

/** The command reference, made from the table of verbs: `docs/commands.md`, which nobody edits by hand. */
export function commandsPage(): string {
  const groups = Object.entries(VERB_GROUPS).map(([group, title]) => {
    const rows = SUBCOMMANDS.filter((row) => row.group === group);
    return [`## ${title}`, ...rows.map(section)].join('\n\n');
  });
  return `${[HEAD, ...groups, TAIL].join('\n\n')}\n`;
}

const HEAD = `# Commands

<!-- Made by \`npm run docs\` from src/core/grammar/subcommands.ts. Do not edit. -->

Every command is said behind \`/incident\`, or, in a thread where Slack has no slash commands, behind a mention of the bot:
\`@debrief note TEXT\`. \`/incident\` alone shows where things stand. Only you see the answers, unless it says “public” below.

Case, a colon behind the verb and quotation marks do not matter. A verb with too few words opens a form. What is not understood is
never ignored: the bot says what it did not understand and what to do next, and offers a button where a press is all that is missing.

Words in capitals stand for yours; what is in square brackets may be left out; a bar means “or”.`;

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  key: 'a key line, as by a pin',
  detected: 'how it was noticed',
  suspect: 'a suspicion',
  'ruled-out': 'a suspicion that was ruled out',
  cause: 'the cause',
  fix: 'what was done about it',
  worked: 'that this helped',
  'follow-up': 'something to do afterwards',
  insight: 'something learned',
  agreed: 'agreement with what it says',
};

const emojiOf = (sign: Sign): string =>
  [...SIGN_OF_EMOJI]
    .filter(([, meant]) => meant === sign)
    .map(([name]) => `\`:${name}:\``)
    .join(', ');

const TAIL = `## What the words in capitals mean

${ARGUMENT_WORDS.map(({ name, meaning }) => `- **${name}**: ${meaning}`).join('\n')}

### Times

- A clock time is the last one there was: \`23:50\`, said at ten past midnight, was twenty minutes ago.
- Times are read in the zone of your Slack profile, across midnight and the changes of the clocks. Another zone can be named:
  \`10:35 EDT\`, \`12:45 UTC\`, \`14:05 Europe/Berlin\`, \`12:45 UTC+5:30\`.
- A time must have passed. One that is still ahead is refused; up to five minutes count as now, since clocks differ.
- Where two moments fit (\`2:05\` said at 14:10, or an hour that came twice), the bot asks, with a button for each.
- What only looks like a time stays text: \`2x\`, \`10%\`, \`at 5%\`, \`503\`, \`v1.2\`, \`10.0.0.1:5432\`, \`10-20 users\`, \`3:1\`.
- The receipt shows the time as Slack shows it to each reader, with [Fix time] and [Undo].
- Of what is to come only updates and reminders speak: \`update TEXT next in 30m\`, \`next update at 15:00\`, \`snooze until 15:00\`.

## Which incident is meant

In the channel of an incident, that one. Anywhere else, or for another one, begin with its number: \`/incident INC-4 note TEXT\`;
\`inc 4\` and \`INC4:\` do as well. Where it can mean nothing else the number may come behind the verb: \`/incident done INC-4 2\`.
An incident that you cannot see is answered as if it did not exist.

## Marked lines

In an incident’s channel, threads included, a line of any message that begins with one of these goes into the timeline as the
command of that name would. It follows when the message is edited, and is withdrawn when the message is deleted.

| Line begins with | As |
| --- | --- |
| \`TL:\`, \`!note\`, \`!log\` | \`note\` |
| \`!impact\`, \`!cause\`, \`!trigger\`, \`!fix\`, \`!detected\`, \`!started\`, \`!suspect\`, \`!ruled-out\`, \`!decision\` | the command of that name |
| \`TODO:\`, \`Action item:\`, \`Follow-up:\`, \`!todo\`, \`!task\`, \`!action\` | \`task\` |

A time may follow: \`TL: 14:05 failover began\`. A marker with nothing behind it covers the list below it. Quoted lines and code mark nothing.

## Pins and reactions

A pin makes a message a key line. These reactions on a message say what it is, whoever puts them there; all others say nothing.

${SIGNS.map((sign) => `- ${emojiOf(sign)}: ${SIGN_WORDS[sign]}`).join('\n')}

Taken back, they say nothing any more.`;

function section(row: Subcommand): string {
  const turned = row.aliases.filter((alias) => TURNED_ALIASES.includes(alias));
  const same = row.aliases.filter((alias) => !TURNED_ALIASES.includes(alias));
  const facts = [
    ...(same.length > 0 ? [`Also ${same.map(code).join(', ')}.`] : []),
    ...(turned.length > 0 ? [`The other way round: ${turned.map(code).join(', ')}.`] : []),
    row.needsIncident ? 'For one incident.' : 'Works everywhere.',
    ...(row.isPublic ? ['Public.'] : []),
  ];
  return [
    `### ${code(row.verb)}`,
    `${code(`/incident ${[row.verb, row.shape].filter(Boolean).join(' ')}`)}`,
    `${row.help}. ${facts.join(' ')}`,
    `\`\`\`text\n${row.example}\n\`\`\``,
  ].join('\n\n');
}

const code = (text: string): string => `\`${text}\``;

/** Only when run as a program: tests import what it writes. */
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const pages: readonly (readonly [string, string])[] = [
    ['docs/commands.md', commandsPage()],
    ['docs/postmortem.schema.json', postmortemJsonSchema()],
  ];
  for (const [name, content] of pages) {
    const file = path.resolve(name);
    writeFileSync(file, content);
    process.stdout.write(`${path.relative(process.cwd(), file)} is up to date.\n`);
  }
}
