import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs a command in a group of its own and ends all of it, and its folder, when it takes too long or writes too much, or
 * when whoever asked is gone: that one may itself be killed in the midst of a file, and its standard input to us closes.
 *
 *     node guard.ts FOLDER OUTPUT MILLISECONDS BYTES COMMAND ARGUMENTS…
 */
const [folder = '', output = '', time = '0', size = '0', command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { cwd: folder, detached: true, stdio: 'ignore' });

function end(code: number): never {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
  if (code !== 0) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code);
}

function written(): number {
  try {
    return readdirSync(output).reduce((sum, name) => sum + statSync(join(output, name)).size, 0);
  } catch {
    return 0;
  }
}

child.on('error', () => end(1));
child.on('exit', (code) => end(code === 0 ? 0 : 1));
setTimeout(() => end(2), Number(time));
setInterval(() => written() > Number(size) && end(3), 200);
process.stdin
  .on('end', () => end(4))
  .on('error', () => end(4))
  .resume();
