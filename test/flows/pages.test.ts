import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openTab } from './officer.ts';
import { type PlanRow, planAsPdf } from './plans.ts';
import { dropFile, openProduct, type Product, seriousFindings } from './product.ts';

/** A PDF is reviewed beside its own pages. */
let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const subjects =
  'quy hoạch đất đai, thu chi ngân sách, danh sách hộ nghèo, thủ tục hành chính, giá dịch vụ y tế, học phí mầm non, nước sạch nông thôn, an ninh trật tự, giấy phép xây dựng, kết quả giải quyết hồ sơ, chất lượng không khí, tuyển dụng viên chức';
const rows = subjects.split(', ').map((subject, at): PlanRow => {
  const quarter = ['I', 'II', 'III', 'IV'][at % 4];
  return ['Tiếp cận thông tin', `Công khai ${subject} trên cổng thông tin`, 'Sở Nội vụ', `Quý ${quarter} năm 2026`];
});
const name = 'kế hoạch.pdf';

async function openReview(width: number, height: number): Promise<Page> {
  const page = await openTab(browser, 'focal', [width, height]);
  await page.goto(`${product.address}/ke-hoach`);
  await page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
  await dropFile(page, name, planAsPdf({ number: 7, rows }));
  await page.getByRole('heading', { name: `Rà soát: ${name}` }).waitFor();
  return page;
}

const task = (page: Page) => page.getByRole('region', { name: 'Nhiệm vụ đang xem' });
const text = (page: Page) => task(page).getByRole('textbox', { name: 'Nhiệm vụ', exact: true });
const sheet = (page: Page, number: number) =>
  page
    .getByRole('region', { name: 'Trang văn bản' })
    .locator('figure')
    .filter({ hasText: `Trang ${number}` });

/** Whether something is drawn: a canvas nobody drew on has no dark point. */
const isDrawn = (page: Page, number: number) =>
  sheet(page, number)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const points = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return points.some((value, at) => at % 4 === 0 && value < 100 && (points[at + 3] ?? 0) > 200);
    });

describe('the pages beside the review', () => {
  it('show the source of the task at hand outlined, and a press on a place chooses its task', async () => {
    const page = await openReview(1366, 768);
    await page.getByRole('button', { name: 'Theo văn bản' }).click();
    await page.locator('.task-item').first().click();
    const outlined = (number: number) => sheet(page, number).locator('.page-outline');
    await outlined(2).waitFor();
    expect(await outlined(2).count(), 'a row has one outline').toBe(1);
    await expect.poll(() => isDrawn(page, 2)).toBe(true);
    // The tenth task is the second row under the header of the second table.
    const place = await sheet(page, 3).locator('.page-sheet').boundingBox();
    const at = (x: number, y: number) => ({ x: (x / 595) * (place?.width ?? 0), y: (y / 842) * (place?.height ?? 0) });
    await sheet(page, 3)
      .locator('.page-sheet')
      .click({ position: at(260, 842 - 690) });
    await task(page).getByRole('heading', { name: 'Nhiệm vụ 10 / 12', exact: true }).waitFor();
    expect(await text(page).inputValue()).toContain('kết quả giải quyết hồ sơ');
    await outlined(3).waitFor();
    expect(await outlined(2).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Chữ đọc được' }).click();
    await page
      .getByRole('region', { name: 'Văn bản' })
      .locator('tr[data-on]')
      .filter({ hasText: 'kết quả giải quyết hồ sơ' })
      .waitFor();
    await page.close();
  });

  it('wait behind the tasks on a phone, and come large enough to be read', async () => {
    const page = await openReview(390, 844);
    await text(page).waitFor();
    expect(await page.getByRole('region', { name: 'Trang văn bản' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Văn bản', exact: true }).click();
    const outline = page.locator('.page-outline').first();
    await expect.poll(async () => ((await outline.boundingBox())?.y ?? 900) < 844).toBe(true);
    expect((await sheet(page, 2).boundingBox())?.width).toBeGreaterThan(600);
    expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });
});
