import type { Channel, Fields, Person, World } from '../world.js';

/** Who did it and where the app stands, in every interactive payload. */
export function interactiveBase(world: World, person: Person): Fields {
  return {
    token: 'verification-token',
    team: { id: world.team.id, domain: world.team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: world.team.id },
    api_app_id: world.app.id,
    enterprise: null,
    is_enterprise_install: false,
  };
}

export const channelKey = (channel: Channel): Fields => ({
  id: channel.id,
  name: channel.kind === 'private' ? 'privategroup' : channel.name,
});
