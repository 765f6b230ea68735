import { CommanderError } from 'commander';
import { Problem } from '../kernel/problem.ts';

/** Prints what went wrong on standard error and gives the exit code: 2 for what the user can mend, 1 for a bug. */
export function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof Problem) {
    const { title, detail } = error.toDocument();
    process.stderr.write(`✗ ${title}\n  ${detail}\n`);
    return 2;
  }
  process.stderr.write(`✗ ${new Problem('internal', {}).message}\n`);
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
