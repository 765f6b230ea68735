import { Problem } from '../kernel/problem.ts';
import { buildWeb, needsBuild } from '../platform/web-build.ts';

/** Builds the browser app when it is missing or its sources have changed. */
export async function build(): Promise<void> {
  if (!(await needsBuild())) return;
  try {
    await buildWeb();
  } catch (error) {
    if (error instanceof Problem) throw error;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    throw new Problem('web-not-built', {}, { cause: error });
  }
}
