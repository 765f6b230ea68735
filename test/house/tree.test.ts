import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** House rules about the tree itself: what a new reader meets first. */
const root = join(import.meta.dirname, '..', '..');
const files = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const lines = (file: string) => read(file).trimEnd().split('\n').length;
const sourceFiles = files.filter((file) => /^(src|web|scripts|bench)\/.*\.tsx?$/.test(file));
const folders = [
  ...new Set(files.filter((file) => /^src\/[a-z]+\//.test(file)).map((file) => file.split('/')[1] ?? '')),
];

describe('the tree', () => {
  it.runIf(files.length > 0)('shows its real folders in the page on the architecture', () => {
    const page = read('docs/architecture.md');
    expect(folders.filter((folder) => !page.includes(`${folder}/`))).toEqual([]);
    const named = [...page.matchAll(/^ {6}([a-z]+)\//gm)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((folder) => !folders.includes(folder))).toEqual([]);
  });

  it('explains each domain folder in a README of at most 20 lines', () => {
    const explained = folders.filter(
      (folder) => !['kernel', 'platform', 'store', 'jobs', 'api', 'cli'].includes(folder),
    );
    for (const folder of explained) {
      expect(files, folder).toContain(`src/${folder}/README.md`);
      expect(lines(`src/${folder}/README.md`), folder).toBeLessThanOrEqual(20);
    }
  });

  it('keeps files of code under 300 lines', () => {
    const long = sourceFiles.filter((file) => !/\.test\.tsx?$/.test(file) && lines(file) > 300);
    expect(long).toEqual([]);
  });

  it('has no file named after nothing', () => {
    expect(
      sourceFiles.filter((file) =>
        /(^|[.\-_])(utils?|helpers?|managers?|misc|common|v2|new)([.\-_]|$)/.test(basename(file)),
      ),
    ).toEqual([]);
  });

  it('names no place of the machine it was written on', () => {
    const text = files.filter(
      (file) => /\.(ts|tsx|md|json|sql|css|html|cjs|txt)$/.test(file) && !file.startsWith('test/house/'),
    );
    expect(text.filter((file) => /\/work\/|\/home\/[a-z]+\/|registry\.npmjs/.test(read(file)))).toEqual([]);
  });
});
