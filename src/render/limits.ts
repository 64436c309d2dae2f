/** Slack's limits, in UTF-16 units, which is never more than what Slack counts. */

/** `text` of chat.update; chat.postMessage takes 40,000 but recommends 4,000. docs.slack.dev chat.update, msg_too_long. */
export const MESSAGE_TEXT = 4000;
/** Blocks of a message. docs.slack.dev Block Kit, "blocks". */
export const MESSAGE_BLOCKS = 50;
/** Text of a section block. */
export const SECTION_TEXT = 3000;
/** Text object in a context block. docs.slack.dev text object. */
export const CONTEXT_TEXT = 3000;
/** Elements of an actions block. */
export const ACTIONS_ELEMENTS = 25;
/** Label of a button, plain_text. */
export const BUTTON_TEXT = 75;
/** `value` of a button. */
export const BUTTON_VALUE = 2000;
/** `title` of a confirmation dialog. */
export const CONFIRM_TITLE = 100;
/** `text` of a confirmation dialog. */
export const CONFIRM_TEXT = 300;

/** Our own manners: a card never takes more of the channel than this. */
export const CARD_LINES = 6;
export const CARD_BUTTONS = 4;
