import fc from 'fast-check';
import { chooseFlags, lanesOf, roomsOf } from '../../../../src/render/postmortem/picture/flags.js';

const someFlags = fc
  .array(fc.record({ x: fc.integer({ min: 96, max: 944 }), width: fc.integer({ min: 40, max: 240 }) }), {
    maxLength: 30,
  })
  .map((flags) => flags.toSorted((a, b) => a.x - b.x).map((flag, order) => ({ ...flag, order })));

test('no label overlaps another, and no stem runs through one', () => {
  fc.assert(
    fc.property(someFlags, (flags) => {
      const lanes = lanesOf(flags);
      flags.forEach((flag, i) => {
        flags.forEach((other, j) => {
          if (j <= i || other.x > flag.x + flag.width) return;
          // The label of `other` begins over that of `flag`, and its stem goes down from there.
          expect(lanes[i]).toBeGreaterThan(lanes[j] ?? 0);
        });
      });
    }),
  );
});

test('a label may grow up to what comes next, and is never given less than it asked for', () => {
  fc.assert(
    fc.property(someFlags, (flags) => {
      const lanes = lanesOf(flags);
      roomsOf(flags, lanes, 1200).forEach((room, i) => {
        const flag = flags[i];
        expect(room).toBeGreaterThanOrEqual(flag?.width ?? 0);
        flags.forEach((other, j) => {
          if (j > i && (lanes[j] ?? 0) >= (lanes[i] ?? 0))
            expect((flag?.x ?? 0) + room).toBeLessThan(other.x);
        });
      });
    }),
  );
});

test('there are never more lanes than allowed, and the first in importance always has its label', () => {
  fc.assert(
    fc.property(someFlags, fc.integer({ min: 1, max: 8 }), (flags, most) => {
      const chosen = chooseFlags(flags, most);

      expect(Math.max(0, ...lanesOf(chosen))).toBeLessThan(most);
      if (flags.length > 0) expect(chosen).toContain(flags[0]);
    }),
  );
});
