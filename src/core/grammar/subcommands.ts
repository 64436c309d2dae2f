/** One verb of `/incident`: all that parser, help, did-you-mean and docs know of it. */
export interface Subcommand {
  readonly verb: string;
  readonly aliases: readonly string[];
  /** The arguments as help shows them. */
  readonly shape: string;
  readonly help: string;
  /** A whole command. */
  readonly example: string;
  readonly needsIncident: boolean;
  /** Everyone in the channel sees the outcome; the others are answered to the speaker alone. */
  readonly isPublic: boolean;
}

/** The one list of verbs, in the order of help. A new verb is a new row here and a reader in `readers.ts`. */
export const SUBCOMMANDS = [
  {
    verb: 'declare',
    aliases: ['new', 'open', 'start'],
    shape: 'TITLE [sev N] [private] [since WHEN]',
    help: 'Open an incident and its channel at once',
    example: '/incident declare Checkout answers 500 sev 2 since 14:05',
    needsIncident: false,
    isPublic: true,
  },
  {
    verb: 'status',
    aliases: [],
    shape: '[investigating|identified|monitoring|mitigated] [TEXT]',
    help: 'Show where the incident stands, or set its status',
    example: '/incident status monitoring error rate is falling',
    needsIncident: true,
    isPublic: true,
  },
  {
    verb: 'severity',
    aliases: ['sev'],
    shape: 'N [REASON]',
    help: 'Set the severity, 1 (worst) to 5',
    example: '/incident sev 1 all customers affected',
    needsIncident: true,
    isPublic: true,
  },
  {
    verb: 'lead',
    aliases: ['ic', 'commander'],
    shape: '@person|me',
    help: 'Say who leads the incident',
    example: '/incident lead me',
    needsIncident: true,
    isPublic: true,
  },
  {
    verb: 'role',
    aliases: [],
    shape: 'NAME @person|me',
    help: 'Give somebody a role: comms, scribe, ops or any name',
    example: '/incident role comms @maya',
    needsIncident: true,
    isPublic: true,
  },
  {
    verb: 'update',
    aliases: [],
    shape: 'TEXT',
    help: 'Tell everyone where things stand, in the channel and under the announcement',
    example: '/incident update failover is done, watching error rates',
    needsIncident: true,
    isPublic: true,
  },
  {
    verb: 'note',
    aliases: ['log'],
    shape: '[WHEN] TEXT',
    help: 'Add a line to the timeline, now or at an earlier time',
    example: '/incident note 10m ago restarted the primary',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'impact',
    aliases: [],
    shape: '[WHEN] TEXT',
    help: 'Record who is affected and how',
    example: '/incident impact about 30% of logins fail',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'cause',
    aliases: ['root-cause'],
    shape: '[WHEN] TEXT',
    help: 'Record the root cause',
    example: '/incident cause the index on orders was corrupted',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'trigger',
    aliases: [],
    shape: '[WHEN] TEXT',
    help: 'Record what set it off',
    example: '/incident trigger 13:50 deploy of billing v42',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'fix',
    aliases: ['resolution'],
    shape: '[WHEN] TEXT',
    help: 'Record what fixed it; to end the incident use resolve',
    example: '/incident fix rolled billing back to v41',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'detected',
    aliases: [],
    shape: '[WHEN] [TEXT]',
    help: 'Record when and how it was noticed',
    example: '/incident detected 14:02 latency alert',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'started',
    aliases: [],
    shape: '[WHEN] [TEXT]',
    help: 'Record when it began',
    example: '/incident started 13:50',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'suspect',
    aliases: [],
    shape: '[WHEN] TEXT',
    help: 'Record what you think it could be',
    example: '/incident suspect the load balancer',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'ruled-out',
    aliases: ['rule-out'],
    shape: '[WHEN] TEXT',
    help: 'Record what it is not',
    example: '/incident ruled-out load balancer, its graphs are clean',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'decide',
    aliases: ['decision'],
    shape: '[WHEN] TEXT',
    help: 'Record a decision',
    example: '/incident decide fail over to the replica',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'task',
    aliases: ['todo', 'action'],
    shape: 'TEXT [@owner] [by DATE]',
    help: 'Add a follow-up for after the incident',
    example: '/incident task alert on replication lag @omar by July 31',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'timeline',
    aliases: [],
    shape: '[all|key] [last N]',
    help: 'Show the record: its key lines, or all of it',
    example: '/incident timeline all last 20',
    needsIncident: true,
    isPublic: false,
  },
  {
    verb: 'resolve',
    aliases: ['fixed', 'resolved'],
    shape: '[TEXT]',
    help: 'End the incident; the postmortem draft follows',
    example: '/incident resolve all services are back',
    needsIncident: true,
    isPublic: true,
  },
  {
    verb: 'reopen',
    aliases: [],
    shape: '[REASON]',
    help: 'Open an ended incident again',
    example: '/incident reopen errors are back',
    needsIncident: true,
    isPublic: true,
  },
  {
    verb: 'cancel',
    aliases: ['false-alarm'],
    shape: '[REASON]',
    help: 'End it as a false alarm',
    example: '/incident cancel the probe was misconfigured',
    needsIncident: true,
    isPublic: true,
  },
  {
    verb: 'postmortem',
    aliases: ['pm'],
    shape: '',
    help: 'Make the postmortem draft again, from the record as it is now',
    example: '/incident postmortem',
    needsIncident: true,
    isPublic: true,
  },
  {
    verb: 'list',
    aliases: ['ls'],
    shape: '[mine]',
    help: 'Show the open incidents',
    example: '/incident list',
    needsIncident: false,
    isPublic: false,
  },
  {
    verb: 'help',
    aliases: [],
    shape: '[VERB]',
    help: 'Show this list, or how to use one verb',
    example: '/incident help note',
    needsIncident: false,
    isPublic: false,
  },
] as const satisfies readonly Subcommand[];

export type Verb = (typeof SUBCOMMANDS)[number]['verb'];
export type KnownSubcommand = (typeof SUBCOMMANDS)[number];

const byName: ReadonlyMap<string, KnownSubcommand> = new Map(
  SUBCOMMANDS.flatMap((row) => [row.verb, ...row.aliases].map((name) => [name, row] as const)),
);

/** The row of a verb or alias, whatever its case and hyphens (`Ruled out` for `ruled-out`). */
export function subcommandNamed(name: string): KnownSubcommand | null {
  return byName.get(name.toLowerCase().replace(/[\s_‐-―−]+/g, '-')) ?? null;
}
