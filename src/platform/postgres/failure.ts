import { Problem } from '../../kernel/problem.ts';

/** What PostgreSQL's own words mean to the user; undefined when they mean nothing we know. */
export function problemIn(output: string, folder: string): Problem | undefined {
  if (/No space left on device|Disk quota exceeded/.test(output)) return new Problem('disk-full', { folder });
  if (/database files are incompatible|was initialized by PostgreSQL version/.test(output)) {
    const found = /initialized by PostgreSQL version (\d+)/.exec(output)?.[1] ?? '?';
    return new Problem('database-version', { folder, found, expected: '18' });
  }
  if (/Permission denied|Read-only file system/.test(output)) return new Problem('data-folder-unwritable', { folder });
  return undefined;
}

/** The server that ran before is not quite gone yet: trying again will do. */
export const isPassing = (output: string): boolean =>
  /pre-existing shared memory block|lock file ".*" already exists|is still in use|could not bind Unix address/.test(
    output,
  );
