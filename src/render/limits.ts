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

/** `title` of a modal, plain_text; `submit` and `close` likewise. */
export const VIEW_TITLE = 24;
/** `private_metadata` of a view. */
export const VIEW_METADATA = 3000;
/** `max_length` and `initial_value` of a plain-text input. */
export const INPUT_TEXT = 3000;
/** `label` and `hint` of an input block. */
export const INPUT_LABEL = 2000;
/** `text` and `description` of an option. */
export const OPTION_TEXT = 75;
/** `value` of an option. */
export const OPTION_VALUE = 150;
/** Options of a group of checkboxes. */
export const CHECKBOXES = 10;
