import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type MailSettings, openMailer } from '../platform/mail/mail.ts';
import { openSecrets } from '../platform/secrets/secrets.ts';
import type { Context } from './types.ts';

export type PeopleOptions = {
  /** where the key of secrets is kept, unless the environment gives one */
  home: string;
  /** how letters leave; without it none do, and the administrator hands links over */
  mail?: MailSettings;
  /** what officers type to reach this server ("https://thang.minhha.gov.vn"), for letters and other systems */
  address?: string;
};

/** What signing in and looking after accounts needs besides the database. Ends with the server. */
export async function openPeopleParts(
  app: FastifyInstance,
  { home, mail, address }: PeopleOptions,
): Promise<Pick<Context, 'secrets' | 'mailer' | 'address' | 'afterwards' | 'report'>> {
  const secrets = await openSecrets(home);
  const mailer = mail && openMailer(mail);
  const going = new Set<Promise<void>>();
  const report = (error: unknown, message: string): void => app.log.error({ err: error }, message);
  app.addHook('onClose', async () => {
    await Promise.all(going);
    mailer?.close();
  });
  return {
    secrets,
    mailer,
    report,
    address: () => address?.replace(/\/+$/, '') ?? addressOf(app),
    afterwards: (work) => {
      const run = work()
        .catch((error) => report(error, 'work after an answer failed'))
        .finally(() => going.delete(run));
      going.add(run);
    },
  };
}

function addressOf({ server }: FastifyInstance): string {
  const at = server.address() as AddressInfo | null;
  return `http://localhost:${at?.port ?? 0}`;
}
