import { spawn } from 'node:child_process';

/** The ordinary user the server runs as when we are root; undefined: ourselves. PostgreSQL refuses to run as root. */
export type Owner = { name: string; uid: number; gid: number } | undefined;

export type Ran = { code: number | null; output: string };

/** The environment of the server's programs: none of the user's PG* settings, messages in plain English for our eyes. */
export const plainEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };

/** Runs one of the server's programs as its user and collects what it says. */
export function run(program: string, args: string[], how: { owner: Owner; input?: string }): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { ...asUser(how.owner), cwd: '/', env: plainEnvironment });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
    child.stdin.on('error', () => {});
    child.stdin.end(how.input ?? '');
  });
}

export const asUser = (owner: Owner): { uid?: number; gid?: number } =>
  owner ? { uid: owner.uid, gid: owner.gid } : {};
