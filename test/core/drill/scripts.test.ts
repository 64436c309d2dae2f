import { DRILLS } from '../../../src/core/drill/scripts.js';
import { channelNames } from '../../../src/core/incident/naming.js';
import { markersIn } from '../../../src/core/timeline/markers.js';

it('there are several, with names that can be typed', () => {
  const names = DRILLS.map((script) => script.name);

  expect(names.length).toBeGreaterThanOrEqual(2);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+$/);
});

describe.each(DRILLS)('$name', ({ title, steps }) => {
  it('takes six to nine minutes, in about ten lines', () => {
    const seconds = steps.reduce((sum, step) => sum + step.afterSeconds, 0);

    expect(seconds).toBeGreaterThanOrEqual(6 * 60);
    expect(seconds).toBeLessThanOrEqual(9 * 60);
    expect(steps.length).toBeGreaterThanOrEqual(9);
    expect(steps.length).toBeLessThanOrEqual(12);
  });

  it('begins at once and leaves time to answer each line', () => {
    const [first, ...others] = steps;

    expect(first?.afterSeconds).toBe(0);
    for (const step of others) expect(step.afterSeconds).toBeGreaterThanOrEqual(30);
  });

  it('is told by several people, and names no one that Slack could reach', () => {
    expect(new Set(steps.map((step) => step.by)).size).toBeGreaterThanOrEqual(3);
    for (const { by, text } of steps) expect(`${by} ${text}`).not.toMatch(/[@#<>]|https?:/);
  });

  it('leaves commands and marks to those who practise', () => {
    for (const { text } of steps) expect(markersIn(text)).toEqual([]);
  });

  it('has a channel of its own kind', () => {
    expect(channelNames({ number: 7, title, drill: true })[0]).toMatch(/^drill-7-/);
  });
});
