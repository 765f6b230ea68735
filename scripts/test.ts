import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm test`: every check and every test in one command. Prints what was skipped and why, and ends with
 * "N passed, N failed". `--long` runs the whole of the long properties, fuzzing and crash rounds.
 */
const root = join(import.meta.dirname, '..');
const long = process.argv.includes('--long');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

type Outcome = { passed: number; failed: number; skipped: string[] };

const checks: [name: string, command: string, ...args: string[]][] = [
  ['Biome: style and house rule 1', bin('biome'), 'ci', '--log-level=warn', '.'],
  ['TypeScript, strict', bin('tsc'), '-p', '.'],
  ['The import rule', bin('depcruise'), 'src', 'web', '--output-type', 'err'],
  ['Knip: nothing unused', bin('knip'), '--no-progress'],
];

function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function runChecks(): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: [] };
  for (const [name, command, ...args] of checks) {
    const ok = (await run(command, args)) === 0;
    console.log(`${ok ? '✓' : '✗'} ${name}`);
    outcome[ok ? 'passed' : 'failed'] += 1;
  }
  return outcome;
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: { status: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
};

async function runTests(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'thang-test-'));
  const file = join(folder, 'report.json');
  const env = { ...process.env, ...(long ? { THANG_LONG: '1' } : {}) };
  const code = await run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile=${file}`], env);
  try {
    return summarize(JSON.parse(readFileSync(file, 'utf8')) as VitestReport, code);
  } catch {
    // No report: the runner itself died, which is a failure however many tests had passed.
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summarize(report: VitestReport, code: number): Outcome {
  const all = report.testResults.flatMap((file) => file.assertionResults);
  const skipped = all.filter(({ status }) => !['passed', 'failed'].includes(status)).map(({ fullName }) => fullName);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  // An error outside any test (an unhandled rejection) fails the run without failing a test.
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

const parts = [await runChecks(), await runTests()];
const skipped = parts.flatMap((part) => part.skipped);
for (const name of skipped) console.log(`- bỏ qua: ${name}`);
console.log(`${skipped.length} skipped`);
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
