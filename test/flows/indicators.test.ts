import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { dayInVietnam } from '../../src/kernel/plain-date.ts';
import type { Definition } from '../../src/report/indicator/model.ts';
import { periodIn, sayPeriod } from '../../src/report/indicator/period.ts';
import { type Province, province } from '../../src/store/assignment-testing.ts';
import { inTransaction } from '../../src/store/db.ts';
import { makeIndicators } from '../../src/store/indicators.ts';
import { openBrowser } from './browser.ts';
import { openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** An indicator in a browser: its figures typed, taken over from an export and taken back, its chart and its units' targets. */
let browser: Browser;
let product: Product;
let there: Province;
let focal = '';
const id = newId();

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  focal = await sessionOf(there, 'Phạm Minh', 'focal', null);
  const definition: Definition = {
    ...{ name: 'Tỷ lệ bao phủ bảo hiểm y tế', unit: '%', kind: 'share', over: 'last', better: 'up', every: 'month' },
    ...{ index: 'PAPI', component: null, code: null, source: { kind: 'paper', name: null }, evidence: null },
    ...{ givers: { of: 'communes' }, applies: 'each', baselines: [] },
    targets: [{ year: 2020, agencyId: null, op: '>=', value: 92 }],
  };
  const made = { id, itemId: null, targetNo: null, definition };
  await inTransaction(there.db, (trx) => makeIndicators(trx, there.actor, [made], new Date()));
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

/** The month before this, which the screens open with. */
const [year = 0, month = 0] = dayInVietnam(new Date()).split('-').map(Number);
const last = month === 1 ? periodIn('month', year - 1, 12) : periodIn('month', year, month - 1);

const told = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Thông báo', exact: true }).getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const cell = (page: Page, unit: string) =>
  page.getByRole('textbox', { name: `${unit}, ${sayPeriod(last)}`, exact: true });
const chart = (page: Page, words: string) =>
  page.getByRole('img', { name: new RegExp(`${sayPeriod(last)}: ${words}`) }).waitFor();

it('is typed, taken over from an export, taken back, and drawn', { timeout: 120_000 }, async () => {
  const page = await openPageAs({ browser, product }, focal, `/chi-tieu/${id}`);
  await cell(page, 'UBND xã Tân Lập').fill('90/100');
  await press(page, 'Lưu số liệu');
  await told(page, 'Đã lưu 1 ô.');
  await chart(page, '90%');

  const csv = 'TT;Tên đơn vị;Số người có thẻ;Dân số\n(1);(2);(3);(4)\n1;AN PHU;1.900;2.000\n;Tổng cộng;1.900;2.000\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'bhxh.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const sheet = page.getByRole('dialog');
  await sheet
    .getByRole('combobox', { name: 'Cột 3: Số người có thẻ' })
    .selectOption({ label: 'Tỷ lệ bao phủ bảo hiểm y tế: số đạt được' });
  await sheet
    .getByRole('combobox', { name: 'Cột 4: Dân số' })
    .selectOption({ label: 'Tỷ lệ bao phủ bảo hiểm y tế: tổng số' });
  await sheet.getByText('dòng cộng: phần mềm tự cộng').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Nhập 1 số' }).click();
  await chart(page, '94,76%');
  expect(await cell(page, 'UBND xã An Phú').inputValue()).toBe('1.900/2.000');

  await page.goto(`${product.address}/chi-tieu?xem=tep`);
  await press(page, 'Hoàn tác');
  await page.getByText('Đã hoàn tác', { exact: false }).first().waitFor();

  await page.goto(`${product.address}/chi-tieu/${id}`);
  await chart(page, '90%');
  expect(await cell(page, 'UBND xã An Phú').inputValue()).toBe('');
  await press(page, 'Mục tiêu từng đơn vị');
  await page.getByRole('textbox', { name: 'UBND xã Tân Lập, mục tiêu riêng' }).fill('89,5');
  expect(await seriousFindings(page)).toEqual([]);
  await press(page, 'Lưu mục tiêu');
  await told(page, 'Đã lưu mục tiêu từng đơn vị.');
  await page.getByText('UBND xã Tân Lập: ≥ 89,5%').waitFor();
});
