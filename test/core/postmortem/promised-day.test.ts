import { promisedDay } from '../../../src/core/postmortem/promised-day.js';

const SAID = new Date('2022-10-30T19:35:00Z');

describe('the day by which something is promised', () => {
  it.each([
    ['fix it by 2022-11-04', '2022-11-04'],
    ['automatic restore test by July 31', '2023-07-31'],
    ['Restore-Test täglich bis 30. November', '2022-11-30'],
    ['機能を無効にする 2022-12-01まで', '2022-12-01'],
    ['revisar el runbook antes del 15 de noviembre', '2022-11-15'],
    ['avant le 2022-11-20', '2022-11-20'],
  ])('%s', (text, day) => {
    expect(promisedDay(text, SAID, 'UTC')).toBe(day);
  });

  it.each(['add alerts', 'by hand', 'run it 2 times a day', 'bis bald'])('is not told by "%s"', (text) => {
    expect(promisedDay(text, SAID, 'UTC')).toBeNull();
  });
});
