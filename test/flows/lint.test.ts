import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSet } from '../../src/publish/lint/testing.ts';
import { official } from '../../src/publish/lint/testing-documents.ts';
import { openBrowser } from './browser.ts';
import { dropFile, openProduct, type Product, seriousFindings } from './product.ts';

/** A Word file is checked against the decree on clerical work: dropped or chosen, mended, dropped again. */
let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

async function openPage(width: number, height: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height }, colorScheme })).newPage();
  await page.goto(`${product.address}/the-thuc`);
  await page.getByRole('heading', { name: 'Kiểm tra thể thức', level: 1 }).waitFor();
  return page;
}

const name =
  'Kế hoạch kiểm tra cải cách hành chính, kỷ luật kỷ cương hành chính và đạo đức công vụ năm 2026 (dự thảo lần 3).docx';

async function faulty(): Promise<Uint8Array> {
  const document = official('Kế hoạch');
  document.margins.left = 25;
  for (const line of document.body) line.font = 'Arial';
  for (const line of document.left) line.text = line.text.replace('Số: 05', 'Số: ……');
  return writeSet(document);
}

describe('checking a Word file', () => {
  it.each([
    [1366, 768, 'light'],
    [390, 844, 'dark'],
  ] as const)('says by part what to mend and by which clause (%i × %i, %s)', async (width, height, scheme) => {
    const page = await openPage(width, height, scheme);
    await dropFile(page, name, await faulty());
    await page.getByText('Chưa đúng thể thức').waitFor();
    expect(await page.getByRole('status').filter({ hasText: 'Kế hoạch' }).textContent()).toContain(
      '2 lỗi · 1 chỗ để trống',
    );
    const part = (title: string) => page.getByRole('region', { name: title });
    expect(await part('Lề trang').textContent()).toContain('Lề trái 25 mm (đặt 30 đến 35).');
    expect(await part('Phông chữ').textContent()).toContain('mục I khoản 4');
    expect(await part('Số, ký hiệu').textContent()).toContain('Để trống');
    // Nothing hangs over the edge, however long the name of the file.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('takes a chosen file too, and the drop on this page becomes no plan', async () => {
    const page = await openPage(1366, 768);
    await dropFile(page, 'sai.docx', await faulty());
    await page.getByText('Chưa đúng thể thức').waitFor();
    const bytes = await writeSet(official('Công văn'));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'tốt.docx', mimeType: '', buffer: Buffer.from(bytes) });
    await page.getByText('Không có lỗi thể thức').waitFor();
    expect(await page.getByText('Chưa đúng thể thức').count()).toBe(0);
    await page.goto(`${product.address}/ke-hoach`);
    await page.getByText('Chưa có kế hoạch nào').waitFor();
    await page.context().close();
  });

  it('says what a file is that it cannot check, and what to do', async () => {
    const page = await openPage(390, 844);
    await dropFile(page, 'kế hoạch.docx', new TextEncoder().encode('KẾ HOẠCH'));
    const alert = page.getByRole('alert').filter({ hasText: 'Không phải tệp Word .docx' });
    expect(await alert.textContent()).toContain('chọn “Lưu thành” (Save As) dạng .docx');
    await page.context().close();
  });
});
