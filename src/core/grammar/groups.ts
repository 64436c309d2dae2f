import { type GroupId, groupId } from '../ids.js';

/** A group of people as a command mentions it. */
export interface Group {
  readonly id: GroupId;
  /** As it stands in the plain text, with its @. */
  readonly handle: string;
}

const MENTION = /<!subteam\^(S[A-Z0-9]{1,30})(?:\|@?([^<>|]{0,80}))?>/g;

/** The groups mentioned in a text of Slack's form, each once. Slack leaves the handle out at times. */
export function groupsIn(slackText: string): readonly Group[] {
  const found = new Map<string, Group>();
  for (const [, id = '', handle = ''] of slackText.matchAll(MENTION)) {
    if (!found.has(id)) found.set(id, { id: groupId(id), handle: `@${handle || 'group'}` });
  }
  return [...found.values()];
}
