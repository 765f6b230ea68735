import type { Actor } from '../../people/model.ts';
import type { SentLink } from '../../people/views.ts';
import { getAccount } from '../../store/accounts.ts';
import { inTransaction } from '../../store/db.ts';
import { makeLink } from '../../store/sign-in-links.ts';
import { getAccountLine } from '../account-list.ts';
import type { Context } from '../types.ts';
import { addressOfLink, letterOf } from './links.ts';

/**
 * Makes a link for somebody and mails it. Where no letter can be sent, or none went out, the administrator gets the link to
 * hand over; otherwise only its owner sees it, who alone should be able to set the password.
 */
export async function sendLink(
  context: Context,
  actor: Actor,
  officerId: string,
  kind: 'invitation' | 'reset',
): Promise<SentLink> {
  const { db, mailer } = context;
  const owner = { tenantId: actor.tenantId, officerId };
  const account = await getAccount(db, owner);
  const link = await inTransaction(db, (trx) =>
    makeLink(trx, actor.tenantId, kind, new Date(), { officerId, by: actor.officerId }),
  );
  const mailed =
    mailer && account.email ? await sent(context, letterOf(context.address(), kind, account, link)) : false;
  return {
    account: await getAccountLine(context, actor.tenantId, officerId),
    mailed,
    link: mailed ? null : addressOfLink(context.address(), kind, link.token),
    expiresAt: link.expiresAt.toISOString(),
  };
}

async function sent({ mailer, report }: Context, letter: ReturnType<typeof letterOf>): Promise<boolean> {
  try {
    await mailer?.send(letter);
    return true;
  } catch (error) {
    report(error, 'a letter did not go out');
    return false;
  }
}
