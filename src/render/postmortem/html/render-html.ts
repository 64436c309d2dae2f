import { toHtml } from 'hast-util-to-html';
import type { Postmortem } from '../../../core/postmortem/model.js';
import { documentTree } from '../document-tree.js';
import { inert } from '../nodes.js';
import { timelineElement } from '../picture/timeline-picture.js';
import { handlersFor } from './handlers.js';
import { partsOf, type Section } from './sections.js';
import { STYLE, STYLE_HASH } from './style.js';
import { tag } from './tags.js';

/** Nothing may be loaded, run or sent; of styles only ours. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** The document as one page that needs nothing else: no script, no request, for screens of any width and for paper. */
export function renderHtml(document: Postmortem): string {
  const { head, sections } = partsOf(documentTree(document), handlersFor(document.records.length));
  const title = inert(`${document.name} ${document.title}`);
  const picture = document.status === 'cancelled' || document.timeline.length === 0 ? [] : [figure(document)];
  const [first, ...others] = sections.map((section) => section.element);
  const severity = document.severity === null ? {} : { dataSeverity: document.severity };
  const page = tag(
    'html',
    { lang: 'en' },
    tag(
      'head',
      {},
      tag('meta', { charSet: 'utf-8' }),
      tag('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }),
      tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      tag('meta', { name: 'referrer', content: 'no-referrer' }),
      tag('meta', { name: 'robots', content: 'noindex' }),
      tag('meta', { name: 'color-scheme', content: 'light dark' }),
      tag('title', {}, title),
      tag('style', {}, STYLE),
    ),
    tag(
      'body',
      {},
      tag('a', { className: ['skip'], href: '#document' }, 'To the document'),
      tag('header', severity, ...head),
      contents(sections),
      tag('main', { id: 'document' }, ...(first === undefined ? [] : [first]), ...picture, ...others),
      tag('footer', {}, tag('p', {}, footnote(document))),
    ),
  );
  return `<!doctype html>\n${toHtml(page)}\n`;
}

const contents = (sections: readonly Section[]) =>
  tag(
    'nav',
    { ariaLabel: 'Contents' },
    tag(
      'ul',
      {},
      ...sections.map(({ anchor, title }) => tag('li', {}, tag('a', { href: `#${anchor}` }, title))),
    ),
  );

const figure = (document: Postmortem) =>
  tag(
    'figure',
    {},
    tag(
      'div',
      { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Picture of the timeline' },
      timelineElement(document),
    ),
    tag(
      'figcaption',
      {},
      'The incident at a glance. Everything in it is also in the text and the timeline below.',
    ),
  );

function footnote({ name, version, counts }: Postmortem): string {
  const parts = [
    `${name}, version ${version}`,
    `made from ${counts.entries} entries of the record`,
    ...(counts.withdrawn === 0
      ? []
      : [`${counts.withdrawn} withdrawn ${counts.withdrawn === 1 ? 'one' : 'ones'} left out`]),
    ...(counts.masked === 0 ? [] : [`${counts.masked} ${counts.masked === 1 ? 'secret' : 'secrets'} masked`]),
  ];
  return `${parts.join('; ')}.`;
}
