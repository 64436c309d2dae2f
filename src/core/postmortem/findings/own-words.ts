import { topicOf } from '../topic.js';

/** Words that stand in most texts of an incident, and so link nothing with anything. */
const GENERAL = topicOf(
  'add write review update improve document create build set fix make put use run get new more better all our team teams engineers people incident incidents outage issue issues problem problems error errors service services server servers system systems production prod website site app platform user users customer customers plan process work time first next step steps check checks need needs needed follow also should would could must detect prevent include including implement develop deploy change changes due caused cause which that when after during',
);

/** The words of a text that are its own. */
export const ownWords = (text: string): ReadonlySet<string> =>
  new Set([...topicOf(text)].filter((word) => !GENERAL.has(word) && !/^\d+$/.test(word)));
