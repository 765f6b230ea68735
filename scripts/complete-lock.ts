import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * npm leaves out of the lock file those optional packages that the registry at hand does not carry (a mirror often has
 * one system only), and then `npm ci` refuses the lock file as incomplete. This puts them back in: their version is in
 * the package that names them, their system in their name. Run it after adding a package:
 *
 *     node scripts/complete-lock.ts
 */
type Entry = { version?: string; dev?: boolean; optionalDependencies?: Record<string, string> } & Record<
  string,
  unknown
>;
type Lock = { packages: Record<string, Entry> };
type Missing = { name: string; version: string; dev: boolean };

const systems = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony', 'openbsd', 'netbsd', 'sunos', 'aix'];
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'arm'];

/** The optional packages that some package of the lock file names and no entry describes. */
export function findMissingOptional({ packages }: Lock): Missing[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !resolves(packages, path, name))
      .map(([name, version]) => ({ name, version, dev })),
  );
}

/** As Node looks for it: beside the package, then in every folder above. */
function resolves(packages: Lock['packages'], path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${at}${at && '/'}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

function entryFor({ name, version, dev }: Missing): Entry {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const [os, cpu] = [systems, processors].map((list) => list.filter((word) => words.includes(word)));
  if (os?.length !== 1 || cpu?.length !== 1) throw new Error(`the name ${name} does not say which system it is for`);
  const libc = words.some((word) => word.includes('musl')) ? 'musl' : 'glibc';
  return { version, cpu, ...(dev && { dev }), ...(os[0] === 'linux' && { libc: [libc] }), optional: true, os };
}

if (process.argv[1] === import.meta.filename) {
  const file = join(import.meta.dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  const missing = findMissingOptional(lock);
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryFor(one);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} added`);
}
