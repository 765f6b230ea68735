import { sql } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newId } from '../../src/kernel/ids.ts';
import type { Role } from '../../src/people/model.ts';
import type { Session } from '../../src/people/views.ts';
import type { Province } from '../../src/store/assignment-testing.ts';
import { inTransaction } from '../../src/store/db.ts';
import { demoOfficers } from '../../src/store/demo-officers.ts';
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

/**
 * A page in the context kept under a name, made and entered when it is first asked for. Pages of one context share what is
 * loaded: the second page costs a third of the first. Close the page, not its context, unless what it keeps is in the way.
 */
export async function openTab(
  browser: Browser,
  name: string,
  [width, height]: readonly [number, number] = [1366, 768],
  enter: (context: BrowserContext) => Promise<unknown> = async () => {},
): Promise<Page> {
  const kept = contexts.get(browser) ?? new Map<string, Promise<BrowserContext>>();
  contexts.set(browser, kept);
  const make = async (): Promise<BrowserContext> => {
    const context = await browser.newContext();
    context.once('close', () => kept.delete(name));
    await enter(context);
    return context;
  };
  const context = kept.get(name) ?? make();
  kept.set(name, context);
  const page = await (await context).newPage();
  await page.setViewportSize({ width, height });
  return page;
}

const contexts = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

/** A page of the product as an officer sees it. */
export async function openPageAs(
  { browser, product }: { browser: Browser; product: Product },
  cookie: string,
  path: string,
  size?: readonly [number, number],
): Promise<Page> {
  const known = { name: 'thang_session', value: cookie, url: product.address };
  return at(product, path, await openTab(browser, cookie, size, (context) => context.addCookies([known])));
}

/** The same as an officer of the demo, who need not sign in; under another name in a browser of their own. */
export async function openDemoPageAs(
  { browser, product }: { browser: Browser; product: Product },
  role: Role,
  path: string,
  size?: readonly [number, number],
  name: string = role,
): Promise<Page> {
  return at(product, path, await openTab(browser, name, size, (context) => actAs(context, product, role)));
}

async function actAs({ request }: BrowserContext, { address }: Product, role: Role): Promise<void> {
  const { csrf } = (await (await request.get(`${address}/api/session`)).json()) as Session;
  const officer = demoOfficers.find((one) => one.role === role)?.id;
  const headers = { 'x-thang-csrf': csrf, origin: address };
  const answer = await request.post(`${address}/api/session/act-as`, { headers, data: { officer } });
  if (!answer.ok()) throw new Error(`nobody acts as ${role}: ${answer.status()}`);
}

async function at({ address }: Product, path: string, page: Page): Promise<Page> {
  await page.goto(`${address}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Whether something sticks out to the right. */
export const isWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
