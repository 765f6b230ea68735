import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { run } from './program.ts';

export type Ran = { status: number; stdout: string; stderr: string };

/** The command line in a process of its own, as a user calls it. It takes a second to load: a case or two of each command. */
export function thangApart(
  args: readonly string[],
  { cwd, input }: { cwd?: string; input?: string } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { ...(cwd && { cwd }) });
    const ran = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (chunk) => {
        ran[stream] += chunk;
      });
    child.on('close', (code) => resolve({ ...ran, status: code ?? -1 }));
    if (input === undefined) child.stdin.end();
    else createReadStream(input).pipe(child.stdin);
  });
}

/** The same in this process: what it prints and the exit code it leaves. One at a time. */
export async function thang(...args: string[]): Promise<Ran> {
  const ran = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text, ...rest: unknown[]) => {
      ran[stream] += String(text);
      const written = rest.at(-1);
      if (typeof written === 'function') written();
      return true;
    }),
  );
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await run(args);
    return { ...ran, status: Number(process.exitCode) };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}
