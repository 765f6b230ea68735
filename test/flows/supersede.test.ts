import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quarterly } from '../../src/assignment/testing.ts';
import { confirmed, issue, type Province, province } from '../../src/store/assignment-testing.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** A plan that takes the place of one that was given out, in a browser. */
let browser: Browser;
let product: Product;
let there: Province;
let focal: string;
let old: string;
let later: string;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  const lead = ['Sở Nội vụ'];
  const implement = ['UBND các xã, phường'];
  old = await confirmed(there, [{ id: 'a', text: 'Niêm yết công khai', lead, implement, schedule: quarterly }]);
  await issue(there, old);
  later = await confirmed(there, [{ id: 'b', text: 'Niêm yết công khai', lead, implement, schedule: quarterly }], {
    date: '2026-06-01',
  });
  await there.db.updateTable('plan').set({ number: '99/KH-UBND' }).where('id', '=', later).execute();
  focal = await sessionOf(there, 'Trần Thị Mai', 'focal', null);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

describe('a plan that takes the place of another', { timeout: 120_000 }, () => {
  it('tells before how much of the other ends, and holds from a day that is not ahead', async () => {
    const page = await openPageAs({ browser, product }, focal, `/ke-hoach/${later}/giao`, [390, 844]);
    const part = page.getByRole('region', { name: 'Thay thế kế hoạch đã giao' });
    expect(await part.getByRole('radio', { name: 'Không thay thế kế hoạch nào' }).isChecked()).toBe(true);
    await part.getByRole('radio', { name: /Thay thế Kế hoạch 12\/KH-UBND/ }).check();
    await part.getByText('12 lần đến hạn chưa xong của 3 cơ quan sẽ kết thúc').waitFor();
    const from = part.getByLabel('Có hiệu lực từ ngày');
    expect(await from.inputValue()).toBe('01/06/2026');
    await from.fill('01/01/2099');
    await part.getByText(/không thể sau hôm nay/).waitFor();
    expect(await page.getByRole('button', { name: /^Giao/ }).isDisabled()).toBe(true);
    await from.fill('02/06/2026');
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Giao .*, thay thế Kế hoạch 12\/KH-UBND$/ }).click();
    await page.getByText('Kế hoạch đã giao 1 lần.').waitFor();
    expect(await part.count()).toBe(0);
    await page.close();
  });

  it('is named where the other is listed and opened', async () => {
    const page = await openPageAs({ browser, product }, focal, '/ke-hoach');
    const row = page.getByRole('row').filter({ hasText: 'Đã được thay thế' });
    await row.getByText('bằng 99/KH-UBND từ 02/06/2026').waitFor();
    await page.goto(`${product.address}/ke-hoach/${old}/giao`);
    await page.getByRole('heading', { name: 'Kế hoạch đã được thay thế' }).waitFor();
    expect(await page.getByRole('button', { name: /^Giao/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Mở kế hoạch thay thế' }).click();
    await page.waitForURL(`**/ke-hoach/${later}/giao`);
    await page.goto(`${product.address}/giao-viec?ky=2026&ke-hoach=${old}`);
    await page.getByRole('button', { name: /Niêm yết công khai/ }).click();
    await page.getByText('Không có việc phải làm trong thời gian và tình trạng đã chọn.').waitFor();
    await page.close();
  });
});
