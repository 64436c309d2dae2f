import type { ReplyTarget } from '../../core/effects.js';
import type { ChannelId } from '../../core/ids.js';
import type { Incident } from '../../core/incident/incident.js';
import type { People } from '../names.js';
import { type FormMemory, NOTHING_REMEMBERED } from './memory.js';

/** Where a form was opened and where that was to be answered; the effect `open-form` has both. */
export interface Opened {
  /** Null in the App Home. */
  readonly channel: ChannelId | null;
  readonly to: ReplyTarget | null;
  /** Those whom we can name. */
  readonly people: People;
}

/** For a form of which nothing else is known: it is answered in its incident's channel. */
export const NOWHERE: Opened = { channel: null, to: null, people: new Map() };

/** Slack's addresses have about a hundred characters. */
const ADDRESS = 1000;

/** What the form remembers of the place, so that its answer finds the person there again. */
export function rememberedPlace(incident: Incident | null, opened: Opened): FormMemory {
  const channel = opened === NOWHERE ? (incident?.channel ?? null) : opened.channel;
  const { to } = opened;
  return {
    ...NOTHING_REMEMBERED,
    channel,
    thread: to?.kind === 'ephemeral' ? to.threadTs : null,
    // Good for half an hour only; in the incident's own channel we can answer at any time.
    answerUrl:
      to?.kind === 'response-url' && channel !== incident?.channel && to.url.length <= ADDRESS
        ? to.url
        : null,
  };
}
