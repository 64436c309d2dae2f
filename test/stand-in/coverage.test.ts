import * as coverage from '../../src/stand-in/coverage.js';
import { allRoutes } from '../../src/stand-in/web-api/routes.js';
import { aClient, aWorkspace } from './small-app.js';
import { takeTour } from './tour.js';

describe('the list of what is simulated', () => {
  it('names exactly the methods that are answered', () => {
    expect(Object.keys(coverage.methods).sort()).toEqual([...allRoutes(() => '').keys()].sort());
  });

  it('names exactly what a tour of the workspace asks and delivers', async () => {
    const { slack, clock } = await aWorkspace();
    await takeTour({ slack, clock, client: aClient(slack) });
    await slack.settled();
    await slack.close();

    const called = new Set(slack.calls.map((call) => call.method));
    called.delete('files.upload');
    expect([...called].sort()).toEqual(
      Object.keys(coverage.methods).filter((name) => name !== 'apps.connections.open'),
    );
    const told = slack.deliveries.filter((delivery) => delivery.kind === 'events_api').map(nameOf);
    expect([...new Set(told)].sort()).toEqual(Object.keys(coverage.events).sort());
  });

  it('says of each gap what is missing', () => {
    const all = [coverage.methods, coverage.events, coverage.deliveries].flatMap((list) =>
      Object.values(list),
    );
    const gaps = all.filter((entry) => entry !== 'supported');

    expect(gaps.filter((gap) => gap.missing.trim() === '')).toEqual([]);
  });
});

function nameOf({ payload }: { readonly payload: Readonly<Record<string, unknown>> }): string {
  const { event } = payload;
  if (typeof event !== 'object' || event === null || !('type' in event)) return 'none';
  return 'subtype' in event && event.type === 'message' ? `message.${event.subtype}` : String(event.type);
}
