import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server of this machine's own that keeps what it is sent. */
export type MailSink = { url: string; letters: string[]; logins: string[]; close: () => Promise<void> };

export async function openMailSink(options: SMTPServerOptions = {}, user = ''): Promise<MailSink> {
  const letters: string[] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    ...{ disabledCommands: ['STARTTLS'], authOptional: true, allowInsecureAuth: true },
    onAuth: ({ username = '', password = '' }, _session, done) => {
      logins.push(`${username} ${password}`);
      done(null, { user: username });
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString('utf8'));
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${user}127.0.0.1:${port}`,
    letters,
    logins,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** The body of a letter as its reader sees it. */
export const bodyOf = (raw = ''): string => {
  const blank = raw.indexOf('\r\n\r\n');
  const [head, body] = [raw.slice(0, blank), raw.slice(blank + 4)];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};
