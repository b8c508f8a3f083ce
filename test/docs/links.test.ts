import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { page, PAGES, prose, ROOT } from './pages';

interface Link {
  readonly from: string;
  /** Empty: the page itself. */
  readonly file: string;
  readonly anchor: string;
}

const LINKS = PAGES.flatMap(linksOf);

function linksOf(from: string): Link[] {
  return [...prose(from).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)]
    .map(([, target, source]) => target ?? source ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = '', anchor = ''] = target.split('#');
      return { from, file, anchor };
    });
}

/** Headings as GitLab and GitHub name them. */
function anchorsOf(path: string): string[] {
  const headings = [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, text]) => String(text));
  return headings.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const targetOf = ({ from, file }: Link): string =>
  file === '' ? from : normalize(join(dirname(from), file));

test('pages have links', () => {
  expect(LINKS.length).toBeGreaterThan(30);
});

test.each(LINKS.map((link) => [link.from, `${link.file}#${link.anchor}`, link] as const))(
  '%s: %s leads somewhere',
  (_, __, link) => {
    const target = targetOf(link);
    expect(existsSync(join(ROOT, target))).toBe(true);
    if (link.anchor !== '') expect(anchorsOf(target)).toContain(link.anchor);
  },
);

test('an anchor is told once on its page', () => {
  for (const path of PAGES) {
    const anchors = anchorsOf(path);
    expect(anchors).toEqual([...new Set(anchors)]);
  }
});

test('pages name only files that are there', () => {
  const named = PAGES.filter((path) => !path.startsWith('examples')).flatMap((path) =>
    [...page(path).matchAll(/`((?:src|test|docs)\/[\w./-]+)`/g)].map(([, file]) => [path, String(file)]),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(([, file]) => !existsSync(join(ROOT, String(file))))).toEqual([]);
});

test('README is one screen or two, and the picture is a file of its own', () => {
  expect(page('README.md').split('\n').length).toBeLessThan(100);
  expect(statSync(join(ROOT, 'docs/picture.svg')).size).toBeLessThan(20_000);
  expect(page('docs/picture.svg')).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<script|<image/);
});
