import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run bench -- NAME [--write]`: runs bench/NAME.ts; without a name all, one after the other. */
const [name, ...rest] = process.argv.slice(2);
const names =
  name && !name.startsWith('--')
    ? [name]
    : ['reading', 'pdf', 'scan', 'consolidate', 'accuracy', 'calibration', 'national-year', 'survey'];
const args = name?.startsWith('--') ? [name, ...rest] : rest;
for (const each of names) {
  const file = join(import.meta.dirname, '..', 'bench', `${each}.ts`);
  const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
