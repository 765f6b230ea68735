import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import { recoveryCodes } from '../../people/links.ts';
import type { Actor } from '../../people/model.ts';
import { findTotpStep, newRecoveryCode, readRecoveryCode } from '../../platform/passwords/totp.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import { type AccountRow, getAccount } from '../../store/accounts.ts';
import { noteTotp, replaceRecoveryCodes, spendRecoveryCode, spendTotpStep } from '../../store/accounts-totp.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { findSecondStep, takeSecondStep } from '../../store/sessions.ts';
import type { Context } from '../types.ts';
import { beginTries, type Opened, openWhole } from './password.ts';

/** What a sealed secret is about: it opens for this officer alone. */
export const totpAbout = ({ tenantId, officerId }: Actor): string => `totp ${tenantId} ${officerId}`;

/**
 * The second step: a code of the app, or a recovery code. The session that waited for it ends and a new one opens, so that
 * a token known before is worth nothing after.
 */
export async function signInBySecondStep(
  context: Context,
  waiting: { tenantId: string; token: string },
  given: { code: string } | { recovery: string },
  from: Pick<FastifyRequest, 'headers' | 'ip'>,
): Promise<Opened> {
  const { db, secrets } = context;
  const actor = await findSecondStep(db, waiting.tenantId, waiting.token, new Date());
  if (!actor) throw new Problem('second-step-missing', {});
  const account = await getAccount(db, actor);
  const tries = await beginTries(context, actor.tenantId, account.login_key, from.ip, account);
  const right =
    'code' in given ? await isCode(db, secrets, account, given.code) : await isRecovery(context, actor, given);
  if (!right) throw new Problem('code-wrong', {});
  const taken = await inTransaction(db, (trx) => takeSecondStep(trx, waiting.tenantId, waiting.token, new Date()));
  if (!taken || account.disabled_at) throw new Problem('second-step-missing', {});
  await tries.takeBack();
  return openWhole(context, account, 'code' in given ? 'totp' : 'recovery', from);
}

/** Whether a code is right now and has not been used; using it is part of the question. `begin` switches the step on. */
export async function isCode(
  db: Database | Transaction,
  secrets: Secrets,
  account: AccountRow,
  code: string,
  begin?: Date,
): Promise<boolean> {
  const owner = { tenantId: account.tenant_id, officerId: account.officer_id };
  if (!account.totp_secret) return false;
  const secret = secrets.open(account.totp_secret, totpAbout(owner));
  const step = findTotpStep(secret, code.replace(/\s/g, ''), new Date());
  return step !== undefined && spendTotpStep(db, owner, step, begin);
}

async function isRecovery(
  { db, secrets }: Context,
  owner: Actor,
  { recovery }: { recovery: string },
): Promise<boolean> {
  const hash = recoveryPrint(secrets, owner, readRecoveryCode(recovery));
  return inTransaction(db, async (trx) => {
    const right = await spendRecoveryCode(trx, owner, hash);
    if (right) await noteTotp(trx, owner, 'account.recovery-used', owner.officerId);
    return right;
  });
}

/** New recovery codes in place of all before; they are shown this once. */
export async function issueRecoveryCodes(trx: Transaction, secrets: Secrets, owner: Actor): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  await replaceRecoveryCodes(
    trx,
    owner,
    codes.map((code) => recoveryPrint(secrets, owner, code)),
  );
  return codes;
}

const recoveryPrint = (secrets: Secrets, { tenantId, officerId }: Actor, code: string): Buffer =>
  secrets.fingerprint(`recovery ${tenantId} ${officerId} ${code}`);
