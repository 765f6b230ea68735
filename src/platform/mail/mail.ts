import { createTransport } from 'nodemailer';
import { Problem } from '../../kernel/problem.ts';

/** A letter as text: what officers get is short and must be readable anywhere. */
export type Letter = { to: string; subject: string; text: string };
export type Mailer = { send: (letter: Letter) => Promise<void>; close: () => void };

/** Where letters leave: `smtps://name:password@server:465` or `smtp://server:25`, and the address they come from. */
export type MailSettings = { url: string; from: string };

/** The settings of the environment; undefined where no mail is set up, which the product can do without. */
export function findMailSettings(env: NodeJS.ProcessEnv = process.env): MailSettings | undefined {
  const url = env.THANG_SMTP_URL;
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    throw new Problem('mail-settings-wrong', { name: 'THANG_SMTP_URL' });
  const from = env.THANG_MAIL_FROM ?? '';
  if (!/^[^\r\n]*[^\s@]+@[^\s@]+[^\r\n]*$/.test(from))
    throw new Problem('mail-settings-wrong', { name: 'THANG_MAIL_FROM' });
  return { url, from };
}

/** Seconds are enough for a server nearby; who waits for a letter must not wait for minutes to hear that none went out. */
const patience = 15_000;

export function openMailer({ url, from }: MailSettings): Mailer {
  const limits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const { hostname, port, protocol, username, password } = new URL(url);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
    secure: protocol === 'smtps:',
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    // What is written here is ours; no letter may bring a file or an address of the server's along.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...limits,
  });
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
    close: () => transport.close(),
  };
}
