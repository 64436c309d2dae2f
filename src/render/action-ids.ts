/**
 * Every button stands for a command: its value is what would be typed after `/incident`, in Slack's form.
 * Ids must differ within a block, hence the number: `run-command:0`, `run-command:1`.
 */
const RUN_COMMAND = 'run-command';

export const runCommandId = (index: number): string => `${RUN_COMMAND}:${index}`;

export const isRunCommand = (actionId: string): boolean =>
  actionId === RUN_COMMAND || actionId.startsWith(`${RUN_COMMAND}:`);

const HOME_PAGE = /^home-page:([1-9]\d{0,4})$/;

/** Of a button in the App Home that turns to that page; the first page is 1. */
export const homePageId = (page: number): string => `home-page:${page}`;

/** The page that a button turns to, or null for any other button. */
export function readHomePage(actionId: string): number | null {
  const page = HOME_PAGE.exec(actionId)?.[1];
  return page === undefined ? null : Number(page);
}

const DRAWN = 'drawn:';
/** Slack: `block_id` has at most 255 characters. */
const BLOCK_ID = 255;

/** `block_id` of an actions block whose buttons hold for one state only; `token` is made by `drawnFor`. */
export const drawnBlockId = (token: string): string => `${DRAWN}${token}`;

/** The token of such a block, or null for any other block. */
export function readDrawn(blockId: string): string | null {
  if (!blockId.startsWith(DRAWN) || blockId.length > BLOCK_ID) return null;
  return blockId.slice(DRAWN.length) || null;
}

/** Callback ids of the shortcuts, as the manifest has them. */
export const DECLARE_SHORTCUT = 'declare-incident';
export const TIMELINE_SHORTCUT = 'add-to-timeline';
