import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { orFolderProblem, prepareHome } from '../home.ts';

/** Keeps what must be read again (not only compared) unreadable to who has the database but not the key. */
export type Secrets = {
  /** `about` says what it is and whose; it opens only with the same, so that no row's secret passes for another's */
  seal: (plain: string, about: string) => Buffer;
  /** the text again, or the Problem `secret-lost` where the key is another or the bytes were changed */
  open: (sealed: Buffer, about: string) => string;
  /** a keyed hash of 32 bytes, to find something by without keeping it */
  fingerprint: (text: string) => Buffer;
};

const version = 1;
const sizes = { head: 1, nonce: 12, tag: 16 } as const;

/**
 * The secrets of an installation. The key is made of `THANG_SECRET` (32 characters or more; the same on every server that
 * shares a database), else lies in the home folder, where the first start makes it. Whoever backs up the database backs
 * up the key too: without it second steps must be set up anew.
 */
export async function openSecrets(home: string, given = process.env.THANG_SECRET): Promise<Secrets> {
  const master = given ? fromText(given) : await keyOfHome(home);
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', `thang ${use}`, 32));
  const [encryption, fingerprints] = [derive('encryption'), derive('fingerprint')];
  return {
    seal: (plain, about) => seal(encryption, plain, about),
    open: (sealed, about) => open(encryption, sealed, about),
    fingerprint: (text) => createHmac('sha256', fingerprints).update(text).digest(),
  };
}

function fromText(text: string): Buffer {
  if (text.length < 32) throw new Problem('secret-too-short', { least: 32 });
  return Buffer.from(text);
}

function seal(key: Buffer, plain: string, about: string): Buffer {
  const nonce = randomBytes(sizes.nonce);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, sealed: Buffer, about: string): string {
  const [nonceEnd, tagEnd] = [sizes.head + sizes.nonce, sizes.head + sizes.nonce + sizes.tag];
  try {
    if (sealed[0] !== version || sealed.length < tagEnd) throw new Problem('secret-lost', {});
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(sizes.head, nonceEnd), {
      authTagLength: sizes.tag,
    });
    cipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(nonceEnd, tagEnd));
    return Buffer.concat([cipher.update(sealed.subarray(tagEnd)), cipher.final()]).toString('utf8');
  } catch (cause) {
    throw cause instanceof Problem ? cause : new Problem('secret-lost', {}, { cause });
  }
}

const keyFile = (home: string): string => join(home, 'secret.key');

/** Made once. Two that start together agree: whoever is first puts the key in place, the other reads that one. */
async function keyOfHome(home: string): Promise<Buffer> {
  await prepareHome(home);
  return orFolderProblem(home, async () => {
    const found = await readKey(home);
    if (found) return found;
    const half = `${keyFile(home)}.${process.pid}.${randomBytes(4).toString('hex')}`;
    await writeFile(half, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx', flush: true });
    await link(half, keyFile(home)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(half);
    return (await readKey(home)) ?? Buffer.alloc(0);
  });
}

async function readKey(home: string): Promise<Buffer | undefined> {
  const text = await readFile(keyFile(home), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new Problem('secret-lost', {});
  return key;
}
