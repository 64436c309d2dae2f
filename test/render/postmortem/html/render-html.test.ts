import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { draftPostmortem } from '../../../../src/core/postmortem/draft.js';
import type { IncidentRecord } from '../../../../src/core/record.js';
import { handlersFor } from '../../../../src/render/postmortem/html/handlers.js';
import { renderHtml } from '../../../../src/render/postmortem/html/render-html.js';
import { STYLE, STYLE_HASH } from '../../../../src/render/postmortem/html/style.js';
import { ANA, aCommand, anAlert, anIncident, aPin, aRecord, PEOPLE } from '../../../builders.js';
import { someRecord } from '../../../core/postmortem/some-record.js';

const page = (record: IncidentRecord): string => renderHtml(draftPostmortem(record, { version: 1 }));

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /<([a-z][a-z0-9]*)((?:\s+[a-zA-Z0-9:-]+(?:="[^"]*")?)*)\s*\/?>/g;

/** The opening tags; fails where a `<` stands that opens or closes none. */
function tagsIn(html: string): readonly Tag[] {
  const tags = [...html.matchAll(TAG)].map(([, name = '', rest = '']) => ({
    name,
    attributes: new Map(
      [...rest.matchAll(/([a-zA-Z0-9:-]+)(?:="([^"]*)")?/g)].map(
        ([, key = '', value = '']) => [key, value] as const,
      ),
    ),
  }));
  const closing = html.match(/<\/[a-z0-9]+>/g)?.length ?? 0;
  expect(html.split('<').length - 1).toBe(tags.length + closing + 1);
  return tags;
}

const ALLOWED = new Set(
  'html head meta title style body a header h1 ul ol li strong em code nav main section h2 h3 p table thead tbody tr th td figure figcaption div svg rect line text tspan circle path span footer'.split(
    ' ',
  ),
);

/** What a browser would do with the page that a text should never make it do. */
function faultsOf(html: string): readonly string[] {
  const tags = tagsIn(html);
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
  return [
    ...tags.filter(({ name }) => !ALLOWED.has(name)).map(({ name }) => `element ${name}`),
    ...tags.flatMap(({ attributes }) =>
      [...attributes.keys()]
        .filter((key) => /^(?:on|style$|src|srcset$|action$)/.test(key))
        .map((key) => `attribute ${key}`),
    ),
    ...tags
      .flatMap(({ attributes }) => attributes.get('href') ?? [])
      .filter(
        (href) =>
          !(href.startsWith('#') ? ids.includes(href.slice(1)) : href.startsWith('https://acme.slack.com/')),
      )
      .map((href) => `link to ${href}`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} twice`),
  ];
}

const HOSTILE = [
  '<script>alert(1)</script> <img src=x onerror=alert(1)>',
  '</title></style></svg></main><svg onload=alert(1)>',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>',
  '" onmouseover="alert(1)" x="',
  '&lt;b&gt; &amp;#60;script&#62; <!-- --> <![CDATA[ x ]]> <?php ?>',
  '[^1]: footnote [1]: javascript:alert(1) [1]',
];

const everywhere = (text: string): IncidentRecord =>
  aRecord(
    [
      anAlert('12:05', text),
      aCommand('12:20', 'note', text),
      aPin('12:30', text),
      aCommand('14:01', 'impact', text),
      aCommand('14:02', 'cause', text),
      aCommand('14:03', 'fix', text),
      aCommand('14:05', 'task', text),
    ],
    {
      incident: anIncident({ title: text }),
      people: new Map([...PEOPLE, [ANA, { name: text, zone: null }]]),
    },
  );

test.each(HOSTILE)('hostile text stays text: %s', (text) => {
  expect(faultsOf(page(everywhere(text)))).toEqual([]);
});

test('hostile text is there to be read', () => {
  expect(page(everywhere('<script>alert(1)</script>'))).toContain('&#x3C;script>alert(1)&#x3C;/script>');
});

test('any record gives a page whose links all lead somewhere', () => {
  fc.assert(
    fc.property(someRecord(), (record) => {
      const html = page(record);

      expect(page(record)).toBe(html);
      expect(faultsOf(html).filter((fault) => !/^link to https:/.test(fault))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('the policy forbids everything but our own style sheet', () => {
  const hash = createHash('sha256').update(STYLE).digest('base64');

  expect(STYLE_HASH).toBe(`sha256-${hash}`);
  expect(page(aRecord([]))).toContain(
    `content="${`default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`.replaceAll("'", '&#x27;')}"`,
  );
  expect(STYLE).not.toMatch(/url\(|@import|</);
});

test('a reader without eyes finds language, landmarks, one title, headings in order and named columns', () => {
  const html = page(everywhere('plain words'));
  const tags = tagsIn(html);
  const names = tags.map(({ name }) => name);
  const levels = names.flatMap((name) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));

  expect(tags[0]?.attributes.get('lang')).toBe('en');
  expect(names.filter((name) => ['h1', 'header', 'nav', 'main', 'footer'].includes(name))).toEqual([
    'header',
    'h1',
    'nav',
    'main',
    'footer',
  ]);
  expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  expect(
    tags.filter(({ name }) => name === 'th').every(({ attributes }) => attributes.get('scope') === 'col'),
  ).toBe(true);
  expect(html).toContain('<title>Timeline of INC-1 plain words</title>');
});

test('a citation leads to its source, and the source to the message', () => {
  const html = page(aRecord([aPin('12:30', 'errors at 12 %')]));
  const [, number] = /<td[^>]*>pin <a class="cite" href="#source-(\d+)">/.exec(html) ?? [];

  expect(html).toMatch(
    new RegExp(
      `<li id="source-${number}">.*?12:30, Ben, pin <a href="https://acme.slack.com/archives/C1/p\\d+"`,
    ),
  );
});

test('only harmless schemes are links, and no picture or raw HTML passes', () => {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          'https://a.example/x',
          'mailto:a@b.example',
          'javascript:alert(1)',
          'JAVASCRIPT:1',
          'data:x',
          '//a.b',
          ' https://a',
        ].map((url) => ({ type: 'link' as const, url, children: [{ type: 'text' as const, value: 'go' }] })),
      },
      { type: 'paragraph', children: [{ type: 'image', url: 'https://a.example/x.png', alt: 'alt' }] },
      { type: 'html', value: '<b>raw</b>' },
    ],
  };

  expect(toHtml(toHast(tree, { handlers: handlersFor(0) }))).toBe(
    '<p><a href="https://a.example/x" rel="noreferrer">go</a><a href="mailto:a@b.example" rel="noreferrer">go</a>gogogogogo</p>\n<p>alt</p>\n&#x3C;b>raw&#x3C;/b>',
  );
});

test('a cancelled incident has a short page without a picture', () => {
  const record = aRecord([aCommand('12:15', 'cancelled', 'a test alert')], {
    incident: anIncident({ status: 'cancelled' }),
  });

  expect(page(record)).not.toContain('<svg');
  expect(faultsOf(page(record))).toEqual([]);
});
