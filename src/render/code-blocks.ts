import { type Block, sections } from './blocks.js';
import { SECTION_TEXT } from './limits.js';
import { escaped } from './mrkdwn.js';
import { splitText } from './split-text.js';

const FENCE = '```';
const ROOM = SECTION_TEXT - 2 * (FENCE.length + 1);

/** Plain text to be copied as it stands, in as many code blocks as it needs. */
export function codeBlocks(plain: string): readonly Block[] {
  // A fence within would end the block.
  const text = escaped(plain.replaceAll(FENCE, "'''")).trim();
  return splitText(text, ROOM)
    .filter((part) => part.trim() !== '')
    .flatMap((part) => sections(`${FENCE}\n${part}\n${FENCE}`));
}
