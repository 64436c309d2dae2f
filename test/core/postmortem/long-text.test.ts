import { renderMarkdown } from '../../../src/render/postmortem/render-markdown.js';
import { aCommand, aMessage, anAlert, aPin } from '../../builders.js';
import { draft } from './drafting.js';

/** Longest text that Slack takes. */
const LONGEST = 40_000;

describe('a text as long as Slack allows', () => {
  it.each(['1 ', '1. ', '1,000 ', '12:34 to ', '`', '1. a\n', 'a', '<@', '日本', '\\', '| '])(
    'is read and quoted in no time: %j repeated',
    (piece) => {
      const text = piece.repeat(LONGEST / piece.length);
      const document = draft(
        anAlert('12:05', text),
        aPin('12:30', text),
        aCommand('14:01', 'impact', text),
        aCommand('14:02', 'cause', text),
        aMessage('14:05', `TODO: ${text}`),
      );
      expect(renderMarkdown(document).length).toBeLessThan(60_000);
    },
  );
});
