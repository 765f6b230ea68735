import type { WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { assertLoopback } from '../api/loopback.ts';
import { buildServer } from '../api/server.ts';
import { seedSurvey } from '../jobs/demo-survey/seed-survey.ts';
import { seedYear } from '../jobs/demo-year/seed-year.ts';
import { keepIn } from '../jobs/own-plan.ts';
import { seedDemo } from '../jobs/seed.ts';
import { Problem } from '../kernel/problem.ts';
import { openFileStore } from '../platform/file-store.ts';
import { thangHome } from '../platform/home.ts';
import { openLogFile } from '../platform/log-file.ts';
import { findFreePort, isFree, listenAlso } from '../platform/ports.ts';
import type { ServerEvent } from '../platform/postgres/server.ts';
import { openReader } from '../platform/reader/reader.ts';
import { claimOrFind } from '../platform/running.ts';
import { buildWebApart, needsBuild, webFolder } from '../platform/web-build.ts';
import { startSealer } from '../store/audit/sealer.ts';
import type { Connection } from '../store/connection.ts';
import { type Database, openDatabase } from '../store/db.ts';
import { demoOfficer } from '../store/demo.ts';
import { migrate } from '../store/migrate.ts';
import { startDatabase } from './database.ts';
import { serverSettings, welcomeOfficers } from './sign-in.ts';
import { Stopped, untilStopped } from './stopping.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

export type StartOptions = { port?: string; host: string; signIn?: true };

/**
 * Opens the product on this machine and keeps it open until it is told to stop. A second start finds the first and says
 * where it is. Whatever has been opened is closed again in the opposite order, also when a later step fails.
 */
export async function start(options: StartOptions): Promise<void> {
  const demo = !options.signIn;
  if (demo) assertLoopback(options.host);
  const wanted = wantedPort(options.port);
  const home = thangHome();
  const stopping = untilStopped();
  const claim = await claimOrFind(home, () => say('Thang đang được mở ở nơi khác trên máy này; đang chờ…'));
  if ('address' in claim) return say(`Thang đang chạy ở ${claim.address}`);
  const parts = new AsyncDisposableStack();
  parts.defer(claim.release);
  try {
    if (wanted.fixed && !(await isFree(wanted.number))) throw new Problem('port-taken', { port: wanted.number });
    const web = prepareWeb();
    web.catch(() => {});
    const { connection, stop } = await startDatabase(home, tellEvents());
    parts.defer(stop);
    stopping.check();
    const db = await openStore(connection, parts);
    if (demo) await fillDemo(db, home);
    stopping.check();
    if (!(await web)) return stopFailed();
    stopping.check();
    const address = await listen(db, home, { ...options, port: wanted }, parts);
    await claim.announce(address);
    if (demo) welcome(address, home);
    else await welcomeOfficers(db, process.env.THANG_URL ?? address, home, say);
    await stopping.asked;
    say('\nĐang dừng…');
    await claim.announce(null);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    await parts.disposeAsync();
  }
}

/** The sample province: its plans, and a year of one of them. Where that year cannot be made the product opens without. */
async function fillDemo(db: Database, home: string): Promise<void> {
  await seedDemo({ db, home, tell: tellSamples() });
  const files = await openFileStore(home);
  const keep = keepIn(files, demoOfficer.tenantId);
  await seedYear(db, new Date(), keep).catch((error) =>
    say(`Chưa dựng được một năm mẫu của tỉnh Minh Hà, phần còn lại vẫn dùng được: ${error.message}`),
  );
  const readers = openReader();
  await seedSurvey({ db, files, readers, now: new Date() })
    .catch((error) => say(`Chưa dựng được khảo sát mẫu của tỉnh Minh Hà, phần còn lại vẫn dùng được: ${error.message}`))
    .finally(() => readers.close());
}

/** What went wrong has been said by the process it went wrong in. */
function stopFailed(): void {
  process.exitCode = 2;
}

/** The database up to date, its audit log being sealed. */
async function openStore(connection: Connection, parts: AsyncDisposableStack): Promise<Database> {
  await migrate(connection);
  const db = openDatabase(connection);
  parts.defer(() => db.destroy());
  const sealer = startSealer(db);
  parts.defer(sealer.close);
  return db;
}

type Listen = Omit<StartOptions, 'port'> & { port: { number: number; fixed: boolean } };

async function listen(
  db: Database,
  home: string,
  { port, host, signIn }: Listen,
  parts: AsyncDisposableStack,
): Promise<string> {
  const log = await openLog(home);
  const app = await buildServer({ db, home, webRoot: webFolder, demo: !signIn, log, ...(signIn && serverSettings()) });
  parts.defer(() => void log.end());
  parts.defer(() => closeSoon(app));
  const number = port.fixed ? port.number : await findFreePort(port.number);
  await app.listen({ host: host === 'localhost' ? '127.0.0.1' : host, port: number }).catch((cause) => {
    throw cause.code === 'EADDRINUSE' ? new Problem('port-taken', { port: number }, { cause }) : cause;
  });
  // "localhost" means both families: some programs try ::1 alone. A machine without it does without.
  if (host === 'localhost') parts.defer(await listenAlso(app.server, { host: '::1', port: number }));
  if (number !== port.number)
    say(`Cổng ${port.number} đang được chương trình khác dùng, nên Thang mở ở cổng ${number}.`);
  return `http://localhost:${number}`;
}

/** Lets requests finish, but not for ever. */
async function closeSoon(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), 5_000);
  await app.close();
  clearTimeout(timer);
}

async function openLog(home: string): Promise<WriteStream> {
  const log = (await openLogFile(home, 'thang')).createWriteStream();
  // A full disk must not end the product for the sake of its log.
  log.on('error', () => {});
  return log;
}

async function prepareWeb(): Promise<boolean> {
  if (!(await needsBuild())) return true;
  const begun = performance.now();
  say('Đang dựng giao diện web (chỉ khi mã nguồn thay đổi)…');
  const built = await buildWebApart(join(import.meta.dirname, 'main.ts'));
  if (built) say(`Đã dựng xong giao diện sau ${((performance.now() - begun) / 1000).toFixed(1)} giây.`);
  return built;
}

/** The port asked for, or 3000, from which another may be taken when it is not free. */
function wantedPort(asked = process.env.PORT): Listen['port'] {
  if (asked === undefined || asked === '') return { number: 3000, fixed: false };
  const number = Number(asked);
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new Problem('usage', { what: asked, why: 'wrong' });
  return { number, fixed: true };
}

/** One line for the samples, told only when they are taken in for the first time. */
function tellSamples(): (done: number, all: number) => void {
  const begun = performance.now();
  return (done, all) => {
    if (done === all && performance.now() - begun > 1_000) say(`Đã đọc ${all} kế hoạch mẫu của tỉnh Minh Hà.`);
  };
}

/** Tells what happens to the database, on first start and when it is lost and found again. */
function tellEvents(): (event: ServerEvent) => void {
  let lost = false;
  let failure = '';
  return (event) => {
    if (event.kind === 'initialising') say('Lần đầu chạy: đang tạo cơ sở dữ liệu…');
    if (event.kind === 'adopted') say('Đã nhận lại cơ sở dữ liệu đang chạy từ lần trước.');
    if (event.kind === 'lost') say('Cơ sở dữ liệu dừng đột ngột, đang khởi động lại…');
    if (event.kind === 'started' && lost) say('Cơ sở dữ liệu đã chạy lại; những gì đã lưu vẫn còn.');
    if (event.kind === 'failed' && String(event.error) !== failure) {
      failure = String(event.error);
      say(event.error instanceof Problem ? event.error.message : failure);
    }
    lost = event.kind === 'lost' || (event.kind === 'failed' && lost);
  };
}

function welcome(address: string, home: string): void {
  say(`
Thang đã mở ở ${address}
Năm phút đầu, với tỉnh mẫu Minh Hà (chưa cần tài khoản):
  1. Kế hoạch: mở kế hoạch chờ rà soát, hoặc thả một tệp vào trang (PDF, bản chụp, Word, Excel…);
     rà soát, bấm Xác nhận kế hoạch, rồi Giao nhiệm vụ.
  2. Bấm tên mình ở góc trên bên phải, chọn “Cán bộ đơn vị” (xã Tân Lập): Việc của tôi, Vướng mắc.
  3. Theo dõi: mọi đơn vị trên một bảng. Đơn vị: kéo thanh ngày về trước 01/7/2025; Sắp xếp đơn vị.
  4. Báo cáo: soạn báo cáo quý đã điền sẵn; “Cơ quan thường trực” mở Các kỳ báo cáo để tổng hợp, xuất Word, PDF, Excel.
     Kế hoạch của đơn vị, Phiếu số liệu, Chỉ tiêu, Khảo sát, Kiểm tra, Kiến nghị, Biểu mẫu ở thanh bên trái.
  5. Ở dòng lệnh: bin/thang due "trước ngày 15 tháng cuối quý" · bin/thang units successors 00007 --on 30/06/2025
     · bin/thang remind
Tài liệu API: ${address}/api/docs
Dữ liệu nằm trong ${home}. Dừng bằng Ctrl+C.
`);
}
