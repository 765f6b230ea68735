import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import type { Role } from '../../src/people/model.ts';
import { makeDirectory } from '../../src/place/directory/make.ts';
import { findUnitsNamed } from '../../src/place/units/find.ts';
import { loadUnits } from '../../src/platform/units.ts';
import { inTransaction } from '../../src/store/db.ts';
import { writeDirectory } from '../../src/store/directory.ts';
import { openSession } from '../../src/store/sessions.ts';
import type { Product } from './product.ts';

/** A town as it was before July 2025: its tenant with the usual agencies of the province, and officers of any of them. */
export type Town = { product: Product; tenantId: string };

export async function openTown(product: Product, name: string, province: string, on: PlainDate): Promise<Town> {
  const { db } = product.database;
  const actor = { tenantId: newId(), officerId: newId() };
  await db.insertInto('tenant').values({ id: actor.tenantId, name }).execute();
  const officer = { tenant_id: actor.tenantId, id: actor.officerId, name: 'Quản trị', unit: name };
  await db.insertInto('officer').values(officer).execute();
  const [unit] = findUnitsNamed(loadUnits(), province, { on });
  if (!unit) throw new Error(`no ${province}`);
  const directory = makeDirectory(loadUnits(), unit, { ids: () => newId() });
  await inTransaction(db, (trx) => writeDirectory(trx, actor, directory));
  return { product, tenantId: actor.tenantId };
}

/** Somebody at a desk: the cookie a browser of theirs has, and what that browser would ask and send. */
export type Desk = {
  cookie: string;
  get: <T>(path: string) => Promise<T>;
  send: <T>(method: 'POST' | 'PATCH', path: string, body: unknown) => Promise<T>;
  sendFile: <T>(path: string, words: { name: string; value: unknown }, file: File) => Promise<T>;
};

/** An officer holding a role for an agency, or for all of them. */
export async function deskOf({ product, tenantId }: Town, role: Role, agencyId: string | null): Promise<Desk> {
  const { db } = product.database;
  const officerId = newId();
  const at = new Date();
  await db
    .insertInto('officer')
    .values({ tenant_id: tenantId, id: officerId, name: 'Nguyễn Thị Hòa', unit: '' })
    .execute();
  await sql`insert into role_grant (tenant_id, id, officer_id, role, agency_id, subtree, valid_from, granted_at, granted_by)
    values (${tenantId}, ${newId()}, ${officerId}, ${role}, ${agencyId}, false, '2020-01-01', ${at}, ${officerId})`.execute(
    db,
  );
  const token = await inTransaction(db, (trx) => openSession(trx, { tenantId, officerId }, at, { way: 'password' }));
  return openDesk(product.address, `${tenantId}.${token}`);
}

async function openDesk(address: string, cookie: string): Promise<Desk> {
  const own = { cookie: `thang_session=${cookie}`, origin: address };
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(`${address}${path}`, { ...init, headers: { ...own, ...init.headers } });
    const body = await answer.json();
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body as T;
  };
  const { csrf } = await ask<{ csrf: string }>('/api/session');
  const token = { 'x-thang-csrf': csrf };
  return {
    cookie,
    get: ask,
    send: (method, path, body) =>
      ask(path, { method, body: JSON.stringify(body), headers: { ...token, 'content-type': 'application/json' } }),
    sendFile: (path, words, file) => {
      const body = new FormData();
      body.append(words.name, JSON.stringify(words.value));
      body.append('file', file);
      return ask(path, { method: 'POST', body, headers: token });
    },
  };
}
