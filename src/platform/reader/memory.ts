import { readFileSync } from 'node:fs';

/** Megabytes a process and those it started hold in memory; 0 where the system does not tell. */
export function residentMegabytes(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0;
  try {
    const own = (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096) / 1_048_576;
    return childrenOf(pid).reduce((sum, child) => sum + residentMegabytes(child), own);
  } catch {
    return 0;
  }
}

/** Node starts processes from its main thread, which carries the process's own number. */
function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(' ').map(Number);
  } catch {
    return [];
  }
}
