import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRowSheets } from '../../src/document/rows.ts';
import { type Province, province } from '../../src/store/assignment-testing.ts';
import { openBrowser } from './browser.ts';
import { openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** A form's way in a browser: a lead takes a ready one, sends it, a commune answers on a phone, the lead has the sum. */
let browser: Browser;
let product: Product;
let there: Province;
let [lead, officer] = ['', ''];

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  lead = await sessionOf(there, 'Phạm Thị Lan', 'lead', there.ids['tai-chinh']);
  officer = await sessionOf(there, 'Lê Văn An', 'officer', there.ids['tan-lap']);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const told = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Thông báo', exact: true }).getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const fill = async (page: Page, figures: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(figures)) {
    const box = page.getByRole('textbox', { name, exact: true });
    await box.fill(value);
    await box.press('Tab');
  }
};

it('is sent from a ready one, answered on a phone with its check, and summed', { timeout: 120_000 }, async () => {
  const page = await openPageAs({ browser, product }, lead, '/phieu');
  await press(page, 'Lập phiếu');
  await press(page, 'Dùng mẫu Hòa giải ở cơ sở');
  await press(page, 'Gửi cho các đơn vị');
  for (const name of ['Tân Lập', 'An Phú']) {
    await page.getByRole('searchbox', { name: 'Tìm đơn vị để thêm hoặc bớt' }).fill(name);
    await page.getByRole('checkbox', { name: `UBND xã ${name}` }).check();
  }
  await page.getByRole('textbox', { name: 'Trả lời chậm nhất ngày' }).fill('15/12/2199');
  await page.getByText('Hạn: ').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await press(page, 'Gửi phiếu cho 2 đơn vị');
  await told(page, 'Đã gửi phiếu cho 2 đơn vị.');

  const phone = await openPageAs({ browser, product }, officer, '/thong-bao', [390, 844]);
  await phone.getByRole('link', { name: 'Gửi phiếu số liệu: Hòa giải ở cơ sở' }).click();
  await fill(phone, { 'Số tổ hòa giải': '12', 'Số hòa giải viên': '70', 'Số vụ, việc tiếp nhận': '10' });
  await fill(phone, { 'Hòa giải thành': '9', 'Hòa giải không thành': '3' });
  await phone.getByText('Số vụ đã kết thúc lớn hơn số tiếp nhận').waitFor();
  await press(phone, 'Gửi phiếu');
  await told(phone, 'Còn 1 câu phải xem lại trước khi gửi.');
  expect(await seriousFindings(phone)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await fill(phone, { 'Hòa giải không thành': '1' });
  await phone.getByText('Đã đủ để gửi').waitFor();
  await press(phone, 'Gửi phiếu');
  await told(phone, 'Đã gửi phiếu.');

  await page.reload();
  await page.getByText('Chưa có số liệu của 1 đơn vị').waitFor();
  await page
    .getByRole('row', { name: /Tỷ lệ hòa giải thành trên số vụ đã kết thúc.*90%/ })
    .first()
    .waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Xuất Excel' }).click(),
  ]);
  const bytes = Buffer.concat(await (await download.createReadStream()).toArray());
  expect(readRowSheets(bytes)[0]?.rows.map(([unit]) => unit)).toContain('UBND xã An Phú (chưa gửi)');
});
