import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../src/store/db.ts';
import { ensureDemoOfficer } from '../../src/store/demo.ts';
import { fillDemoDirectory } from '../../src/store/directory-demo.ts';
import { openBrowser } from './browser.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** Đơn vị: any day's tree, a reorganisation tried, entered and taken back. */
let product: Product;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  product = await openProduct();
  await inTransaction(product.database.db, ensureDemoOfficer);
  await inTransaction(product.database.db, fillDemoDirectory);
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

const tree = () => page.getByRole('region', { name: 'Cây đơn vị' });

it('shows the tree of any day, and one agency over time', async () => {
  await page.goto(`${product.address}/don-vi`);
  await tree().getByRole('link', { name: 'Ủy ban nhân dân tỉnh Minh Hà' }).waitFor();
  await page.getByRole('slider').press('Home');
  await page.getByText('3 huyện').waitFor();
  expect(page.url()).toContain('ngay=2014-05-20');
  await page.getByRole('searchbox', { name: 'Tìm cơ quan' }).fill('ke hoach va dau tu');
  await tree().getByRole('link', { name: 'Sở Kế hoạch và Đầu tư', exact: true }).click();
  await page.getByRole('heading', { name: 'Giao việc lại cho' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('tells what the template could not prove of an agency', async () => {
  await page.goto(`${product.address}/don-vi?ngay=2026-01-10`);
  await page.getByRole('searchbox', { name: 'Tìm cơ quan' }).fill('kho bac');
  await tree().getByRole('link', { name: 'Kho bạc Nhà nước khu vực', exact: true }).click();
  await page.getByText('Mẫu chưa kiểm chứng: Ghi thêm số của khu vực').waitFor();
  await page.getByRole('searchbox', { name: 'Tìm cơ quan' }).fill('so noi vu');
  await tree().getByRole('link', { name: 'Sở Nội vụ', exact: true }).click();
  await page.getByRole('heading', { name: 'Sở Nội vụ' }).waitFor();
  expect(await page.getByText('Mẫu chưa kiểm chứng').count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
});

it('enters a reorganisation after a preview, and takes it back', async () => {
  await page.goto(`${product.address}/don-vi`);
  await page.getByRole('button', { name: 'Sắp xếp đơn vị' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('combobox', { name: 'Việc sắp xếp' }).selectOption('rename');
  await sheet.getByRole('textbox', { name: 'Cơ quan đổi tên' }).fill('so tai chinh');
  await sheet.getByRole('button', { name: 'Sở Tài chính', exact: true }).click();
  await sheet.getByRole('textbox', { name: 'Tên mới' }).fill('Sở Tài chính và Ngân sách');
  expect(await seriousFindings(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Xem trước' }).click();
  await sheet.getByText('Sở Tài chính → Sở Tài chính và Ngân sách: đổi tên').waitFor();
  await sheet.getByRole('button', { name: /^Ghi, có hiệu lực/ }).click();
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Các lần sắp xếp' }).click();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('(đã hoàn tác)').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('says of a reorganisation of a day to come what will move, by name, and when; taken back before, nothing has moved', async () => {
  await page.goto(`${product.address}/don-vi`);
  await page.getByRole('button', { name: 'Sắp xếp đơn vị' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Cơ quan hợp nhất' }).fill('so cong thuong');
  await sheet.getByRole('button', { name: 'Sở Công Thương', exact: true }).click();
  // The next one is typed where this one was.
  await page.keyboard.type('so y te');
  await sheet.getByRole('button', { name: 'Sở Y tế', exact: true }).waitFor();
  await sheet.getByRole('textbox', { name: 'Thêm cơ quan hợp nhất' }).fill('');
  await sheet.getByRole('textbox', { name: 'Vào cơ quan' }).fill('so tai chinh');
  await sheet.getByRole('button', { name: 'Sở Tài chính', exact: true }).click();
  await sheet.getByRole('textbox', { name: 'Có hiệu lực từ ngày' }).fill('01/12/2099');
  await sheet.getByRole('button', { name: 'Xem trước' }).click();
  await sheet.getByText('Việc, vướng mắc và vai trò sẽ chuyển ngày 01/12/2099').waitFor();
  await sheet.getByRole('heading', { name: /^Tài khoản: / }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await sheet.getByRole('button', { name: /^Ghi, có hiệu lực/ }).click();
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Các lần sắp xếp' }).click();
  await page.getByText('Việc và vai trò sẽ chuyển ngày 01/12/2099').waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
  await page.getByText('Việc và vai trò sẽ chuyển ngày 01/12/2099').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^Việc chờ nơi nhận/ }).click();
  await page.getByText('Không còn việc nào chờ nơi nhận').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});
