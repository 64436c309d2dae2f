/** Slack's escapes and tokens, in which a text may not be cut. */
const LONGEST_ENTITY = '&amp;'.length;

/**
 * Parts of at most `max` units, cut at line breaks or spaces where there are any, never inside an escape, a
 * `<…>` token or a surrogate pair. Joined again with nothing lost but the blank at each cut.
 */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const cut = comfortableCut(rest, max);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(/\s/.test(rest.charAt(cut)) ? cut + 1 : cut);
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts;
}

/** `text` in at most `max` units; where it had to be cut it ends with an ellipsis. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, comfortableCut(text, max - 1)).trimEnd()}…`;
}

/** At the last line break or space of the second half, else as far as is safe. */
function comfortableCut(text: string, max: number): number {
  const hard = safeCut(text, max);
  for (const blank of ['\n', ' ']) {
    const at = text.lastIndexOf(blank, hard);
    if (at > hard * 0.5 && safeCut(text, at) === at) return at;
  }
  return hard;
}

function safeCut(text: string, max: number): number {
  let cut = max;
  const opened = text.lastIndexOf('<', cut - 1);
  if (opened > 0 && text.lastIndexOf('>', cut - 1) < opened && text.indexOf('>', opened) >= cut) cut = opened;
  const entity = text.lastIndexOf('&', cut - 1);
  if (
    entity > 0 &&
    cut - entity < LONGEST_ENTITY &&
    /^&(?:amp|lt|gt);/.test(text.slice(entity, entity + LONGEST_ENTITY))
  ) {
    if (text.indexOf(';', entity) >= cut) cut = entity;
  }
  const before = text.charCodeAt(cut - 1);
  return before >= 0xd800 && before <= 0xdbff && cut > 1 ? cut - 1 : cut;
}
