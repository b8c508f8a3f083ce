import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { difference, writeTree } from '../../src/output/tree';
import { filesOf, newDistForEachTest, put as putBelow, textOf, textsOf, treeOf } from './trees';

jest.mock('node:os', () => ({ ...jest.requireActual<typeof os>('node:os') }));

const FILES = filesOf('a/One.x.k8s.yaml', 'a/Two.x.k8s.yaml', 'b/One.x.k8s.yaml');

const at = newDistForEachTest();

const put = (path: string, text: string): void => {
  putBelow(at.folder, path, text);
};

describe('A folder is left alone, whole,', () => {
  const rows: readonly (readonly [string, () => void, RegExp])[] = [
    [
      'where it is a file',
      () => {
        writeFileSync(at.folder, 'mine');
      },
      /it is no folder; name another one/,
    ],
    [
      'where it is a link',
      () => {
        mkdirSync(join(at.parent, 'real'));
        symlinkSync('real', at.folder);
      },
      /it is a link/,
    ],
    [
      'where it is a link to nothing',
      () => {
        symlinkSync('nothing', at.folder);
      },
      /it is a link; name the folder/,
    ],
    [
      'where a file is on the way to it',
      () => {
        writeFileSync(at.folder, 'mine');
        at.folder = join(at.folder, 'below');
      },
      /dist\/below": ".*dist" is no folder; name another one with --output$/,
    ],
    [
      'where a file is far above it',
      () => {
        writeFileSync(at.folder, 'mine');
        at.folder = join(at.folder, 'far/below');
      },
      /far\/below": ".*dist" is no folder; name/,
    ],
    [
      'where a link to nothing is on the way to it',
      () => {
        symlinkSync('nothing', at.folder);
        at.folder = join(at.folder, 'far/below');
      },
      /below": ".*dist" is a link that leads nowhere; name another one/,
    ],
    [
      'where a link in a circle is on the way to it',
      () => {
        symlinkSync('dist', at.folder);
        at.folder = join(at.folder, 'below');
      },
      /below": ".*dist" is a link that leads nowhere; name another one/,
    ],
    [
      'where it is a link in a circle',
      () => {
        symlinkSync('dist', at.folder);
      },
      /it is a link; name the folder/,
    ],
    [
      'where it is the top of a checkout',
      () => {
        put('.git/HEAD', 'ref');
      },
      /top of a Git checkout; name a/,
    ],
    [
      'where it is a worktree',
      () => {
        put('.git', 'gitdir: x');
      },
      /top of a Git checkout/,
    ],
    [
      'where a file in our place is not ours',
      () => {
        put('a/One.x.k8s.yaml', 'kind: Mine');
      },
      /somebody else has/,
    ],
    [
      'where a folder is in our place',
      () => {
        put('a/One.x.k8s.yaml/x', 'mine');
      },
      /somebody else has written it/,
    ],
    [
      'where a link is in our place',
      () => {
        put('x', textOf('a/One.x.k8s.yaml'));
        mkdirSync(join(at.folder, 'a'));
        symlinkSync('../x', join(at.folder, 'a/One.x.k8s.yaml'));
      },
      /somebody else has written it; move it away/,
    ],
    [
      'where a file is on the way to ours',
      () => {
        put('a', 'mine');
      },
      /One.*: ".*dist\/a" is no folder; move it away/,
    ],
    [
      'where a link is on the way to ours',
      () => {
        put('real/x', 'x');
        symlinkSync('real', join(at.folder, 'a'));
      },
      /is no folder/,
    ],
    [
      'where another configuration writes',
      () => {
        put('z/Other.x.k8s.yaml', textOf('z/Other.x.k8s.yaml', 'b.yaml'));
      },
      /it holds the manifests of b\.yaml; name another folder with --output, or, if b\.yaml is now a\.yaml, remove/,
    ],
  ];
  test.each(rows)('%s; comparing refuses it too', (_, make, message) => {
    make();
    const before = [treeOf(at.parent), textsOf(at.parent)];
    expect(() => writeTree(at.folder, FILES)).toThrow(RangeError);
    expect(() => writeTree(at.folder, FILES)).toThrow(message);
    expect(() => difference(at.folder, FILES)).toThrow(message);
    expect([treeOf(at.parent), textsOf(at.parent)]).toEqual(before);
  });

  // The folder is one of the test's own even so: where the refusal is broken, nothing else must be at stake.
  test.each(['', 'a/deep/folder'])('where the command runs in it, %j below it', (below) => {
    put('mine', 'mine');
    const cwd = jest.spyOn(process, 'cwd').mockReturnValue(join(at.folder, below));
    try {
      expect(() => writeTree(at.folder, FILES)).toThrow(/^Cannot write to .*the command runs inside of it/);
      expect(treeOf(at.parent)).toEqual(['dist/mine']);
    } finally {
      cwd.mockRestore();
    }
  });

  test('where the command runs in it, and it is reached by a link', () => {
    put('mine', 'mine');
    symlinkSync('.', join(at.parent, 'link'));
    const cwd = jest.spyOn(process, 'cwd').mockReturnValue(at.folder);
    try {
      expect(() => writeTree(join(at.parent, 'link/dist'), FILES)).toThrow(/the command runs inside of it/);
    } finally {
      cwd.mockRestore();
    }
  });

  test.each(['homedir', 'tmpdir'] as const)('where what os.%s() says is in it', (name) => {
    put('mine', 'mine');
    const place = jest.spyOn(os, name).mockReturnValue(join(at.folder, 'below'));
    try {
      expect(() => writeTree(at.folder, FILES)).toThrow(
        /^Cannot write to .* inside of it; name a folder below it$/,
      );
      expect(treeOf(at.parent)).toEqual(['dist/mine']);
    } finally {
      place.mockRestore();
    }
  });
});
