import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { smallPdf } from '../../src/api/routes/evidence-testing.ts';
import { readDocument } from '../../src/document/read.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import { readingTools } from '../../src/platform/reader/tools.ts';
import { lint } from '../../src/publish/lint/lint.ts';
import type { ConsolidationView, ReportDetailView, RoundDetailView, RoundsView } from '../../src/report/views.ts';
import { sharedAvailable, sharedPath } from '../shared.ts';
import { openBrowser } from './browser.ts';
import { dropFile, openProduct, type Product } from './product.ts';
import { doing, late, notBegun, own, phone, reason, returned, settled, silent, table } from './quarter-table.ts';
import { type Desk, deskOf, openTown, type Town } from './town.ts';

/**
 * The third quarter of 2024 in Ba Đồn, from its real plan to the consolidated report. "Trước ngày 15 tháng cuối quý" is 14
 * September, a Saturday: units owe on Friday the 13th. "Trước ngày 20" is Thursday the 19th.
 */
const days = {
  issued: '2024-08-05',
  writing: '2024-09-10',
  late: '2024-09-16',
  mended: '2024-09-17',
  last: '2024-09-18',
};

let browser: Browser;
let product: Product;
let town: Town;
let focal: Desk;
let planId: string;
let query: string;
let round: RoundDetailView;
let docx: Buffer;
let pdf: Buffer;

/** It is nine in the morning of a day; who was there signs in anew. */
async function itIs(day: string): Promise<void> {
  vi.setSystemTime(new Date(`${day}T09:00:00+07:00`));
  focal = await deskOf(town, 'focal', null);
}

beforeAll(async () => {
  if (!sharedAvailable) return;
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  vi.setSystemTime(new Date(`${days.issued}T08:00:00+07:00`));
  town = await openTown(product, 'Thị xã Ba Đồn', 'Tỉnh Quảng Bình', '2024-01-01' as PlainDate);
  await itIs(days.issued);
});

afterAll(async () => {
  vi.useRealTimers();
  await browser?.close();
  await product?.close();
});

/** The browser's clock goes as the server's: its timers stay as they are. */
const shiftClock = (by: number): void => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...of: [] | [number]) {
      super(...((of.length === 0 ? [Real.now() + by] : of) as [number]));
    }
    static override now = () => Real.now() + by;
  } as DateConstructor;
};

async function openAs(
  { cookie }: Desk,
  path: string,
  [width, height]: readonly [number, number] = [1366, 768],
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true });
  await context.addCookies([{ name: 'thang_session', value: cookie, url: product.address }]);
  await context.addInitScript(shiftClock, Date.now() - vi.getRealSystemTime());
  const page = await context.newPage();
  await page.goto(`${product.address}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const openRound = () => focal.get<RoundDetailView>(`/api/report-rounds/one?${query}`);
const idOf = (name: string): string => {
  const found = round.agencies.find((agency) => agency.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.id;
};
const reportOf = (name: string) => round.reports.find((one) => one.agencyId === idOf(name) && one.asked === 'report');
const isCommune = (name: string) => name.startsWith('Ủy ban');

type Item = ReportDetailView['items'][number];
let files: Item;
let inTime: Item;
let poor: Item;

/** What a unit's officer writes; a unit without a head of its own in the product signs itself. */
async function writes(desk: Desk, name: string, figures: [number, number]): Promise<void> {
  const field = (of: Item, field: string, value: unknown) => ({
    ...{ place: { of: 'item', key: of.item.id, field }, base: 0, was: null, value },
  });
  const [part, whole] = figures;
  const state = part === whole ? 'done' : 'doing';
  const short = name.replace('Ủy ban nhân dân ', '');
  const fields = [field(files, 'state', state), field(files, 'figures', [{ value: null, part, whole }])];
  if (part < whole) fields.push(field(files, 'difficulty', `${whole - part} hồ sơ đất đai quá hạn`));
  if (isCommune(name)) {
    const word = short === notBegun ? 'not-begun' : doing.includes(short) ? 'doing' : 'done';
    fields.push(field(poor, 'state', word), field(poor, 'result', `Đã niêm yết danh sách tại ${short}`));
  }
  await desk.send('PATCH', `/api/reports/${reportOf(name)?.id}/fields`, { fields });
}

const sends = (desk: Desk, name: string) =>
  desk.send('POST', `/api/reports/${reportOf(name)?.id}/acts`, { id: newId(), act: { kind: 'send', note: null } });

/** A paper of the unit that proves what it says of its files. */
async function proves(desk: Desk, name: string): Promise<void> {
  const agencyId = idOf(name);
  const { places } = await desk.get<{ places: { occurrenceId: string; itemId: string }[] }>(
    `/api/evidence?agency=${agencyId}`,
  );
  const place = places.find(({ itemId }) => itemId === inTime.item.id);
  const subject = `Báo cáo kết quả giải quyết hồ sơ của ${name}`;
  const piece = { kind: 'document', subject, number: '12/BC', day: '2024-09-09', issuer: null };
  const value = { id: newId(), agencyId, piece, occurrenceIds: [place?.occurrenceId] };
  await desk.sendFile(
    '/api/evidence/file',
    { name: 'evidence', value },
    new File([new Uint8Array(smallPdf(name))], 'bao-cao.pdf'),
  );
}

async function reports(name: string, figures = settled[name]): Promise<void> {
  const desk = await deskOf(town, 'officer', idOf(name));
  await writes(desk, name, figures ?? [0, 0]);
  await proves(desk, name);
  if (name !== phone) await sends(desk, name);
}

describe.skipIf(!sharedAvailable)('the third quarter of Ba Đồn', () => {
  it('begins with its plan, read from the Word file, confirmed and given out', async () => {
    const page = await openAs(focal, '/ke-hoach');
    await dropFile(page, 'ba-don-2024.docx', readFileSync(sharedPath('plans', 'ba-don-2024.docx')));
    await page.getByRole('heading', { name: 'Rà soát: ba-don-2024.docx' }).waitFor();
    planId = page.url().split('/ke-hoach/')[1]?.split(/[/?]/)[0] ?? '';
    await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    const still = page.getByRole('button', { name: 'Vẫn xác nhận' });
    const done = page.getByRole('heading', { name: 'Ma trận nhiệm vụ' });
    await still.or(done).first().waitFor();
    if (await still.isVisible()) await still.click();
    await done.waitFor();
    await page.goto(`${product.address}/ke-hoach/${planId}/giao`);
    await page.getByRole('button', { name: /^Giao \d+ nhiệm vụ cho \d+ đơn vị$/ }).click();
    await page.getByText('Đã giao, không có gì thay đổi').waitFor();
    await page.context().close();
    const { rounds } = await focal.get<RoundsView>('/api/report-rounds?year=2024');
    const third = rounds.find(({ round }) => round.label.startsWith('Quý III/2024'));
    query = new URLSearchParams({ plan: planId, round: third?.round.key ?? '' }).toString();
    expect(third).toMatchObject({ due: '2024-09-13', closesAfter: '2024-09-20', expected: 31 });
    round = await openRound();
    const [closing] = round.reports.filter(({ asked }) => asked === 'consolidated');
    expect(closing).toMatchObject({ agencyId: idOf('Phòng Nội vụ'), due: '2024-09-19' });
  });

  it('has sixteen communes and twelve offices write their reports with evidence, and send them', async () => {
    await itIs(days.writing);
    const desk = await deskOf(town, 'officer', idOf(phone));
    const { items } = await desk.get<ReportDetailView>(`/api/reports/${reportOf(phone)?.id}`);
    const itemOf = (begin: string) => items.find(({ item }) => item.text.startsWith(begin)) as Item;
    files = itemOf('Đảm bảo 100% hồ sơ thủ tục hành chính giải quyết đúng hạn');
    inTime = itemOf('Kết quả giải quyết TTHC được trả đúng hẹn');
    poor = itemOf('Danh sách hộ nghèo');
    for (const name of Object.keys(settled).filter((name) => !late.includes(name)))
      await reports(name, name === returned ? [60, 90] : settled[name]);
  });

  it('has one of them send from a phone what its officer has written', async () => {
    const page = await openAs(await deskOf(town, 'officer', idOf(phone)), '/bao-cao', [390, 844]);
    await page
      .getByRole('link', { name: /Quý III\/2024/ })
      .first()
      .click();

    const overview = page.getByRole('region', { name: 'Phần chung' }).getByRole('textbox').first();
    await overview.fill('Phường giải quyết đúng hạn toàn bộ hồ sơ trong kỳ.');
    await overview.blur();
    await page.getByRole('button', { name: 'Ký, gửi báo cáo' }).click();
    await page.getByRole('button', { name: 'Gửi báo cáo', exact: true }).click();
    await page.getByText('Đã gửi báo cáo.').waitFor();
    await page.context().close();
    round = await openRound();
    expect(reportOf(phone)?.status).toBe('sent');
  });

  it('has two of them send when the day is over', async () => {
    await itIs(days.late);
    for (const name of late) await reports(name);
    round = await openRound();
    const { counts } = round.line;
    expect(counts).toMatchObject({ sent: 28, writing: 3 });
    for (const name of late) expect(reportOf(name)).toMatchObject({ status: 'sent', late: 1 });
  });

  it('has one returned with a reason and a new day, mended and received with the others', async () => {
    const page = await openAs(focal, `/bao-cao/${reportOf(returned)?.id}`);
    await page.getByRole('button', { name: 'Trả lại' }).click();
    await page.getByLabel('Lý do trả lại').fill(reason);
    await page.getByLabel('Gửi lại chậm nhất ngày').pressSequentially('17/09/2024');

    await page.getByRole('button', { name: 'Trả lại báo cáo' }).click();
    await page.getByText('Đã trả lại báo cáo.').waitFor();
    await page.context().close();
    await itIs(days.mended);
    const desk = await deskOf(town, 'officer', idOf(returned));
    const { report, fields } = await desk.get<ReportDetailView>(`/api/reports/${reportOf(returned)?.id}`);
    expect(report).toMatchObject({ status: 'returned', reason, mendBy: '2024-09-17' });
    const [part = 0, whole = 0] = settled[returned] ?? [];
    const place = { of: 'item', key: files.item.id, field: 'figures' };
    const kept = fields.find((field) => JSON.stringify(field.place) === JSON.stringify(place));
    const value = [{ value: null, part, whole }];
    const base = kept?.rev ?? 0;
    await desk.send('PATCH', `/api/reports/${report.id}/fields`, {
      fields: [{ place, base, was: null, value }],
    });
    await sends(desk, returned);
    round = await openRound();
    expect(reportOf(returned)).toMatchObject({ status: 'sent' });
  });

  it('comes to the figures of the table made by hand', async () => {
    await itIs(days.last);
    const { units, items } = await focal.get<ConsolidationView>(`/api/report-rounds/consolidation?${query}`);
    const lineOf = ({ item: { id } }: Item) => items.find(({ item }) => item.id === id);
    expect(units).toMatchObject({ expected: 31, reported: table.units, excluded: [] });
    expect(units.late).toHaveLength(late.length);
    for (const name of late) expect(units.late).toContainEqual({ agencyId: idOf(name), days: 1 });
    expect(units.missing.map((id) => round.agencies.find((one) => one.id === id)?.name)).toEqual(silent);
    expect(lineOf(files)).toMatchObject({
      owed: table.units,
      measures: [
        { part: table.part, whole: table.whole, of: table.units, without: 0, met: false },
        { value: null, of: 0, without: table.units },
      ],
    });
    expect(lineOf(files)?.measures[0]?.value).toBeCloseTo((100 * table.part) / table.whole, 9);
    const { done, doing, notBegun } = table;
    expect(lineOf(poor)?.counts).toMatchObject({ done, doing, 'not-begun': notBegun, silent: 0, missing: 0 });
    expect(lineOf(inTime)?.evidence).toBe(table.units);
  });

  it('is drafted from its sources, said in the office’s own words where it wishes, and approved', async () => {
    const at = `/bao-cao/ky?ke=${planId}&ky=${encodeURIComponent(round.line.round.key)}`;
    const page = await openAs(focal, at);
    await page.getByRole('link', { name: 'Dự thảo báo cáo' }).click();
    const overview = page.getByRole('region', { name: 'Đánh giá chung' });
    await overview.getByRole('textbox', { name: 'Đoạn của cơ quan viết thêm' }).fill(own);
    await page.keyboard.press('Tab');
    await page
      .getByText(/Đã lưu lúc/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Duyệt báo cáo' }).click();
    await page.getByRole('button', { name: 'Duyệt báo cáo' }).last().click();
    await page.getByText('Đã duyệt báo cáo tổng hợp.').waitFor();
    [docx, pdf] = [await save(page, 'docx'), await save(page, 'pdf')];
    await page.context().close();
    round = await openRound();
    const [closing] = round.reports.filter(({ asked }) => asked === 'consolidated');
    expect(closing).toMatchObject({ late: 0, sentOn: days.last });
  });

  it('leaves as a Word file and a PDF that the decree’s check passes, with the same figures', async () => {
    expect(lint(docx, { name: 'tong-hop.docx' }).passes).toBe(true);
    for (const file of [docx, pdf]) {
      const text = JSON.stringify(await readDocument(file, { tools: readingTools }));
      for (const said of ['3.995/4.125', own, ...silent]) expect(text).toContain(said);
    }
  });
});

async function save(page: Page, format: 'docx' | 'pdf'): Promise<Buffer> {
  const link = page.getByRole('link', { name: `Báo cáo tổng hợp (.${format})` });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await file.path());
}
