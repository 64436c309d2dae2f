import { readTask, type Task } from '../grammar/task.js';
import { type UserId, userId } from '../ids.js';
import { promisedDay, withoutPromisedDay } from '../postmortem/promised-day.js';

const MINE =
  /\b(?:I(?:'ll| will|'m going to| can take| take)|mine\b|on me\b|ich (?:mache|übernehme|nehme|kümmere)|je (?:m'en occupe|prends|m'occupe)|yo (?:hago|me encargo)|me encargo|eu (?:cuido|fa[çc]o|assumo))|私が|僕が|やります|我来|我负责/iu;
/** "…, TODO" at the end. */
const TRAILING = /[\s,;.:–-]+TODO[\s.!]*(?=$|<@)/;
const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;

/** Who said it and when, and in which zone (IANA) its days are read. */
export interface TaskSaying {
  readonly at: Date;
  readonly speaker: UserId;
  readonly zone: string;
}

/**
 * What a message says is to be done, in the freer words of talk: the owner is who is named, else the speaker who
 * says "I'll …"; the day also stands without `by` in front.
 */
export function spokenTask(text: string, { at, speaker, zone }: TaskSaying): Task {
  const said = text.replace(TRAILING, '').trim() || text;
  const day = promisedDay(said, at, zone);
  const task = readTask(day === null ? said : withoutPromisedDay(said), {
    now: at,
    speaker,
    speakerZone: zone,
    incidentZone: zone,
    inIncident: true,
  });
  const named = MENTION.exec(said)?.[1];
  const owner = named === undefined ? (MINE.test(said) ? speaker : null) : userId(named);
  return { text: task.text === '' ? said : task.text, owner: task.owner ?? owner, due: task.due ?? day };
}
