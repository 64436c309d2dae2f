import { subcommandNamed } from '../core/grammar/subcommands.js';
import { statusName } from '../core/incident/naming.js';
import type { Refusal } from '../core/refusal.js';
import { dateToken, escaped } from './mrkdwn.js';
import { forOnePerson, type Naming } from './names.js';
import { SECTION_NAMES } from './section-names.js';
import { quoted } from './words.js';

type Of<Kind extends Refusal['kind']> = Extract<Refusal, { kind: Kind }>;

/** Refusals are for one pair of eyes, so a mention of somebody notifies nobody. */
const MENTIONED = forOnePerson(new Map());

/** Why not, what was saved, and what to do next; mrkdwn for the one who is refused. */
export function refusalInWords(refusal: Refusal, naming: Naming = MENTIONED): string {
  switch (refusal.kind) {
    case 'not-an-incident-channel':
      return 'Nothing was saved: this channel belongs to no incident. Say it again in the incident’s channel, begin with its number, as in `/incident INC-4 note TEXT`, or open one with `/incident declare TITLE`.';
    case 'title-missing':
      return 'Say what is wrong in a few words, and the channel opens at once: `/incident declare Checkout answers 500 sev 2`.';
    case 'text-missing':
      return textMissing(refusal);
    case 'person-missing':
      return `Nothing was changed: nobody was named. Pick the person from Slack’s list, so that the name becomes a mention${refusal.verb === 'escalate' || refusal.verb === 'handoff' ? '' : ', or say `me`'}: ${code(PERSON_EXAMPLE[refusal.verb] ?? `/incident ${refusal.verb} @name`)}.`;
    case 'person-is-bot':
      return 'Nothing was changed: the bot cannot lead, help or be handed anything. Name a person, or say `me`.';
    case 'role-missing':
      return 'Say which role, and who: `/incident role comms @name`.';
    case 'severity-unclear':
      return `Nothing was changed: ${quoted(refusal.said)} is no severity. Use 1 (worst) to 5: \`/incident severity 2\`.`;
    case 'status-unclear':
      return `Nothing was changed: ${quoted(refusal.said)} is no status. Choose one below; to end the incident use \`/incident resolve\`.`;
    case 'time-in-future':
      return `Nothing was saved: ${quoted(refusal.said)} is still ahead. Give a time that has passed, such as \`10m ago\`, or leave it out.`;
    case 'time-unclear':
      return `Nothing was saved yet: ${quoted(refusal.said)} can be ${refusal.choices.map(({ at }) => dateToken(at, refusal.zone)).join(' or ')}. Choose one.`;
    case 'date-unclear':
      return refusal.said === ''
        ? 'Nothing was changed: say until when, as in `/incident due 2 July 31`, or `none` for no date.'
        : `Nothing was changed: ${quoted(refusal.said)} is no date that is clear to me. Write it as \`2024-07-31\`, \`July 31\` or \`Friday\`, or \`none\` for no date.`;
    case 'date-past':
      return `Nothing was saved: ${quoted(refusal.said)} has passed. Give a day from today on, or leave it out.`;
    case 'already-ended':
      return `Nothing was changed. ${refusal.status === 'resolved' ? 'The incident is already resolved.' : 'The incident was cancelled.'} If it is back, use \`/incident reopen REASON\`; to add to the record, use \`/incident note TEXT\`.`;
    case 'still-open':
      return 'The incident is still open, so nothing was changed. To end it, use `/incident resolve`.';
    case 'no-change':
      return `${UNCHANGED[refusal.what]} Nothing was changed.`;
    case 'stale':
      return stale(refusal, naming);
    case 'argument-unclear':
      return argumentUnclear(refusal);
    case 'no-such-verb':
      return `There is no command ${quoted(refusal.said)}.${refusal.suggestion === null ? ' `/incident help` shows all there are.' : ` Did you mean \`${refusal.suggestion}\`?`}`;
    case 'number-missing':
      return numberMissing(refusal);
    case 'no-such-task':
      return `Nothing was changed: there is no open follow-up ${refusal.number}. ${openNumbers(refusal.open)}`;
    case 'entry-missing':
      return `Nothing was changed: say which line by its code, the four letters and digits beside it in \`/incident timeline\`: \`/incident ${escaped(refusal.verb)} k3f9${refusal.verb === 'edit' ? ' 14:05 the right words' : ''}\`.`;
    case 'no-such-entry':
      return `Nothing was changed: no line of this record has the code ${quoted(refusal.code)}. \`/incident timeline all\` shows them with their codes.`;
    case 'entry-unclear':
      return `Nothing was changed: ${refusal.choices.length} lines have the code ${quoted(refusal.code)}. Open the one you mean below, or use its longer code: ${refusal.choices
        .slice(0, 4)
        .map((choice) => `\`${choice.code}\` ${quoted(choice.text)}`)
        .join(', ')}.`;
    case 'entry-fixed':
      return `Nothing was changed: ${ENTRY_FIXED[refusal.why]}`;
    case 'nothing-to-undo':
      return 'There is nothing of yours to take back here. To take back a certain line, name its code: `/incident undo k3f9`.';
    case 'undo-otherwise':
      return `Nothing was changed: ${UNDO_OTHERWISE[refusal.instead]}`;
    case 'no-such-incident':
      return `Nothing was done: there is no INC-${refusal.number} that you can see. \`/incident list all\` shows those that you can.`;
    case 'merge-itself':
      return 'Nothing was changed: that is this very incident. Name the other one: `/incident merge INC-4`.';
    case 'merge-privacy':
      return 'Nothing was changed: one of the two is private and the other is not, and what is private would get out. Use `/incident cancel` with the reason instead.';
    case 'merge-ended':
      return `Nothing was changed: INC-${refusal.number} has ended. Reopen it first with \`/incident INC-${refusal.number} reopen\`, or end this one with \`/incident resolve\`.`;
    case 'already-incident':
      return `Nothing was changed: this channel belongs to INC-${refusal.number} already. For another incident use \`/incident declare TITLE\`, which opens a channel of its own.`;
    case 'adopt-impossible':
      return `Nothing was saved: ${ADOPT_IMPOSSIBLE[refusal.why]}`;
    case 'no-handoff':
      return 'Nothing was changed: nobody has offered you the lead. To take it all the same, use `/incident lead me`.';
    case 'handoff-to-other':
      return `Nothing was changed: the lead was offered to ${naming(refusal.user)}. To take it all the same, use \`/incident lead me\`.`;
    case 'handoff-to-lead':
      return 'Nothing was changed: the incident has that lead already.';
    case 'no-draft':
      return 'There is no postmortem draft yet. It is made when the incident is resolved; for one now, use `/incident postmortem`.';
    case 'section-empty':
      return `The draft has no line under ${SECTION_NAMES[refusal.section]} yet. Say it by command, as in \`/incident impact TEXT\`, and the draft follows.`;
    case 'no-such-question':
      return `Nothing was saved: there is no open question ${quoted(refusal.said)}. ${refusal.count === 0 ? 'None is open.' : refusal.count === 1 ? 'One is open, number 1.' : `They are numbered 1 to ${refusal.count}.`}`;
    case 'no-such-script':
      return `There is no drill ${quoted(refusal.said)}. There are: ${refusal.scripts.map((name) => `\`${escaped(name)}\``).join(', ')}.`;
    case 'nothing-before':
      return 'Nothing from before the declaration is in the record. To take in what was said in another channel, use `/incident adopt` there, or “Add to timeline” on a message.';
    case 'unknown-verb':
      return unknownVerb(refusal);
  }
}

const code = (command: string): string => `\`${escaped(command)}\``;

const exampleOf = (verb: string): string => code(subcommandNamed(verb)?.example ?? `/incident ${verb} TEXT`);

function textMissing({ verb }: Of<'text-missing'>): string {
  if (verb === 'before')
    return 'Nothing was changed yet: say `/incident before all` to keep what was said before the declaration, or `/incident before none` to leave it out.';
  if (verb === 'edit')
    return 'Nothing was changed yet: say the right time, the right words, or both: `/incident edit k3f9 14:05 restarted the primary`.';
  if (verb === 'answer')
    return 'Nothing was saved yet: say the answer behind the number: `/incident answer 2 the alert fired at 14:02`.';
  if (verb === 'find') return 'Say what to look for: `/incident find replication lag`.';
  const hint = verb === 'fix' ? ' To end the incident, use `/incident resolve`.' : '';
  return `Nothing to save yet: say it behind the word, as in ${exampleOf(verb)}.${hint}`;
}

const PERSON_EXAMPLE: Readonly<Record<string, string>> = {
  lead: '/incident lead me',
  role: '/incident role comms me',
  assign: '/incident assign 2 me',
  postmortem: '/incident postmortem assign me',
  escalate: '/incident escalate @name REASON',
  handoff: '/incident handoff @name',
};

const UNCHANGED: Readonly<Record<Of<'no-change'>['what'], string>> = {
  status: 'That is the status already.',
  severity: 'That is the severity already.',
  lead: 'The incident has that lead already.',
  role: 'That person has the role already.',
  title: 'That is the title already.',
  task: 'The follow-up is like that already.',
  entry: 'The line is like that already.',
  owner: 'It has that owner already.',
  closing: 'It is closed already.',
  draft: 'The draft says so already.',
  'kept-open': 'It is not closed.',
};

/** What happened since the button was drawn. */
function stale({ now, what, by, at }: Of<'stale'>, naming: Naming): string {
  const who = by === null ? '' : ` by ${naming(by)}`;
  const when = at === null ? '' : ` ${dateToken(at, 'UTC')}`;
  const since = who === '' && when === '' ? 'meanwhile' : `${who}${when}`.trim();
  const lead = now.lead === null ? 'nobody leads it now' : `${naming(now.lead)} leads it now`;
  const happened: Readonly<Record<typeof what, string>> = {
    status: `the status was changed ${since} and is ${statusName(now.status)} now`,
    lead: `the lead was changed ${since}; ${lead}`,
    ended: `the incident was ${now.status === 'resolved' || now.status === 'cancelled' ? now.status : 'reopened'} ${since}`,
  };
  return `Nothing was changed: that button is from before. Since then ${happened[what]}. The card shows the present state.`;
}

function argumentUnclear({ verb, said }: Of<'argument-unclear'>): string {
  const row = subcommandNamed(verb);
  const start = `Nothing was done: ${quoted(said)} says nothing to \`${escaped(verb)}\`.`;
  if (!row) return start;
  const usage = code(['/incident', verb, row.shape].filter(Boolean).join(' '));
  return `${start} It is used as ${usage}.`;
}

function numberMissing({ verb }: Of<'number-missing'>): string {
  switch (verb) {
    case 'merge':
      return 'Nothing was changed: say which incident this one goes on in: `/incident merge INC-4 REASON`.';
    case 'join':
      return 'Say which incident, as in `/incident join INC-4`; `/incident list` shows those that are open.';
    case 'answer':
      return 'Nothing was saved: say which question by its number: `/incident answer 2 the alert fired at 14:02`. `/incident answer` shows them.';
    case 'undone':
      return 'Nothing was changed: say which follow-up by its number: `/incident undone 2`. `/incident tasks all` shows them.';
    default:
      return `Nothing was changed: say which follow-up by its number, as in ${exampleOf(verb)}. \`/incident tasks\` shows them.`;
  }
}

/** More than these make no sentence. */
const NUMBERS_SHOWN = 20;

function openNumbers(open: readonly number[]): string {
  if (open.length === 0) return 'None is open.';
  const shown = open.slice(0, NUMBERS_SHOWN).join(', ');
  const more = open.length > NUMBERS_SHOWN ? ` and ${open.length - NUMBERS_SHOWN} more` : '';
  return `Open: ${shown}${more}.`;
}

const ENTRY_FIXED: Readonly<Record<Of<'entry-fixed'>['why'], string>> = {
  system:
    'that line was recorded by the bot itself and stays as it is. You can hide it: `/incident hide ID`.',
  redacted: 'that line was redacted, and its words are gone for good.',
  withdrawn: 'that line was withdrawn already. It is no longer in timeline and draft.',
};

const UNDO_OTHERWISE: Readonly<Record<Of<'undo-otherwise'>['instead'], string>> = {
  update:
    'an update has been read by everyone. Put it right with another one: `/incident update TEXT`. An earlier line is taken back by its code: `/incident undo ID`.',
  reopen: 'an end has been announced. If it is not over, use `/incident reopen REASON`.',
  resolve: 'a reopening has been announced. To end the incident again, use `/incident resolve`.',
  escalate:
    'people have been called already. Tell them in the channel. An earlier line is taken back by its code: `/incident undo ID`.',
  declare: 'a declaration cannot be taken back. If it is a false alarm, use `/incident cancel REASON`.',
};

const ADOPT_IMPOSSIBLE: Readonly<Record<Of<'adopt-impossible'>['why'], string>> = {
  'not-a-member':
    'the bot is not in this channel. Invite it with `/invite`, then say it again, or use `/incident declare TITLE`.',
  archived: 'this channel is archived. Open the incident in a channel of its own: `/incident declare TITLE`.',
  direct:
    'a direct message cannot become an incident’s channel. Open one of its own: `/incident declare TITLE`.',
  unreachable:
    'Slack did not answer just now. Say it again in a minute, or open the incident in a channel of its own: `/incident declare TITLE`.',
};

function unknownVerb(refusal: Of<'unknown-verb'>): string {
  const start = `Nothing was saved yet: there is no command ${quoted(refusal.said)}.`;
  if (refusal.suggestion !== null) return `${start} Did you mean \`${refusal.suggestion}\`?`;
  return `${start} ${refusal.inIncident ? 'Save it as a note, or open' : 'Open'} an incident with it, or see \`/incident help\`.`;
}
