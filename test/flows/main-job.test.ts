import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedAvailable, sharedPath } from '../shared.ts';
import { openBrowser } from './browser.ts';
import { openTab } from './officer.ts';
import { dropFile, openProduct, type Product, seriousFindings } from './product.ts';

/** The main job, in a browser, on a real plan: drop, correct, confirm, find, take along. */
let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const sample = {
  name: 'minh-ha-2026.docx',
  path: join(import.meta.dirname, '..', '..', 'samples', 'minh-ha-2026.docx'),
};
const real = { name: 'quang-nam-2023.docx', path: sharedPath('plans', 'quang-nam-2023.docx') };

async function openPage(width: number, height: number): Promise<{ page: Page; errors: string[] }> {
  const page = await openTab(browser, 'focal', [width, height]);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return { page, errors };
}

async function dropCorrectConfirm(page: Page, plan: { name: string; path: string }, corrected: string): Promise<void> {
  await page.goto(`${product.address}/ke-hoach`);
  await page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
  await dropFile(page, plan.name, readFileSync(plan.path));
  await page.getByRole('heading', { name: `Rà soát: ${plan.name}` }).waitFor();
  const text = page.getByRole('region', { name: 'Nhiệm vụ đang xem' }).getByRole('textbox', { name: 'Nhiệm vụ' });
  await text.fill(corrected);
  await text.blur();
  await page.getByText(/Đã lưu lúc/).waitFor();
  await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
  const still = page.getByRole('button', { name: 'Vẫn xác nhận' });
  await still
    .or(page.getByRole('heading', { name: 'Ma trận nhiệm vụ' }))
    .first()
    .waitFor();
  if (await still.isVisible()) await still.click();
  await page.getByRole('heading', { name: 'Ma trận nhiệm vụ' }).waitFor();
}

async function filterByAgency(page: Page, agency: string): Promise<void> {
  await page.getByRole('button', { name: /^Cơ quan/ }).click();
  await page
    .getByRole('option', { name: new RegExp(`^${agency}( |$)`) })
    .first()
    .click();
  await page.waitForURL(/co-quan=/);
}

async function exportedRows(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Xuất Excel').click()]);
  const [sheet] = await readExcel(readFileSync(await download.path()));
  return (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

const corrected = 'Nội dung đã được cán bộ sửa lại cho đúng văn bản';

describe('the main job in a browser', () => {
  it.runIf(sharedAvailable)(
    'drops a real plan, corrects a field, confirms, finds the task by agency, exports and reads it back',
    async () => {
      const { page, errors } = await openPage(1366, 768);
      await dropCorrectConfirm(page, real, corrected);
      const row = page.getByRole('row').filter({ hasText: corrected });
      await row.first().waitFor();
      const agencies = await (await page.request.get(`${product.address}/api/tasks`)).json();
      const task = agencies.tasks.find(({ text }: { text: string }) => text === corrected);
      const [agency] = [...task.lead, ...task.implement, ...task.cooperate, ...task.monitor];
      await filterByAgency(page, agency);
      await row.first().waitFor();
      const rows = await exportedRows(page);
      expect(rows.some((cells) => cells.includes(corrected))).toBe(true);
      const shown = await (
        await page.request.get(`${product.address}/api/tasks?agency=${encodeURIComponent(agency)}`)
      ).json();
      expect(rows.filter((cells) => cells.some((cell) => cell.includes(agency)))).toHaveLength(shown.total);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it('does the same with a sample plan on a phone', async () => {
    const { page, errors } = await openPage(390, 844);
    await dropCorrectConfirm(page, sample, `${corrected} trên điện thoại`);
    // The list is drawn as far as it is seen: look for the task as an officer would, without diacritics.
    await page.getByRole('searchbox', { name: 'Tìm trong nhiệm vụ' }).fill('tren dien thoai');
    await page.getByText(`${corrected} trên điện thoại`).first().waitFor();
    const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect(wide).toBe(false);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says in Vietnamese what is wrong with a picture that calls itself a Word file, and keeps going', async () => {
    const { page } = await openPage(1366, 768);
    await page.goto(`${product.address}/ke-hoach`);
    await page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await dropFile(page, 'ke-hoach.docx', png);
    await page
      .getByText(/là ảnh|hình ảnh|tệp ảnh/i)
      .first()
      .waitFor();
    await dropFile(page, sample.name, readFileSync(sample.path));
    await page.getByRole('heading', { name: `Rà soát: ${sample.name}` }).waitFor();
    await page.close();
  });

  it('keeps what one tab did in the other, and after a reload', async () => {
    const { page: first } = await openPage(1366, 768);
    await first.goto(`${product.address}/ke-hoach`);
    await first.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
    await dropFile(first, sample.name, readFileSync(sample.path));
    await first.getByRole('heading', { name: `Rà soát: ${sample.name}` }).waitFor();
    const second = await first.context().newPage();
    await second.goto(first.url());
    const box = (page: Page) =>
      page.getByRole('region', { name: 'Nhiệm vụ đang xem' }).getByRole('textbox', { name: 'Kết quả' });
    await box(first).fill('Kết quả từ thẻ thứ nhất');
    await box(first).blur();
    await first.getByText(/Đã lưu lúc/).waitFor();
    await second.getByText('Kết quả từ thẻ thứ nhất').first().waitFor();
    await second.reload();
    await second.getByText('Kết quả từ thẻ thứ nhất').first().waitFor();
    await first.keyboard.press('Control+z');
    await first.context().close();
  });

  it.each([
    [1366, 768],
    [390, 844],
  ])('has nothing serious for axe at %d × %d', async (width, height) => {
    const { page } = await openPage(width, height);
    await page.goto(`${product.address}/ke-hoach`);
    await page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
    const listPlans = () => page.request.get(`${product.address}/api/plans`);
    // The session is opened behind the heading.
    await expect.poll(async () => (await listPlans()).status(), { timeout: 30_000 }).toBe(200);
    const { plans } = await (await listPlans()).json();
    const { tasks } = await (await page.request.get(`${product.address}/api/tasks`)).json();
    const draft = plans.find(({ status }: { status: string }) => status === 'draft') ?? plans[0];
    for (const path of ['/ke-hoach', `/ke-hoach/${draft.id}/ra-soat`, '/nhiem-vu', `/nhiem-vu/${tasks[0].id}`]) {
      await page.goto(`${product.address}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await seriousFindings(page), path).toEqual([]);
    }
    await page.close();
  });
});
