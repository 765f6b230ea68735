import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { newId } from '../../src/kernel/ids.ts';
import type { Role } from '../../src/people/model.ts';
import type { Province } from '../../src/store/assignment-testing.ts';
import { inTransaction } from '../../src/store/db.ts';
import { openSession } from '../../src/store/sessions.ts';
import type { Product } from './product.ts';

/** An officer of a province with a role, for an agency or for the whole; the value of the cookie they are known by. */
export async function sessionOf(
  { db, actor: { tenantId } }: Province,
  name: string,
  role: Role,
  agency: string | null,
): Promise<string> {
  const officerId = newId();
  await sql`insert into officer (tenant_id, id, name, unit) values (${tenantId}, ${officerId}, ${name}, 'Sở Nội vụ')`.execute(
    db,
  );
  await sql`insert into role_grant (tenant_id, id, officer_id, role, agency_id, subtree, valid_from, granted_at, granted_by)
    values (${tenantId}, ${newId()}, ${officerId}, ${role}, ${agency}, false, '2025-07-01', now(), ${officerId})`.execute(
    db,
  );
  const open = inTransaction(db, (trx) => openSession(trx, { tenantId, officerId }, new Date(), { way: 'password' }));
  return `${tenantId}.${await open}`;
}

/** A page of the product as an officer sees it; closing its context ends it. */
export async function openPageAs(
  { browser, product }: { browser: Browser; product: Product },
  cookie: string,
  path: string,
  [width, height]: readonly [number, number] = [1366, 768],
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addCookies([{ name: 'thang_session', value: cookie, url: product.address }]);
  const page = await context.newPage();
  await page.goto(`${product.address}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Whether something sticks out to the right. */
export const isWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
