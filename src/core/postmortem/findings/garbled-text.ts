import { aboutOf, allStatements, type Found, type Matter } from './matter.js';

/** What UTF-8 looks like when it was read as something else. */
const GARBLED = /Ã[\u0080-\u00bf¡-¿]|â€[\u0080-\u00ff™œ\u009d]|√[†©®°±≤≥∂ºªΩ]|\ufffd/;

/** Letters that came through in a wrong encoding. */
export function garbledText(matter: Matter): readonly Found[] {
  const claim = allStatements(matter).find(({ text }) => GARBLED.test(text));
  if (claim === undefined) return [];
  const word = claim.text.split(/\s+/).find((part) => GARBLED.test(part)) ?? '';
  return [{ text: `“${word}” came through in a wrong encoding. What does it say?`, about: aboutOf(claim) }];
}
