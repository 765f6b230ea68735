import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const readme = join(import.meta.dirname, '..', 'README.md');

/** Puts a table between the marks `<!-- bench:NAME -->` and `<!-- /bench:NAME -->` of README.md. */
export function fillReadme(name: string, table: string): void {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const text = readFileSync(readme, 'utf8');
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new RangeError(`README.md has no marks for ${name}`);
  writeFileSync(readme, `${text.slice(0, start + open.length)}\n${table}\n${text.slice(end)}`);
}
