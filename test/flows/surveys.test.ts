import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { province } from '../../src/store/assignment-testing.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** A survey in a browser: brought in, its design declared, estimated, two groups compared, kept, and read by a leader on a phone. */
let browser: Browser;
let product: Product;
let focal = '';
let leader = '';

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  const there = await province(product.database.db);
  focal = await sessionOf(there, 'Phạm Minh', 'focal', null);
  leader = await sessionOf(there, 'Lê Hà', 'leader', null);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

/** Two areas of five villages with eight people each, who wait 1 to 4 days in the delta and 5 days more in the hills. */
const rows = ['Đồng bằng', 'Miền núi'].flatMap((area, a) =>
  Array.from({ length: 40 }, (_, i) => [area, `${a}-${i % 5}`, a + 1, 1 + (i % 4) + 5 * a].join(',')),
);
const csv = ['khu_vuc,thon,quyen_so,so_ngay', ...rows].join('\n');

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (page: Page, name: string, label: string) =>
  page.getByRole('combobox', { name, exact: true }).selectOption({ label });

it('is brought in, declared, estimated, compared and kept, and read on a phone', { timeout: 120_000 }, async () => {
  const page = await openPageAs({ browser, product }, focal, '/khao-sat');
  await page.getByText('Chưa có khảo sát nào').waitFor();
  await press(page, 'Nhập khảo sát');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Khảo sát chờ đợi.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('dialog').getByRole('button', { name: 'Nhập khảo sát', exact: true }).click();

  await page.getByRole('heading', { level: 1, name: 'Khảo sát chờ đợi' }).waitFor();
  await choose(page, 'Tầng', 'khu_vuc');
  await choose(page, 'Cụm (đơn vị chọn mẫu sơ cấp)', 'thon');
  await choose(page, 'Quyền số', 'quyen_so');
  await press(page, 'Đối chiếu và ghi');
  await page.getByText('80 người trả lời, trong 10 cụm', { exact: false }).waitFor();

  await page.getByRole('link', { name: 'Ước lượng', exact: true }).click();
  await page.getByRole('textbox', { name: 'Tìm câu hỏi để tính' }).fill('ngay');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Chỉ tiêu đã chọn' }).getByText('so_ngay').first().waitFor();
  await choose(page, 'Phân tổ theo', 'khu_vuc');
  await press(page, 'Tính ước lượng');
  const table = page.getByRole('table', { name: 'Trung bình: so_ngay, theo khu_vuc' });
  await table.getByRole('row', { name: /Miền núi 7,50 / }).waitFor();
  // Of the hills twice as many: (2.5 + 2 × 7.5) / 3.
  await table.getByRole('row', { name: /Toàn bộ 5,83 / }).waitFor();
  await page.getByRole('img', { name: /đầu: Miền núi 7,50/ }).waitFor();
  await choose(page, 'Nhóm thứ nhất', 'Đồng bằng');
  await choose(page, 'Nhóm thứ hai', 'Miền núi');
  await page.getByText('Đồng bằng thấp hơn Miền núi 5,00', { exact: false }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await press(page, 'Lưu kết quả');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu kết quả', exact: true }).click();
  await page.getByRole('link', { name: 'Kết quả đã lưu (1)' }).waitFor();
  const { pathname } = new URL(page.url());
  await page.close();

  const phone = await openPageAs({ browser, product }, leader, pathname, [390, 844]);
  await phone.getByText('do Phạm Minh lưu', { exact: false }).waitFor();
  await phone.getByRole('img', { name: /toàn bộ 5,83/ }).waitFor();
  expect(await isWide(phone)).toBe(false);
  expect(await phone.getByRole('button', { name: 'Gỡ khảo sát' }).count()).toBe(0);
  await phone.close();
});
