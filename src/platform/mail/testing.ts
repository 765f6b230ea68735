import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { MailSettings } from './mail.ts';

/** A letter as it arrived. */
export type Arrived = { to: string[]; subject: string; text: string };

/** A mail server of a test's own on loopback, which keeps what it is sent; gone at the test's end. */
export type MailSink = { settings: MailSettings; letters: Arrived[] };

export async function openMailSink(): Promise<MailSink> {
  const letters: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push({ to, ...readLetter(Buffer.concat(parts).toString('latin1')) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { settings: { url: `smtp://127.0.0.1:${port}`, from: 'Thang <thang@minhha.example>' }, letters };
}

/** Subject and text of a letter of one part (RFC 2045, 2047): what ours are. */
function readLetter(raw: string): { subject: string; text: string } {
  const [head = '', body = ''] = splitOnce(raw, '\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  return { subject: readWords(header('subject')), text: readBody(body, header('content-transfer-encoding')) };
}

const splitOnce = (text: string, by: string): string[] => {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + by.length)];
};

const bytesOf = (quoted: string): Buffer =>
  Buffer.from(
    quoted.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function readBody(body: string, encoding: string): string {
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? bytesOf(body.replace(/=\r\n/g, ''))
        : Buffer.from(body, 'latin1');
  return bytes.toString('utf8').replace(/\r\n/g, '\n').trimEnd();
}

/** "=?UTF-8?Q?…?= =?UTF-8?B?…?=": neighbours belong together, and a character may lie across both. */
function readWords(header: string): string {
  const word = /=\?utf-8\?([qb])\?([^?]*)\?=/gi;
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?[qb]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(word)].map(([, kind, text = '']) =>
          kind?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : bytesOf(text.replace(/_/g, ' ')),
        ),
      ).toString('utf8'),
    );
}
