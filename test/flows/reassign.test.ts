import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quarterly } from '../../src/assignment/testing.ts';
import { confirmed, issue, type Province, province } from '../../src/store/assignment-testing.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** Work that was given to one agency and is given to another, in a browser. */
let browser: Browser;
let product: Product;
let there: Province;
let lead: string;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  const task = { text: 'Niêm yết công khai', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'] };
  await issue(there, await confirmed(there, [{ ...task, id: 't1', schedule: quarterly }]));
  lead = await sessionOf(there, 'Đỗ Minh Châu', 'lead', there.ids['noi-vu']);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const choose = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Chuyển cho cơ quan' }).fill(name);
  await page.getByRole('button', { name: 'Sở Tài chính', exact: true }).click();
};

describe('giving work to another agency', { timeout: 120_000 }, () => {
  it('of many at once says how much goes over of how many before it is done, and is taken back', async () => {
    const page = await openPageAs({ browser, product }, lead, '/giao-viec?ky=2026-q4');
    await page.getByRole('button', { name: /Niêm yết công khai/ }).click();
    await page.getByRole('button', { name: 'Chọn cả 3 việc' }).click();
    await page.getByRole('button', { name: 'Chuyển cơ quan 3 việc' }).click();
    const sheet = page.getByRole('dialog');
    expect(await sheet.getByRole('button', { name: 'Chuyển 12 lần đến hạn' }).isDisabled()).toBe(true);
    await choose(page, 'tai chinh');
    await sheet.getByText('Chuyển 12 lần đến hạn của 3 cơ quan cho Sở Tài chính.').waitFor();
    await sheet.getByRole('radio', { name: 'Chỉ 3 lần đến hạn đã chọn' }).check();
    await sheet.getByText('Chuyển 3 lần đến hạn của 3 cơ quan cho Sở Tài chính.').waitFor();
    await sheet.getByLabel('Lý do').fill('Đổi phân công');
    expect(await seriousFindings(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Chuyển 3 lần đến hạn' }).click();
    await page.getByText('Đã chuyển 3 lần đến hạn cho Sở Tài chính.').waitFor();
    await page.locator('.owed-name', { hasText: 'Sở Tài chính' }).first().waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã hoàn tác.').waitFor();
    await page.locator('.owed-name', { hasText: 'UBND xã Tân Lập' }).first().waitFor();
    await page.close();
  });

  it('from the sheet of one tells so in its history, and warns of work the agency owes anyway', async () => {
    const page = await openPageAs({ browser, product }, lead, '/giao-viec?ky=2026-q4', [390, 844]);
    await page.getByRole('button', { name: /Niêm yết công khai/ }).click();
    await page.getByRole('link', { name: 'Lịch sử' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Chuyển cho cơ quan khác' }).click();
    await sheet.getByRole('textbox', { name: 'Chuyển cho cơ quan' }).fill('an phu');
    await sheet.getByRole('button', { name: 'UBND xã An Phú' }).click();
    await sheet.getByText(/đã được giao chính nhiệm vụ này/).waitFor();
    await sheet.getByRole('button', { name: 'Chọn lại' }).click();
    await choose(page, 'so tai chinh');
    await sheet.getByLabel('Lý do').fill('Làm thay trong mùa bão');
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Chuyển 4 lần đến hạn' }).click();
    await sheet.getByText('Giao lại cho Sở Tài chính: Làm thay trong mùa bão').waitFor();
    await sheet.getByRole('link', { name: 'Sở Tài chính' }).waitFor();
    await sheet.getByText(/lúc đầu cho UBND/).waitFor();
    await page.close();
  });
});
