import type { Channel, Fields, Person, World } from '../world.js';

/** Shortcuts name neither the app nor the person in full. */
export function shortcutBase(world: World): Fields {
  return {
    token: 'verification-token',
    team: { id: world.team.id, domain: world.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Who did it and where the app stands, in every other interactive payload. */
export function interactiveBase(world: World, person: Person): Fields {
  return {
    ...shortcutBase(world),
    user: { id: person.id, username: person.name, name: person.name, team_id: world.team.id },
    api_app_id: world.app.id,
  };
}

export const channelKey = (channel: Channel): Fields => ({
  id: channel.id,
  name: channel.kind === 'private' ? 'privategroup' : channel.name,
});
