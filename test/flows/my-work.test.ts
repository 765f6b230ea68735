import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../src/jobs/seed.ts';
import { sayNumber } from '../../src/kernel/number.ts';
import type { Role } from '../../src/people/model.ts';
import { openBrowser } from './browser.ts';
import { isWide, openDemoPageAs } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** From a confirmed plan to work that is done: given out, taken on, done, taken back, asked about. */
let browser: Browser;
let product: Product;
let plan: string;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
  const samples = mkdtempSync(join(tmpdir(), 'thang-sample-'));
  const name = 'minh-ha-2026.docx';
  cpSync(join(import.meta.dirname, '..', '..', 'samples', name), join(samples, name));
  await seedDemo({ db: product.database.db, home: product.home, samples });
  rmSync(samples, { recursive: true });
  const { id } = await product.database.db.selectFrom('plan').select('id').executeTakeFirstOrThrow();
  plan = id;
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const openAs = (role: Role, path: string, size?: [number, number]): Promise<Page> =>
  openDemoPageAs({ browser, product }, role, path, size);

const message = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Thông báo', exact: true }).getByText(text);
/** The commune's task with concrete acts, open in a browser of its own. */
async function openConcrete(name: string): Promise<Page> {
  const path = '/viec-cua-toi?tim=danh+sach+ho+ngheo';
  const page = await openDemoPageAs({ browser, product }, 'officer', path, undefined, name);
  await page
    .getByRole('button', { name: /^Ghi việc cụ thể: / })
    .first()
    .click();
  await page.getByRole('checkbox', { name: 'Thôn Đông' }).waitFor();
  return page;
}
const preview = async (page: Page) =>
  (await page.request.get(`${product.address}/api/plans/${plan}/issue?owedFrom=all`)).json();
const mine = async (page: Page) => (await page.request.get(`${product.address}/api/my-work`)).json();

describe('giving a plan out', () => {
  it('shows before anything is made who gets what, gives it out, and again changes nothing', async () => {
    const page = await openAs('focal', `/nhiem-vu?ke-hoach=${plan}`);
    await page.getByRole('link', { name: 'Giao nhiệm vụ' }).click();
    await page.getByText('tên cơ quan chưa nhận ra').click();
    await page.getByText('“Tòa án nhân dân các khu vực”').waitFor();
    await page.getByRole('row', { name: /Ủy ban nhân dân xã Bình Khê/ }).waitFor();
    expect(await page.getByRole('radio', { name: /^Từ hôm nay/ }).isChecked()).toBe(true);
    expect((await (await page.request.get(`${product.address}/api/work-items`)).json()).total).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Giao \d+ nhiệm vụ cho \d+ đơn vị$/ }).click();
    await page.getByText('Đã giao, không có gì thay đổi').waitFor();
    expect((await (await page.request.get(`${product.address}/api/work-items`)).json()).total).toBe(37);
    await page.reload();
    await page.getByText('Kế hoạch đã giao 1 lần.').waitFor();
    expect(await page.getByRole('button', { name: /^Giao/ }).count()).toBe(0);
    await page.close();
  });

  it('has left out what was over before, says so, and adds it when it is given out again for the whole year', async () => {
    const page = await openAs('focal', `/ke-hoach/${plan}/giao`, [390, 844]);
    const from = page.getByRole('region', { name: 'Giao việc từ ngày nào' });
    // Hints that come later move what is to be pressed.
    await page.waitForLoadState('networkidle');
    expect(await from.getByRole('radio', { name: /^Như lần giao trước: từ ngày/ }).isChecked()).toBe(true);
    await from.getByText(/lần có hạn trước .* không tạo: nhiệm vụ [\d.]+ lần/).click();
    await from
      .getByText(/Quý I\/2026/)
      .first()
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await isWide(page)).toBe(false);
    await from.getByRole('radio', { name: 'Từ ngày khác' }).click();
    await from.getByLabel('Từ ngày', { exact: true }).pressSequentially('15/06/2026');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tu=2026-06-15/);
    await from.getByText(/lần có hạn trước 15\/06\/2026 không tạo/).waitFor();
    await from.getByRole('radio', { name: /^Cả năm/ }).click();
    await page.waitForURL(/tu=ca-nam/);
    const { create } = (await preview(page)).occurrences;
    expect(create).toBeGreaterThan(0);
    await page.getByRole('button', { name: `Giao lại: ${sayNumber(create)} thay đổi` }).click();
    await page.getByText('Đã giao, không có gì thay đổi').waitFor();
    await page.getByText(`Giao lại: ${sayNumber(create)} lần đến hạn thêm`).waitFor();
    expect(page.url()).not.toContain('tu=');
    await page.reload();
    await page.getByText('Kế hoạch đã giao 2 lần.').waitFor();
    expect(await from.count()).toBe(0);
    await page.close();
  });
});

describe('my work', () => {
  it.each([
    [1366, 768],
    [390, 844],
  ])('is where a unit’s officer begins, at %d × %d', async (width, height) => {
    const page = await openAs('officer', '/', [width, height]);
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('.work-text').first().click();
    await page.getByRole('button', { name: 'Vì sao ngày này?' }).click();
    await page.getByText(/^Trong văn bản:/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });

  it('is done in one click and taken back in another', async () => {
    const page = await openAs('officer', '/viec-cua-toi');
    const before = (await mine(page)).counts;
    await page
      .getByRole('button', { name: /^Hoàn thành: / })
      .first()
      .click();
    await message(page, /^Đã hoàn thành “/).waitFor();
    expect((await mine(page)).counts).not.toEqual(before);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await message(page, 'Đã hoàn tác.').waitFor();
    expect((await mine(page)).counts).toEqual(before);
    await page.close();
  });

  it('says at once that there is no connection, and goes when it is sent again', async () => {
    const page = await openAs('officer', '/viec-cua-toi');
    const done = page.getByRole('button', { name: /^Hoàn thành: / }).first();
    await done.waitFor();
    await page.context().setOffline(true);
    await done.click();
    await message(page, /^Mất kết nối với máy chủ/).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Gửi lại' }).click();
    await message(page, /^Đã hoàn thành “/).waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await message(page, 'Đã hoàn tác.').waitFor();
    await page.close();
  });

  it('leaves the keyboard at the next card when it is done in its sheet', async () => {
    const page = await openAs('officer', '/viec-cua-toi');
    await page.locator('.work-text').first().press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Hoàn thành', exact: true }).press('Enter');
    await sheet.getByRole('button', { name: 'Hoàn thành', exact: true }).last().press('Enter');
    await message(page, 'Đã hoàn thành.').waitFor();
    await sheet.waitFor({ state: 'detached' });
    const focused = () => page.evaluate(() => document.activeElement?.classList.contains('work-text'));
    await expect.poll(focused).toBe(true);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await message(page, 'Đã hoàn tác.').waitFor();
    await page.close();
  });

  it('keeps what was typed while the server is away, and counts what is sent again once', async () => {
    const page = await openAs('officer', '/viec-cua-toi?muc=cho');
    await page.getByRole('link', { name: /^Tất cả/ }).click();
    await page
      .getByRole('button', { name: /^Cập nhật tiến độ: / })
      .first()
      .click();
    const note = page.getByRole('textbox', { name: 'Đã làm gì, còn vướng gì' });
    await note.fill('Đã họp 4 trên 6 thôn');
    await page.route('**/api/assignments/acts', (route) => route.abort());
    await page.getByRole('button', { name: 'Ghi tiến độ' }).click();
    await page.getByRole('alert').getByText('Những gì đã nhập vẫn còn').waitFor();
    await page.reload();
    await note.waitFor();
    expect(await note.inputValue()).toBe('Đã họp 4 trên 6 thôn');
    await page.unroute('**/api/assignments/acts');
    await page.getByRole('button', { name: 'Ghi tiến độ' }).click();
    await page.getByRole('listitem').getByText('Tiến độ 0%: Đã họp 4 trên 6 thôn').waitFor();
    expect(await page.getByText('Đã họp 4 trên 6 thôn').count()).toBe(1);
    await page.close();
  });

  it('keeps what was typed while an act was on its way', async () => {
    const page = await openAs('officer', '/viec-cua-toi');
    await page
      .getByRole('button', { name: /^Cập nhật tiến độ: / })
      .nth(1)
      .click();
    const note = page.getByRole('textbox', { name: 'Đã làm gì, còn vướng gì' });
    await note.fill('Đã mời các thôn');
    const { promise: typed, resolve: goOn } = Promise.withResolvers<void>();
    await page.route('**/api/assignments/acts', (route) => typed.then(() => route.continue()));
    await page.getByRole('button', { name: 'Ghi tiến độ' }).click();
    await note.fill('Đã mời các thôn, còn thôn Đoài chưa trả lời');
    goOn();
    await page.getByRole('listitem').getByText('Tiến độ 0%: Đã mời các thôn').waitFor();
    expect(await note.inputValue()).toBe('Đã mời các thôn, còn thôn Đoài chưa trả lời');
    await page.getByRole('button', { name: 'Ghi tiến độ' }).click();
    await page.getByRole('listitem').getByText('còn thôn Đoài chưa trả lời').waitFor();
    await note.waitFor({ state: 'hidden' });
    await page.close();
  });

  it('asks for concrete acts where the plan names only a component, with villages to tick', async () => {
    const page = await openAs('officer', '/viec-cua-toi?tim=danh+sach+ho+ngheo');
    await page
      .getByRole('button', { name: /^Ghi việc cụ thể: / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Thêm việc cụ thể' }).click();
    await page.getByRole('textbox', { name: 'Việc cụ thể 1', exact: true }).fill('Niêm yết tại nhà văn hóa thôn');
    await page.getByRole('button', { name: /^Theo dõi từng thôn/ }).click();
    await page.getByRole('button', { name: /^Lấy \d+ thôn, tổ dân phố trong danh bạ/ }).click();
    await page.getByRole('button', { name: 'Dùng danh sách này' }).click();
    await page.getByRole('checkbox', { name: 'Thôn Đông' }).click();
    await page.getByText(/^1\/\d+$/).waitFor();
    await page.getByText(/^Đã lưu lúc/).waitFor();
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Việc cụ thể 1', exact: true }).inputValue()).toBe(
      'Niêm yết tại nhà văn hóa thôn',
    );
    expect(await page.getByRole('checkbox', { name: /^Thôn Đông xong ngày .*Lê Văn An ghi lúc/ }).isChecked()).toBe(
      true,
    );
    await page
      .getByRole('listitem')
      .getByText(/^Việc cụ thể “Niêm yết tại nhà văn hóa thôn”: Thôn Đông xong/)
      .waitFor();
    await page.close();
  });

  it('keeps what two officers tick at once, one of them without a line for a while', async () => {
    const [one, other] = [await openConcrete('one'), await openConcrete('other')];
    await one.context().setOffline(true);
    await one.getByRole('checkbox', { name: 'Thôn Đoài' }).click();
    await one.getByText('Khi có mạng sẽ tự gửi').waitFor();
    const names = await one
      .getByRole('group', { name: /Thôn, tổ dân phố/ })
      .getByRole('checkbox')
      .all();
    const last = other
      .getByRole('group', { name: /Thôn, tổ dân phố/ })
      .getByRole('checkbox')
      .last();
    await last.click();
    await other.getByText(/^Đã lưu lúc/).waitFor();
    await one.context().setOffline(false);
    await one.getByText(/^Đã lưu lúc/).waitFor();
    await one.reload();
    await one.getByText(`3/${names.length}`).waitFor();
    await one.getByRole('button', { name: 'Ghi tiến độ 50%' }).click();
    await message(one, 'Đã ghi tiến độ 50%.').waitFor();
    await one.getByRole('checkbox', { name: /^Đã xong: Niêm yết/ }).click();
    await one.getByRole('button', { name: 'Hoàn thành cả nhiệm vụ' }).click();
    await one.getByRole('textbox', { name: 'Ngày hoàn thành' }).waitFor();
    expect([await isWide(one), await seriousFindings(one)]).toEqual([false, []]);
    await Promise.all([one.context().close(), other.context().close()]);
  });

  it('is done for several tasks by one act, found again by the address', async () => {
    const page = await openAs('officer', '/viec-cua-toi?tim=internet');
    await page.getByRole('checkbox').first().click();
    await page.getByRole('searchbox', { name: 'Tìm trong việc của tôi' }).fill('');
    await page.waitForURL((url) => !url.search.includes('tim'));
    const boxes = page.getByRole('checkbox', { name: /^Chọn việc/ });
    await boxes.first().click();
    await page.getByRole('button', { name: /^Hoàn thành \d+ việc$/ }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('checkbox', { name: /^Đây là một lần thực hiện/ }).click();
    const before = Object.values<number>((await mine(page)).counts).reduce((sum, n) => sum + n, 0);
    const [, count = '0'] = /(\d+)/.exec((await sheet.getByRole('heading').first().textContent()) ?? '') ?? [];
    await sheet.getByRole('button', { name: /^Hoàn thành/ }).click();
    await message(page, /^Đã hoàn thành \d+ việc/).waitFor();
    const after = Object.values<number>((await mine(page)).counts).reduce((sum, n) => sum + n, 0);
    expect(before - after).toBe(Number(count));
    expect(after).toBeLessThan(before - 1);
    await page.close();
  });

  it('waits for an event until somebody enters its day', async () => {
    const page = await openAs('officer', '/viec-cua-toi?muc=cho');
    const before = (await mine(page)).counts.waiting;
    await page
      .getByRole('button', { name: /^Nhập ngày: / })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Phải xong ngày' }).fill('15/12/2199');
    await page.getByRole('button', { name: 'Ghi ngày' }).click();
    await message(page, /phải xong ngày 15\/12\/2199/).waitFor();
    expect((await mine(page)).counts.waiting).toBe(before - 1);
    await page.close();
  });
});

describe('a difficulty', () => {
  it('is raised on a task, answered by who leads it, and closed', async () => {
    const page = await openAs('officer', '/vuong-mac');
    await page.getByRole('button', { name: 'Nêu vướng mắc' }).click();
    await page.getByRole('textbox', { name: 'Nhiệm vụ' }).fill('ho ngheo');
    await page.getByRole('list', { name: 'Nhiệm vụ của đơn vị' }).getByRole('button').first().click();
    await page.getByRole('textbox', { name: 'Vướng mắc' }).fill('Chưa có kinh phí in bảng niêm yết');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gửi vướng mắc' }).click();
    await message(page, 'Đã gửi vướng mắc tới Sở Nông nghiệp và Môi trường.').waitFor();
    await page.close();

    const answering = await openAs('lead', '/vuong-mac?trang-thai=cho', [390, 844]);
    await answering.getByRole('button', { name: 'Chưa có kinh phí in bảng niêm yết' }).click();
    await answering.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await answering.getByRole('textbox', { name: 'Nội dung trả lời' }).fill('Dùng kinh phí tuyên truyền năm nay');
    await answering.locator('form').getByRole('button', { name: 'Trả lời' }).click();
    await answering.getByText(/Trả lời ngày .*: Dùng kinh phí/).waitFor();
    expect(await seriousFindings(answering)).toEqual([]);
    await answering.getByRole('button', { name: 'Đóng', exact: true }).last().click();
    await answering.close();
  });
});
