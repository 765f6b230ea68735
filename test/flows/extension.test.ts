import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import { dayInVietnam, formatPlainDate } from '../../src/kernel/plain-date.ts';
import { confirmed, issue } from '../../src/store/assignment-testing.ts';
import { getCalendar, owedUnder } from '../../src/store/calendar-settings.ts';
import { inTransaction } from '../../src/store/db.ts';
import { demoOfficer, ensureDemoOfficer } from '../../src/store/demo.ts';
import { demoAgencies } from '../../src/store/demo-officers.ts';
import { openBrowser } from './browser.ts';
import { openDemoPageAs } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** A unit asks for another day; who may extend answers; each sees it on their own desk. */
let browser: Browser;
let product: Product;
const today = dayInVietnam(new Date());
const later = (days: number) => formatPlainDate(addDays(today, days));

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
  const { db } = product.database;
  await inTransaction(db, ensureDemoOfficer);
  const owedOf = owedUnder(await getCalendar(db, demoOfficer.tenantId));
  const by = {
    owedOf,
    resolve: () => [demoAgencies.commune],
    kindOf: () => 'committee' as const,
    levelOf: () => 'commune' as const,
    isWithinAreaOf: () => true,
  };
  const there = { db, actor: demoOfficer, ids: {} as never, by };
  const schedule = { kind: 'deadline', by: addDays(today, 20) } as const;
  const task = { id: 't1', text: 'Niêm yết công khai thu, chi ngân sách', implement: ['UBND xã Tân Lập'], schedule };
  await issue(there, await confirmed(there, [task], { date: `${today.slice(0, 4)}-01-01` }));
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const openAs = (role: 'focal' | 'officer', path: string, width = 1366): Promise<Page> =>
  openDemoPageAs({ browser, product }, role, path, [width, 844]);

async function ask(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: 'Niêm yết công khai thu, chi ngân sách', exact: true }).click();
  await page.getByRole('button', { name: 'Đề nghị gia hạn', exact: true }).click();
  await page.getByLabel('Đề nghị đến ngày').fill(day);
  await page.getByLabel('Lý do').fill('Chờ số liệu quyết toán');
  await page.getByRole('button', { name: 'Gửi đề nghị gia hạn' }).click();
}

it('is asked for by the unit, declined with a reason, asked for again and given', { timeout: 120_000 }, async () => {
  const unit = await openAs('officer', '/viec-cua-toi');
  await ask(unit, later(40));
  await unit
    .getByText(`Đã đề nghị gia hạn đến ${later(40)}, đang chờ trả lời.`)
    .first()
    .waitFor();
  expect(await seriousFindings(unit)).toEqual([]);

  const focal = await openAs('focal', '/giao-viec', 390);
  await focal.getByRole('heading', { name: 'Đề nghị gia hạn chờ trả lời (1)' }).waitFor();
  await focal.getByText('Lý do: Chờ số liệu quyết toán').waitFor();
  await focal.getByRole('button', { name: /^Không đồng ý gia hạn/ }).click();
  await focal.getByLabel('Lý do').fill('Phải kịp báo cáo quý');
  expect(await seriousFindings(focal)).toEqual([]);
  expect(await focal.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await focal.getByRole('button', { name: 'Trả lời không đồng ý' }).click();
  await focal.getByRole('heading', { name: /Đề nghị gia hạn chờ/ }).waitFor({ state: 'detached' });

  await unit.goto(`${product.address}/viec-cua-toi`);
  await unit.getByText('Không đồng ý gia hạn: “Phải kịp báo cáo quý”').waitFor();
  await ask(unit, later(30));

  await focal.setViewportSize({ width: 1366, height: 768 });
  await focal.reload();
  await focal.getByText('1 đề nghị gia hạn chờ trả lời').waitFor({ state: 'attached' });
  await focal.getByRole('button', { name: /^Đồng ý gia hạn/ }).click();
  expect(await focal.getByLabel('Hạn mới').inputValue()).toBe(later(30));
  await focal.getByLabel('Người cho phép gia hạn').fill('Giám đốc Sở Nội vụ');
  await focal.getByRole('button', { name: 'Gia hạn', exact: true }).click();
  await focal.getByText(`Đã gia hạn đến ${later(30)}.`).waitFor();

  await unit.reload();
  await unit.getByText(`hạn ${later(30)}`).waitFor();
  await unit.close();
  await focal.close();
});
