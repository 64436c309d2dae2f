import { trailsOf } from '../hypotheses.js';
import { denies } from '../negation.js';
import { shared, topicOf } from '../topic.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

/** What was ruled out on the way is now the stated cause. */
export function ruledOutCause({ now, drafted, moment }: Matter): readonly Found[] {
  const root = drafted.causes.find((cause) => cause.role === 'root')?.claim;
  if (root === undefined || root.status !== 'stated' || denies(root.text)) return [];
  const topic = topicOf(root.text);
  const commands = now.readings
    .filter((r) => r.entry.kind === 'ruled-out' || r.signs.has('ruled-out'))
    .map((r) => ({ text: r.text, topic: r.topic, at: r.at, id: r.id }));
  const trails = trailsOf(now)
    .filter((trail) => trail.outcome === 'ruled_out')
    .map(({ raised }) => ({ text: raised.text, topic: raised.topic, at: raised.at, id: raised.id }));
  const same = [...commands, ...trails].find((ended) => {
    const words = shared(topic, ended.topic);
    return words >= 2 && words >= 0.75 * ended.topic.size && !aboutOf(root).includes(ended.id);
  });
  if (same === undefined) return [];
  const text = `${quoted(same.text)}, of ${moment(same.at)}, was ruled out, and is part of the stated cause ${quoted(root.text)}. What changed?`;
  return [{ text, about: [same.id, ...aboutOf(root)] }];
}
