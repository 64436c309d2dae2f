import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import type { Postmortem } from '../../core/postmortem/model.js';
import { documentTree } from './document-tree.js';
import type { Citation } from './nodes.js';

/** A number in brackets; it links where the document defines it. Never made of anybody's words. */
const citation: Handle = (node: Citation) => `[${Number(node.value)}]`;

/**
 * Underscores within a word are no emphasis, and a tilde before a number opens nothing that could be closed, since
 * all others stay escaped: left alone, so that `pg_stat_activity` and ~75 % read and search as they were written.
 */
const text: Handle = (node, parent, state, info) =>
  defaultHandlers
    .text(node, parent, state, info)
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/(?<=^|\s)\\~(?=\d)/g, '~');

/** The document as a Markdown file. */
export function renderMarkdown(document: Postmortem): string {
  return treeToMarkdown(documentTree(document));
}

export function treeToMarkdown(tree: Root): string {
  return toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    tightDefinitions: true,
    handlers: { citation, text },
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}
