import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/store/db.ts';
import { makeSetUpLinks } from '../../src/store/sign-in-tenants.ts';
import { openBrowser } from './browser.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** People, in a browser: set up, sign in with a second step, see sessions and end one, invite somebody. */
let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const password = 'bốn con cò bay lả bay la';

async function openPage(width = 1366, height = 768): Promise<Page> {
  return (await browser.newContext({ viewport: { width, height } })).newPage();
}

async function enter(page: Page, login: string): Promise<void> {
  await page.goto(`${product.address}/dang-nhap`);
  await page.getByLabel('Tên đăng nhập hoặc thư điện tử').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

const plansShown = (page: Page) => page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();

describe('people in a browser', { timeout: 180_000 }, () => {
  it('sets up by the printed link, signs in with a second step, sees the other session and ends it', async () => {
    const page = await openPage();
    const [link] = await inTransaction(product.database.db, (trx) => makeSetUpLinks(trx, new Date()));
    await page.goto(`${product.address}/thiet-lap#${link?.token}`);
    await page.getByLabel('Tên đơn vị dùng Thang').fill('Tỉnh Minh Hà');
    // The token does not stay in the address, where the next one at this screen would read it.
    expect(page.url()).toBe(`${product.address}/thiet-lap`);
    await page.getByLabel('Họ và tên của anh chị').fill('Đặng Thu Hà');
    await page.getByLabel('Cơ quan, phòng').fill('Sở Nội vụ');
    await page.getByLabel('Tên đăng nhập').fill('thu.ha');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Hoàn tất thiết lập' }).click();
    await plansShown(page);

    await page.goto(`${product.address}/tai-khoan`);
    await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
    await page.getByLabel('Mật khẩu hiện tại').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'Mã QR cho ứng dụng xác thực' }).waitFor();
    const secret = Secret.fromBase32(((await page.locator('.qr code').textContent()) ?? '').replace(/\s/g, ''));
    await page.getByLabel('Mã 6 chữ số ứng dụng đang hiện').fill(TOTP.generate({ secret }));
    await page.keyboard.press('Enter');
    const code = await page.getByRole('list', { name: 'Mã khôi phục' }).getByRole('listitem').first().textContent();
    await page.getByRole('button', { name: 'Tôi đã cất mã' }).click();

    const phone = await openPage(390, 844);
    await enter(phone, 'thu.ha');
    await phone.getByRole('heading', { name: 'Mã xác thực' }).waitFor();
    await phone.getByRole('button', { name: /Mất điện thoại/ }).click();
    await phone.getByLabel('Mã khôi phục').fill(code ?? '');
    await phone.keyboard.press('Enter');
    await plansShown(phone);

    await page.reload();
    const sessions = page.getByRole('region', { name: 'Phiên đăng nhập' });
    await sessions.getByRole('button', { name: /^Kết thúc phiên/ }).click();
    await sessions.getByRole('button', { name: /^Kết thúc phiên/ }).waitFor({ state: 'detached' });
    await phone.goto(`${product.address}/nhiem-vu`);
    await phone.waitForURL(/\/dang-nhap\?tiep=%2Fnhiem-vu/);
    await Promise.all([page.context().close(), phone.context().close()]);
  });

  it('keeps a wrong password outside and says why, for who uses the keyboard too', async () => {
    const page = await openPage();
    await page.goto(`${product.address}/dang-nhap`);
    await page.getByLabel('Tên đăng nhập hoặc thư điện tử').waitFor();
    await page.keyboard.type('thu.ha');
    await page.keyboard.press('Tab');
    await page.keyboard.type('không phải mật khẩu');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'chưa đúng' }).waitFor();
    expect(await page.getByLabel('Mật khẩu', { exact: true }).inputValue()).toBe('');
    await page.context().close();
  });

  it.each([
    [1366, 768],
    [390, 844],
  ])('has nothing serious for axe at %d × %d, and nothing wider than the screen', async (width, height) => {
    const page = await openPage(width, height);
    for (const path of ['/dang-nhap', '/dat-mat-khau#x', '/thiet-lap#x']) {
      await page.goto(`${product.address}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await seriousFindings(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth'), path).toBe(false);
    }
    await page.context().close();
  });
});

describe('the demo', { timeout: 180_000 }, () => {
  it.each([
    [1366, 768],
    [390, 844],
  ])('lets one act as another officer, and shows the administrator the accounts, at %d × %d', async (width, height) => {
    const demo = await openProduct();
    const page = await openPage(width, height);
    await page.goto(`${demo.address}/ke-hoach`);
    await plansShown(page);
    await page.getByRole('button', { name: /Trần Thị Mai · Cơ quan thường trực/ }).click();
    await page.getByRole('menuitem', { name: /Quản trị hệ thống/ }).click();
    await page.getByRole('button', { name: /Đặng Thu Hà · Quản trị hệ thống/ }).waitFor();
    for (const path of ['/quan-tri/tai-khoan', '/tai-khoan']) {
      await page.goto(`${demo.address}${path}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await seriousFindings(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth'), path).toBe(false);
    }
    await page.context().close();
    await demo.close();
  });
});
