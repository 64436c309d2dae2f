import { aMessage } from '../../builders.js';
import { draft, textsOf } from './drafting.js';

describe('the resolution', () => {
  it.each(['should be fixed now', 'this will be fixed in 10 min', 'checkout fully restored'])(
    'is not "%s"',
    (words) => {
      expect(textsOf(draft(aMessage('13:55', words)).resolution.claims)).toEqual([]);
    },
  );

  it('proposes the deed that came before the resolve, not the one without effect', () => {
    const document = draft(
      aMessage('12:30', 'restarting the web servers'),
      aMessage('12:40', 'restart did not help'),
      aMessage('13:30', 'rebuilding the orders index'),
    );
    expect(document.resolution.claims.map((claim) => [claim.text, claim.status])).toEqual([
      ['rebuilding the orders index', 'proposed'],
    ]);
  });
});
