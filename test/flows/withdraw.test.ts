import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import { newId } from '../../src/kernel/ids.ts';
import { dayInVietnam } from '../../src/kernel/plain-date.ts';
import { appendActs } from '../../src/store/assignment-actions.ts';
import { confirmed, issue } from '../../src/store/assignment-testing.ts';
import { getCalendar, owedUnder } from '../../src/store/calendar-settings.ts';
import { inTransaction } from '../../src/store/db.ts';
import { demoOfficer, ensureDemoOfficer } from '../../src/store/demo.ts';
import { demoAgencies } from '../../src/store/demo-officers.ts';
import { openBrowser } from './browser.ts';
import { openTab } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** A plan issued by mistake is taken back while nobody has begun, and not afterwards. */
let browser: Browser;
let product: Product;
let mistaken: string;
let begun: string;
const today = dayInVietnam(new Date());

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
  const { db } = product.database;
  await inTransaction(db, ensureDemoOfficer);
  const owedOf = owedUnder(await getCalendar(db, demoOfficer.tenantId));
  const answers = { resolve: () => [demoAgencies.commune], kindOf: () => 'committee' as const };
  const by = { owedOf, ...answers, levelOf: () => 'commune' as const, isWithinAreaOf: () => true };
  const there = { db, actor: demoOfficer, ids: {} as never, by };
  const given = async (text: string) => {
    const schedule = { kind: 'deadline', by: addDays(today, 20) } as const;
    const task = { id: 't1', text, implement: ['UBND xã Tân Lập'], schedule };
    const plan = await confirmed(there, [task], { date: `${today.slice(0, 4)}-01-01` });
    await issue(there, plan);
    return plan;
  };
  mistaken = await given('Niêm yết công khai thu, chi ngân sách');
  begun = await given('Trả lời phản ánh, kiến nghị của người dân');
  const one = await db
    .selectFrom('assignment')
    .innerJoin('work_item', 'work_item.id', 'assignment.item_id')
    .select('assignment.id')
    .where('plan_id', '=', begun)
    .executeTakeFirstOrThrow();
  const accept = { assignmentId: one.id, id: newId(), occurrenceId: null, act: { kind: 'accept' as const } };
  await inTransaction(db, (trx) =>
    appendActs(trx, demoOfficer, [accept], { source: 'web', at: new Date(), day: today }),
  );
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

it.each([1366, 390])(
  'at %i pixels is asked about once more, taken back with a reason, and can be given again',
  async (width) => {
    const page = await openTab(browser, 'focal', [width, 844]);
    await page.goto(`${product.address}/ke-hoach/${mistaken}/giao`);
    await page.getByRole('button', { name: 'Thu hồi việc giao' }).click();
    await page.getByLabel('Lý do thu hồi').fill('Chọn nhầm kế hoạch');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Thu hồi 1 nhiệm vụ' }).click();
    await page.getByText('Đã thu hồi 1 nhiệm vụ.').waitFor();
    await page
      .getByText(/đã được .* thu hồi, .*: Chọn nhầm kế hoạch/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Thu hồi việc giao' }).count()).toBe(0);
    await page.close();
    // For the next width it is given out again, as a person would.
    const next = await openTab(browser, 'focal', [1366, 844]);
    await next.goto(`${product.address}/ke-hoach/${mistaken}/giao`);
    await next.getByRole('button', { name: /^Giao lại/ }).click();
    await next.getByRole('button', { name: 'Thu hồi việc giao' }).waitFor();
    await next.close();
  },
);

it('says who has begun where it cannot be taken back, and where to go instead', async () => {
  const page = await openTab(browser, 'focal', [1366, 844]);
  await page.goto(`${product.address}/ke-hoach/${begun}/giao`);
  await page.getByText('UBND xã Tân Lập đã nhận việc: Trả lời phản ánh, kiến nghị của người dân').waitFor();
  await page.getByRole('link', { name: 'Mở rà soát để sửa kế hoạch' }).waitFor();
  expect(await page.getByRole('button', { name: 'Thu hồi việc giao' }).count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.close();
});
