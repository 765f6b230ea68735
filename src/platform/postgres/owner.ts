import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Problem } from '../../kernel/problem.ts';
import { isRoot } from '../home.ts';
import { type Owner, run } from './run.ts';

const ours = 'thang';

/** Who owns the server: whoever owns its data already, else the user `thang`, made on first use. */
export async function findOwner(data: string): Promise<Owner> {
  if (!isRoot()) return undefined;
  const existing = await stat(data).catch(() => undefined);
  if (existing && existing.uid !== 0) return { name: String(existing.uid), uid: existing.uid, gid: existing.gid };
  return (await findUser(ours)) ?? (await makeUser()) ?? (await getNobody());
}

async function findUser(wanted: string): Promise<Owner> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  for (const line of lines) {
    const [name, , uid, gid] = line.split(':');
    if (name === wanted && uid && gid) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** A system user without a home or a shell. Two starts may try at once; the loser finds the winner's. */
async function makeUser(): Promise<Owner> {
  const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  await promisify(execFile)('useradd', [...flags, '--shell', '/usr/sbin/nologin', ours]).catch(() => {});
  return findUser(ours);
}

/** A machine without `useradd` still has nobody. */
async function getNobody(): Promise<Owner> {
  const nobody = await findUser('nobody');
  if (!nobody) throw new Problem('database-needs-user', { user: ours });
  return nobody;
}

/** The server's user must be able to pass through every folder above its own; root's own home, for one, is closed. */
export async function requireReachable(home: string, owner: Owner): Promise<void> {
  if (!owner) return;
  const { code } = await run('/bin/sh', ['-c', 'cd "$0"', home], { owner });
  if (code !== 0) throw new Problem('data-folder-unreachable', { folder: home, user: owner.name });
}
