import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A rule that never fails is no rule: each test plants one violation in an empty tree and must see it named. */
const root = join(import.meta.dirname, '..', '..');
let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'thang-house-'));
  for (const part of [
    '.dependency-cruiser.cjs',
    'biome.json',
    'checks',
    'package.json',
    'tsconfig.json',
    '.gitignore',
  ]) {
    cpSync(join(root, part), join(tree, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  // Biome is told to read .gitignore, and looks for the checkout it belongs to.
  mkdirSync(join(tree, '.git'));
});

afterEach(() => rmSync(tree, { recursive: true, force: true }));

function plant(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
}

function run(tool: string, ...args: string[]): { status: number | null; output: string } {
  const bin = join(root, 'node_modules', '.bin', tool);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: tree, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const cruise = () => run('depcruise', 'src', 'web');
const lint = (path: string) => run('biome', 'lint', path);
const clean = { 'src/kernel/a.ts': 'export const a = 1;\n', 'web/a.ts': 'export const a = 1;\n' };

describe('the import rule', () => {
  it('lets a clean tree pass', () => {
    plant({ ...clean, 'src/plan/b.ts': "export { a } from '../kernel/a.ts';\n" });
    expect(cruise()).toMatchObject({ status: 0 });
  });

  it.each([
    ['flow-kernel', 'src/kernel/b.ts', '../plan/b.ts'],
    ['flow-document', 'src/document/b.ts', '../plan/b.ts'],
    ['flow-plan', 'src/plan/c.ts', '../publish/b.ts'],
    ['flow-plan', 'src/plan/c.ts', '../store/b.ts'],
    ['platform-and-store-below-nothing', 'src/store/c.ts', '../api/b.ts'],
    ['jobs-api-cli-apart', 'src/api/c.ts', '../cli/b.ts'],
    ['jobs-not-api', 'src/jobs/c.ts', '../api/b.ts'],
    ['web-imports-models-and-folds', 'web/c.ts', '../src/store/b.ts'],
    ['web-imports-models-and-folds', 'web/c.ts', '../src/document/read.ts'],
  ])('%s: sees %s import %s', (rule, from, to) => {
    const target = join(dirname(from), to);
    plant({ ...clean, [target]: 'export const b = 1;\n', [from]: `import { b } from '${to}';\nexport const c = b;\n` });
    const { status, output } = cruise();
    expect(output).toContain(rule);
    expect(status).not.toBe(0);
  });

  it('sees an import of a type against the flow', () => {
    plant({
      ...clean,
      'src/plan/b.ts': 'export type B = number;\n',
      'src/kernel/b.ts': "import type { B } from '../plan/b.ts';\nexport const b: B = 1;\n",
    });
    expect(cruise().output).toContain('flow-kernel');
  });

  it.each(['node:fs', 'node:child_process', 'node:http', 'node:crypto', 'fs'])(
    'sees a domain folder use %s',
    (module) => {
      plant({ ...clean, 'src/document/b.ts': `import * as io from '${module}';\nexport const b = io;\n` });
      const { status, output } = cruise();
      expect(output).toContain('domain-does-no-io');
      expect(status).not.toBe(0);
    },
  );

  it.each(['pg', 'kysely'])('sees %s reached from outside the store', (module) => {
    plant({ ...clean, 'src/api/b.ts': `import * as db from '${module}';\nexport const b = db;\n` });
    expect(cruise().output).toContain('database-only-from-store');
  });
});

describe('rule 1: no clock, network or chance in a domain folder', () => {
  it.each([
    ['the clock', 'export const b = Date.now();'],
    ['the day', 'export const b = new Date();'],
    ['chance', 'export const b = Math.random();'],
    ['the network', "export const b = fetch('/a');"],
    ['the process', 'export const b = process.env;'],
    ['a timer', 'export const b = setTimeout(() => {}, 1);'],
    ['random ids', 'export const b = crypto.randomUUID();'],
  ])('sees %s', (_name, line) => {
    plant({ 'src/plan/b.ts': `${line}\n` });
    expect(lint('src/plan/b.ts').status).not.toBe(0);
    // The same line is allowed where the machine is touched.
    plant({ 'src/platform/b.ts': `${line}\n` });
    expect(lint('src/platform/b.ts')).toMatchObject({ status: 0 });
  });

  it('lets a given time be used', () => {
    plant({ 'src/plan/b.ts': 'export const b = (time: number) => new Date(time);\n' });
    expect(lint('src/plan/b.ts')).toMatchObject({ status: 0 });
  });
});
