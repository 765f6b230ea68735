import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openTab } from './officer.ts';
import { dropFile, openProduct, type Product, seriousFindings } from './product.ts';

/** Reviewing as an officer does it all day: by keyboard, changing one's mind, with a line that comes and goes. */
let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const file = 'minh-ha-2025.docx';
const bytes = readFileSync(join(import.meta.dirname, '..', '..', 'samples', file));

async function openReview(width = 1366, height = 768): Promise<{ page: Page; desk: Locator; text: Locator }> {
  const page = await openTab(browser, 'focal', [width, height]);
  await page.goto(`${product.address}/ke-hoach`);
  await page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
  await dropFile(page, file, bytes);
  await page.getByRole('heading', { name: `Rà soát: ${file}` }).waitFor();
  const desk = page.getByRole('region', { name: 'Nhiệm vụ đang xem' });
  return { page, desk, text: desk.getByRole('textbox', { name: 'Nhiệm vụ', exact: true }) };
}

const place = (desk: Locator, words: string) => desk.getByRole('heading', { name: words, exact: true }).waitFor();

describe('the review', () => {
  it('is done by keyboard alone: look at what is doubtful, accept the rest, confirm', async () => {
    const { page, desk, text } = await openReview();
    const waiting = async () =>
      Number(/(\d+) chỗ cần xem/.exec((await page.locator('.sub').textContent()) ?? '')?.[1] ?? 0);
    for (let left = await waiting(); left > 0; left--) {
      await page.keyboard.press('Enter');
      await expect.poll(waiting).toBe(left - 1);
    }
    await page.keyboard.press('t');
    await page.keyboard.type('Nhiệm vụ thêm bằng bàn phím');
    await page.keyboard.press('Escape');
    await desk.getByRole('heading', { name: /\/ 29$/ }).waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('e');
    await page.keyboard.press('End');
    await page.keyboard.type(' Gõ từ bàn phím.');
    await page.keyboard.press('Escape');
    expect(await text.inputValue()).toContain('Gõ từ bàn phím.');
    await page.keyboard.press('Shift+A');
    await page.getByText(/Đã nhận \d+ nhiệm vụ chắc chắn/).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Phím tắt khi rà soát' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ma trận nhiệm vụ' }).waitFor();
    await page.close();
  });

  it('splits at the cursor, merges, and takes both back', async () => {
    const { page, desk, text } = await openReview();
    await page.getByRole('button', { name: 'Theo văn bản' }).click();
    await page.locator('.task-item').first().click();
    await place(desk, 'Nhiệm vụ 1 / 28');
    const whole = await text.inputValue();
    const at = whole.indexOf(' ', 20);
    await text.focus();
    await text.evaluate((box: HTMLTextAreaElement, to) => box.setSelectionRange(to, to), at);
    await page.keyboard.press('Control+Enter');
    await place(desk, 'Nhiệm vụ 2 / 29');
    expect(await text.inputValue()).toBe(whole.slice(at).trim());
    await page.keyboard.press('m');
    await place(desk, 'Nhiệm vụ 1 / 28');
    await page.keyboard.press('Control+z');
    await page.getByText('29 nhiệm vụ đọc được').waitFor();
    await page.keyboard.press('Control+z');
    await place(desk, 'Nhiệm vụ 1 / 28');
    expect(await text.inputValue()).toBe(whole);
    await page.close();
  });

  it('keeps what is typed while the line is cut, and sends it when it is back', async () => {
    const { page, desk } = await openReview();
    const result = desk.getByRole('textbox', { name: 'Kết quả' });
    await page.context().setOffline(true);
    await result.fill('Ghi khi mất mạng');
    await result.blur();
    await page.getByText(/Đang chờ mạng/).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/Đã lưu lúc/).waitFor();
    await page.reload();
    await page.getByText('Ghi khi mất mạng').first().waitFor();
    await page.close();
  });

  it('follows a click in the document to its task, and a chosen task to its place', async () => {
    const { page, desk, text } = await openReview();
    await page.locator('.task-item').last().click();
    const wanted = await text.inputValue();
    const marked = page.getByRole('region', { name: 'Văn bản' }).locator('tr[data-on]');
    await marked.waitFor();
    await page.locator('.task-item').first().click();
    await marked.filter({ hasNotText: wanted }).waitFor();
    await page.getByRole('region', { name: 'Văn bản' }).getByText(wanted, { exact: true }).first().click();
    await expect.poll(() => text.inputValue()).toBe(wanted);
    await place(desk, 'Nhiệm vụ 28 / 28');
    await page.close();
  });

  it('leaves the task in sight on a phone, the rarer things a tap away', async () => {
    const { page, desk, text } = await openReview(390, 844);
    const before = (await text.boundingBox()) ?? { y: Number.POSITIVE_INFINITY };
    expect(before.y).toBeLessThan(844 * 0.75);
    await page.getByRole('button', { name: 'Việc khác với nhiệm vụ này' }).click();
    await page.getByRole('menuitem', { name: 'Bỏ nhiệm vụ' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Bỏ nhiệm vụ' }).click();
    await desk.getByRole('heading', { name: /\/ 27$/ }).waitFor();
    await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await desk.getByRole('heading', { name: /\/ 28$/ }).waitFor();
    await page.close();
  });
});
