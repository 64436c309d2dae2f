import fc from 'fast-check';
import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import type { Postmortem } from '../../../src/core/postmortem/model.js';
import { draftCard } from '../../../src/render/messages/draft-card.js';
import { documentTree } from '../../../src/render/postmortem/document-tree.js';
import { renderMarkdown } from '../../../src/render/postmortem/render-markdown.js';
import { someRecord } from '../../core/postmortem/some-record.js';
import { faults } from '../faults.js';
import { isWhole } from '../whole.js';
import { outlineOfMarkdown, outlineOfTree } from './outline.js';

const forAny = (holds: (document: Postmortem) => void, { long = false, runs = 100 } = {}) =>
  fc.assert(
    fc.property(someRecord({ long }), (record) => holds(draftPostmortem(record, { version: 2 }))),
    { seed: 7, numRuns: runs, interruptAfterTimeLimit: 12_000 },
  );

describe('the document of any record', () => {
  it('reads back from Markdown as it was meant, block by block and word by word', () => {
    forAny((document) => {
      expect(outlineOfMarkdown(renderMarkdown(document))).toEqual(outlineOfTree(documentTree(document)));
    });
  });

  it('pings nobody in the Markdown file and hides nothing in it', () => {
    forAny((document) => {
      const markdown = renderMarkdown(document);
      expect(markdown).not.toMatch(/<[!@#]/);
      expect(markdown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u);
      expect(isWhole(markdown)).toBe(true);
    });
  });

  it('has a card that Slack takes and that pings nobody', () => {
    forAny((document) => {
      expect(faults(draftCard(document))).toEqual([]);
    });
  });

  it('keeps to the limits with the longest texts that Slack takes', () => {
    forAny(
      (document) => {
        expect(faults(draftCard(document))).toEqual([]);
        expect(renderMarkdown(document).length).toBeLessThan(200_000);
      },
      { long: true, runs: 25 },
    );
  });

  it('makes the same file out of the stored document', () => {
    forAny((document) => {
      const stored: Postmortem = JSON.parse(JSON.stringify(document));
      expect(renderMarkdown(stored)).toBe(renderMarkdown(document));
    });
  });
});
