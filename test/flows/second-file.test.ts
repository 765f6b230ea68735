import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openTab } from './officer.ts';
import { type PlanRow, planAsHtml } from './plans.ts';
import { dropFile, openProduct, type Product, seriousFindings } from './product.ts';

/** What was done once is not done again: with the signed copy of a plan, and with the next plan of the same make. */
let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const rows: PlanRow[] = [
  ['Tiếp cận thông tin', 'Công khai thông tin trên cổng thông tin điện tử', 'Sở Nội vụ', 'Thường xuyên'],
  ['Y tế công lập', 'Nâng cao chất lượng khám, chữa bệnh ở tuyến cơ sở', 'Sở Y tế', 'Quý II năm 2026'],
  ['Giáo dục tiểu học', 'Sửa chữa phòng học xuống cấp trước năm học mới', 'Sở Giáo dục và Đào tạo', 'Quý III năm 2026'],
];
const signed: PlanRow[] = rows
  .map(([component, text, lead, time], at): PlanRow => [component, text, lead, at === 1 ? 'Quý IV năm 2026' : time])
  .slice(0, 2)
  .concat([
    ['Thủ tục hành chính', 'Số hóa hồ sơ lưu trữ tại bộ phận một cửa', 'Văn phòng UBND tỉnh', 'Quý I năm 2026'],
  ]);

async function openPage(): Promise<Page> {
  return openTab(browser, 'focal');
}

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.goto(`${product.address}/ke-hoach`);
  await page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
  await dropFile(page, name, bytes);
  await page.getByRole('heading', { name: `Rà soát: ${name}` }).waitFor();
}

const desk = (page: Page) => page.getByRole('region', { name: 'Nhiệm vụ đang xem' });
const lead = (page: Page, name: string) =>
  desk(page).getByRole('group', { name: 'Chủ trì' }).getByRole('button', { name, exact: true });
const choose = (page: Page, words: string) => page.locator('.task-item').filter({ hasText: words }).click();

async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
  const still = page.getByRole('button', { name: 'Vẫn xác nhận' });
  const matrix = page.getByRole('heading', { name: 'Ma trận nhiệm vụ' });
  await still.or(matrix).first().waitFor();
  if (await still.isVisible()) await still.click();
  await matrix.waitFor();
}

describe('a second file of a plan', () => {
  it('is compared task by task, and taken over with the corrections already made', async () => {
    const page = await openPage();
    await drop(page, 'dự thảo.html', planAsHtml({ number: 31, rows }));
    await choose(page, 'Công khai thông tin');
    const result = desk(page).getByRole('textbox', { name: 'Kết quả' });
    await result.fill('Chuyên mục công khai');
    await result.blur();
    await page.getByText(/Đã lưu lúc/).waitFor();
    await page.getByRole('tab', { name: /Các bản/ }).click();
    const files = page.getByRole('tabpanel').locator('input[type=file]');
    await files.setInputFiles({
      name: 'bản ký.html',
      mimeType: 'text/html',
      buffer: planAsHtml({ number: 31, rows: signed }),
    });
    await page.getByRole('heading', { name: 'So sánh hai bản' }).waitFor();
    const change = (kind: string) =>
      page.locator('.changes > li').filter({ hasText: new RegExp(`^[^a-zA-Z]*${kind}`) });
    await change('Sửa').filter({ hasText: 'khám, chữa bệnh' }).waitFor();
    expect(await change('Sửa').locator('del').allTextContents()).toEqual(['II', 'II']);
    expect(await change('Sửa').locator('ins').allTextContents()).toEqual(['IV', 'IV']);
    await change('Thêm').filter({ hasText: 'Số hóa hồ sơ' }).waitFor();
    await change('Bỏ').filter({ hasText: 'Sửa chữa phòng học' }).waitFor();
    expect(await page.locator('.changes > li').count()).toBe(3);
    for (const width of [1366, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await seriousFindings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('button', { name: 'Dùng bản này' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Dùng bản này' }).click();
    await page.getByRole('heading', { name: 'Rà soát: bản ký.html' }).waitFor();
    await choose(page, 'Công khai thông tin');
    expect(await result.inputValue()).toBe('Chuyên mục công khai');
    await choose(page, 'Số hóa hồ sơ');
    await page.getByRole('tab', { name: /Các bản/ }).click();
    await page.getByRole('tabpanel').getByText('Bản 1: dự thảo.html').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });
});

describe('what a column holds', () => {
  it('is asked once, known in the next plan, shown among what was learned, and forgotten when taken away', async () => {
    const page = await openPage();
    const header = 'Bên nhận khoán việc';
    const plan = (number: number) => planAsHtml({ number, rows, lead: header });
    const question = page.getByRole('combobox', { name: new RegExp(header) });
    await drop(page, 'kế hoạch 41.html', plan(41));
    await question.selectOption({ label: 'Cơ quan chủ trì' });
    await page.getByRole('button', { name: 'Đọc lại bảng' }).click();
    await question.waitFor({ state: 'detached' });
    await choose(page, 'khám, chữa bệnh');
    await lead(page, 'Sở Y tế').waitFor();
    await confirm(page);
    await drop(page, 'kế hoạch 42.html', plan(42));
    await choose(page, 'khám, chữa bệnh');
    await lead(page, 'Sở Y tế').waitFor();
    expect(await question.count()).toBe(0);
    await page.getByRole('link', { name: 'Đã học' }).click();
    await page.getByRole('heading', { name: 'Đã học', level: 1 }).waitFor();
    await page.getByText(`“${header}”`).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: `Bỏ điều đã học “${header}”` }).click();
    await page.getByRole('heading', { name: 'Chưa học được gì' }).waitFor();
    await page.getByRole('link', { name: 'Đã bỏ' }).click();
    await page.getByRole('button', { name: `Dùng lại điều đã học “${header}”` }).waitFor();
    await drop(page, 'kế hoạch 43.html', plan(43));
    await question.waitFor();
    await page.close();
  });
});
