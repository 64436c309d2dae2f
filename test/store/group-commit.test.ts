import { groupCommit } from '../../src/store/group-commit.js';

/** A commit that ends when the test says so. */
function slowCommits() {
  const commits: { readonly items: readonly number[]; end(error?: Error): void }[] = [];
  const group = groupCommit<number>(
    (items) =>
      new Promise((resolve, reject) => {
        commits.push({ items, end: (error) => (error ? reject(error) : resolve()) });
      }),
  );
  return { commits, group };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('group commit', () => {
  it('lets those who come during a commit share the next one, in order', async () => {
    const { commits, group } = slowCommits();
    const first = group.write([1]);
    await settled();
    const others = [group.write([2, 3]), group.write([4])];
    await settled();
    expect(commits.map(({ items }) => items)).toEqual([[1]]);

    commits[0]?.end();
    await first;
    await settled();

    expect(commits.map(({ items }) => items)).toEqual([[1], [2, 3, 4]]);
    commits[1]?.end();
    await Promise.all(others);
    await group.idle();
  });

  it('tells all who shared a commit when it fails, and goes on with the next', async () => {
    const { commits, group } = slowCommits();
    const shared = [group.write([1]), group.write([2])].map((write) =>
      write.catch((error: Error) => error.message),
    );
    await settled();
    commits[0]?.end(new Error('disk full'));
    expect(await Promise.all(shared)).toEqual(['disk full', 'disk full']);

    const next = group.write([3]);
    await settled();
    commits[1]?.end();

    await expect(next).resolves.toBeUndefined();
  });

  it('does not commit for nothing, and never splits what came together', async () => {
    const { commits, group } = slowCommits();
    await group.write([]);
    const many = Array.from({ length: 400 }, (_, nth) => nth);
    const writes = [group.write(many), group.write(many)];
    await settled();
    commits[0]?.end();
    await settled();
    commits[1]?.end();
    await Promise.all(writes);

    expect(commits.map(({ items }) => items.length)).toEqual([400, 400]);
  });
});
