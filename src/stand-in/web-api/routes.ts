import { authRoutes } from './auth.js';
import { bookmarkRoutes } from './bookmarks.js';
import { changeRoutes } from './chat-change.js';
import { postRoutes } from './chat-post.js';
import { historyRoutes } from './conversations-history.js';
import { lifeRoutes } from './conversations-life.js';
import { listRoutes } from './conversations-lists.js';
import { memberRoutes } from './conversations-members.js';
import { fileRoutes } from './files.js';
import { pinRoutes } from './pins.js';
import { reactionRoutes } from './reactions.js';
import type { Route } from './route.js';
import { teamRoutes } from './team.js';
import { groupRoutes } from './usergroups.js';
import { userRoutes } from './users.js';
import { viewRoutes } from './views.js';

/** Every method that is answered. */
export function allRoutes(appAddress: () => string): ReadonlyMap<string, Route> {
  const routes = [
    ...authRoutes(appAddress),
    ...bookmarkRoutes,
    ...changeRoutes,
    ...fileRoutes,
    ...groupRoutes,
    ...historyRoutes,
    ...lifeRoutes,
    ...listRoutes,
    ...memberRoutes,
    ...pinRoutes,
    ...postRoutes,
    ...reactionRoutes,
    ...teamRoutes,
    ...userRoutes,
    ...viewRoutes,
  ];
  return new Map(routes.map((route) => [route.method, route]));
}
