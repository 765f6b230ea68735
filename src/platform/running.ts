import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../kernel/problem.ts';
import { orFolderProblem, prepareHome } from './home.ts';
import { takeLock } from './lock.ts';

/** What the product that holds a home says of itself; no address until it answers. */
export type Running = { pid: number; address: string | null };

/** The right to run on a home: one process at a time, given back by its end, however it ends. */
export type Claim = {
  /** Says where the product answers; null while it starts or stops. */
  announce: (address: string | null) => Promise<void>;
  release: () => Promise<void>;
};

const stateFile = (home: string): string => join(home, 'product.json');

/** The claim on a home at once, or undefined when somebody else has it. */
export async function findClaim(home: string): Promise<Claim | undefined> {
  await prepareHome(home);
  const lock = takeLock(join(home, 'product.lock'));
  if (!lock) return undefined;
  const write = (address: string | null): Promise<void> => writeState(home, { pid: process.pid, address });
  await write(null);
  return {
    announce: write,
    release: async () => {
      await rm(stateFile(home), { force: true });
      lock.release();
    },
  };
}

/** A first start may have to take in samples and build the web app. */
const patience = 120_000;

/**
 * The claim on a home, or the address of the product that runs on it and answers. Waits for one that is still starting
 * (and says so), and takes over from one that ends meanwhile.
 */
export async function claimOrFind(home: string, wait: () => void = () => {}): Promise<Claim | { address: string }> {
  const begun = performance.now();
  for (let turn = 0; ; turn++) {
    const claim = await findClaim(home);
    if (claim) return claim;
    const running = await findState(home);
    if (running?.address && (await answers(running.address))) return { address: running.address };
    if (turn === 5) wait();
    if (performance.now() - begun > patience)
      throw new Problem('product-not-answering', { pid: running?.pid ?? 0, folder: home });
    await sleep(200);
  }
}

async function answers(address: string): Promise<boolean> {
  return fetch(`${address}/api/health`, { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function findState(home: string): Promise<Running | undefined> {
  const text = await readFile(stateFile(home), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Running);
}

/** Written aside and renamed: a reader sees the old state or the new one, never half. */
async function writeState(home: string, state: Running): Promise<void> {
  await orFolderProblem(home, async () => {
    const half = `${stateFile(home)}.half`;
    const file = await open(half, 'w', 0o600);
    await file.writeFile(JSON.stringify(state)).finally(() => file.close());
    await rename(half, stateFile(home));
  });
}
