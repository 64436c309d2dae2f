import { MINUTE } from '../case.js';
import { aboutOf, type Found, type Matter } from './matter.js';

/** Trouble begins before somebody sees it: a stated start in the minute of the first sign was likely read off it. */
export function onsetIsDetection({ drafted, start, moment }: Matter): readonly Found[] {
  const { window } = drafted;
  const sign = drafted.detection[0];
  if (
    window.start.kind === 'asked' ||
    window.start.value.basis !== 'stated' ||
    sign === undefined ||
    start === null
  )
    return [];
  if (Math.floor(start / MINUTE) !== Math.floor(Date.parse(sign.at) / MINUTE)) return [];
  const text = `Start and first sign are the same minute, ${moment(start)}. Did it begin earlier?`;
  return [{ text, about: aboutOf(window.start.value, sign) }];
}
