import { readdir } from 'node:fs/promises';
import { type ClientRequest, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { issueReported } from '../../store/report-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';
import { addFile, bodyOf, formOf, listOf, officeFile, smallPdf, smallPicture } from './evidence-testing.ts';

/** Files made to do harm, sent as a browser would: none is kept, or none can do anything where it is opened. */
let server: TestServer;
let there: Province;
let officer: TestBrowser;
let to: { agencyId: string; occurrenceIds: string[] };
beforeAll(async () => {
  server = await testServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  there = await province(server.database.db);
  await issueReported(there);
  const agencyId = there.ids['tan-lap'];
  officer = await officerHolding(server, [{ role: 'officer', agencies: [agencyId] }], there.actor.tenantId);
  const [day] = await owedBy(there, 'tan-lap');
  to = { agencyId, occurrenceIds: [day?.id ?? ''] };
});
afterAll(() => server.close());

const keptFiles = async (): Promise<string[]> => {
  const entries = await readdir(join(server.home, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};
let before: { files: string[]; pieces: number };
const now = async () => ({ files: await keptFiles(), pieces: (await listOf(officer, to.agencyId)).evidence.length });
beforeEach(async () => {
  before = await now();
});
const send = (name: string, content: Uint8Array | string) => addFile(server, officer, to, name, content);

const text = (part: string) => Buffer.from(part, 'latin1');
const zip = (parts: Record<string, Uint8Array>) => Buffer.from(zipSync(parts));
const page = '<!DOCTYPE html><html><script>alert(document.cookie)</script></html>';
const word = { 'word/document.xml': '<w:document/>' };
/** A ZIP whose directory says that a part is 4 GB large. */
const bomb = (): Buffer => {
  const bytes = officeFile({ 'word/document.xml': new Uint8Array(1_000) });
  const at = bytes.lastIndexOf(Buffer.from('PK\x01\x02'));
  bytes.writeUInt32LE(0xfffffff0, at + 24);
  return bytes;
};

describe('nothing is kept of', () => {
  afterEach(async () => expect(await now()).toEqual(before));

  it.each<[string, string, () => Uint8Array | string, string]>([
    ['a page that calls itself a PDF', 'báo cáo.pdf', () => page, 'program'],
    ['a page behind a few lines', 'báo cáo.pdf', () => `\n\n  xin chào ${page}`, 'program'],
    ['a drawing with a script', 'logo.svg', () => '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'program'],
    ['a drawing that calls itself a picture', 'a.png', () => '<?xml version="1.0"?><svg onload="x()"/>', 'program'],
    ['a GIF that is a script', 'a.gif', () => 'GIF89a/*\x01*/=1;alert(1)', 'unknown'],
    ['a GIF that calls itself a JPEG', 'a.jpg', () => 'GIF89a/*\x01*/=1;alert(1)', 'unknown'],
    ['a PDF that is a page', 'a.pdf', () => `%PDF-1.4\n${page}\n%%EOF`, 'two-in-one'],
    ['a page before a PDF', 'a.pdf', () => Buffer.concat([text(page), smallPdf()]), 'program'],
    ['a PDF that is a ZIP', 'a.pdf', () => Buffer.concat([smallPdf(), zip({ 'a.js': strToU8('x') })]), 'two-in-one'],
    [
      'a picture that is a ZIP',
      'a.png',
      () => Buffer.concat([smallPicture('image/png', 20), zip({ a: strToU8('x') })]),
      'two-in-one',
    ],
    ['a ZIP', 'tài liệu.docx', () => zip({ 'a.txt': strToU8('x') }), 'archive'],
    ['a ZIP in a ZIP', 'tài liệu.zip', () => zip({ 'a.zip': zip({ 'b.zip': zip({}) }) }), 'archive'],
    ['a ZIP in a Word file', 'a.docx', () => officeFile({ ...word, 'word/embeddings/a.zip': zip({}) }), 'archive'],
    ['a program in a Word file', 'a.docx', () => officeFile({ ...word, 'word/media/a.exe': 'MZ' }), 'archive'],
    ['a Word file with macros', 'a.docx', () => officeFile({ ...word, 'word/vbaProject.bin': 'x' }), 'macros'],
    [
      'a Word file with a path that climbs',
      'a.docx',
      () => officeFile({ ...word, '../../etc/passwd': 'x' }),
      'damaged',
    ],
    ['a ZIP bomb', 'a.docx', bomb, 'damaged'],
    ['half a Word file', 'a.docx', () => officeFile(word).subarray(0, 60), 'damaged'],
    ['a program', 'ảnh.jpg', () => `MZ${'\0'.repeat(100)}`, 'program'],
    ['a shell script', 'a.pdf', () => '#!/bin/sh\nrm -rf /', 'program'],
    ['words', 'a.txt', () => 'Biên bản', 'unknown'],
  ])('%s', async (_what, name, make, why) => {
    const answer = await send(name, make());
    expect(answer.json()).toMatchObject({ code: 'evidence-file-refused', status: 415, why });
    expect(answer.json().detail).toContain('Chưa có gì được ghi');
  });

  it('an empty file', async () => {
    expect((await send('a.pdf', '')).json()).toMatchObject({ code: 'file-empty' });
  });

  it('a paper beyond 50 MB', async () => {
    const answer = await send('a.pdf', Buffer.concat([smallPdf(), Buffer.alloc(51 * 1_048_576)]));
    expect(answer.json()).toMatchObject({ code: 'evidence-file-too-large', limit: 50 * 1_048_576 });
  });

  it('a form without words about it, with words of another shape, and of one who may not', async () => {
    const wrong = { ...to, piece: { kind: 'document', subject: 'a', more: 1 } as never };
    expect((await addFile(server, officer, wrong, 'a.pdf', smallPdf('1'))).json()).toMatchObject({
      code: 'request-invalid',
    });
    const focal = await officerHolding(server, [{ role: 'focal', agencies: 'all' }], there.actor.tenantId);
    expect((await addFile(server, focal, to, 'a.pdf', smallPdf('1'))).statusCode).toBe(403);
    const other = { ...to, occurrenceIds: ['01890000-0000-7000-8000-000000000000'] };
    expect((await addFile(server, officer, other, 'a.pdf', smallPdf('1'))).json()).toMatchObject({
      code: 'evidence-not-fitting',
    });
  });

  it('a film of 2 GB: it ends at its limit and so does the connection', async () => {
    const sent = await sendForever('video.mp4', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'));
    expect(sent.status === undefined || sent.status === 413).toBe(true);
    // What the line held when it was cut is not counted to the byte; it is far from two gigabytes.
    expect(sent.bytes).toBeGreaterThan(200 * 1_048_576);
    expect(sent.bytes).toBeLessThan(400 * 1_048_576);
  });

  it('what has no kind, however much comes: it ends at the limit of papers', async () => {
    const sent = await sendForever('a.bin', Buffer.alloc(64, 'a'));
    expect(sent.bytes).toBeLessThan(200 * 1_048_576);
  });
});

describe('a sender who hangs up', () => {
  it('leaves nothing behind', async () => {
    const { type, body } = formOf(to, 'video.mp4', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'));
    const { port } = server.app.server.address() as AddressInfo;
    const { host: _, origin: __, ...headers } = officer.headers;
    const path = '/api/evidence/file';
    const sending = request({ port, path, method: 'POST', headers: { ...headers, 'content-type': type } });
    sending.on('error', () => {});
    sending.write(Buffer.concat([body.subarray(0, body.lastIndexOf('\r\n--')), Buffer.alloc(5 * 1_048_576)]));
    await expect.poll(keptFiles, { timeout: 10_000 }).toHaveLength(before.files.length + 1);
    sending.destroy();
    await expect.poll(keptFiles, { timeout: 10_000 }).toEqual(before.files);
    expect(await now()).toEqual(before);
  });
});

/** Sends one chunk again and again, up to 2 GB, until the server ends the connection. */
async function sendForever(name: string, begin: Buffer): Promise<{ bytes: number; status: number | undefined }> {
  const { type, body } = formOf(to, name, '');
  const head = body.subarray(0, body.lastIndexOf('\r\n--thang-test-boundary--'));
  const { port } = server.app.server.address() as AddressInfo;
  const { host: _, origin: __, ...headers } = officer.headers;
  const chunk = Buffer.alloc(1_048_576);
  let bytes = 0;
  let status: number | undefined;
  await new Promise<void>((resolve) => {
    const sending: ClientRequest = request(
      { port, path: '/api/evidence/file', method: 'POST', headers: { ...headers, 'content-type': type } },
      (answer) => {
        status = answer.statusCode;
        answer.resume();
      },
    );
    const pump = () => {
      while (bytes < 2_048 * 1_048_576 && !sending.destroyed) {
        bytes += chunk.length;
        if (!sending.write(chunk)) return void sending.once('drain', pump);
      }
      if (!sending.destroyed) sending.end();
    };
    sending.on('error', () => {}).on('close', () => resolve());
    sending.write(Buffer.concat([head, begin]));
    pump();
  });
  return { bytes, status };
}

describe('a name is words for people and nothing else', () => {
  it.each([
    ['a path that climbs', '../../../etc/passwd', 'passwd.pdf'],
    ['a path of Windows', '..\\\\..\\\\boot.pdf', 'boot.pdf'],
    ['a device of Windows', 'CON.pdf', '_CON.pdf'],
    ['letters turned round', 'bao-cao\u202efdp.exe', 'bao-caofdp.exe.pdf'],
    ['what a program is called', 'ảnh.pdf.scr', 'ảnh.pdf.scr.pdf'],
    ['a page’s ending', 'a.html', 'a.html.pdf'],
    ['nothing but spaces', '   ', 'tệp không tên.pdf'],
  ])('%s', async (_what, given, name) => {
    const { file, id } = bodyOf(await send(given, smallPdf(given.replace(/[^a-z]/gi, ''))));
    expect(file?.name).toBe(name);
    const saved = await officer.get(`/api/evidence/${id}/file`);
    expect(saved.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`);
  });

  it('a NUL character', async () => {
    const answer = await send('a\0.pdf', smallPdf('nul'));
    expect(bodyOf(answer).file?.name).toBe('a.pdf');
  });
});

describe('what leaves can do nothing where it is opened', () => {
  it('is saved, not shown; taken for what it is; run nowhere; of use to no other site', async () => {
    const { id } = bodyOf(await send('Biên bản (số 1).pdf', smallPdf('headers')));
    for (const [way, type] of [
      ['file', 'application/pdf'],
      ['preview', 'image/jpeg'],
    ]) {
      const { headers } = await officer.get(`/api/evidence/${id}/${way}`);
      expect(headers).toMatchObject({
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
      });
    }
    const { headers } = await officer.get(`/api/evidence/${id}/file`);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Bi_n b_n (s_ 1).pdf"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%28s%E1%BB%91%201%29.pdf`,
    );
  });

  it('is served as what it was found to be, though its sender and its name say a page', async () => {
    const disguised = Buffer.concat([smallPicture('image/jpeg', 30), Buffer.from(page)]);
    const { id, file } = bodyOf(await send('trang.html', disguised));
    expect(file).toMatchObject({ type: 'jpg', name: 'trang.html.jpg' });
    const served = await officer.get(`/api/evidence/${id}/file`);
    expect(served.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    // The preview is drawn anew: nothing of what stood behind the picture is in it.
    const preview = await officer.get(`/api/evidence/${id}/preview`);
    expect(preview.rawPayload.includes('<script>')).toBe(false);
  });
});

/** A PNG of so many pixels on a side, all of one colour: a few kilobytes that decode to gigabytes. */
function hugePicture(side: number): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side);
  head.writeUInt32BE(side, 4);
  head.set([1, 0], 8);
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('drawing a preview', () => {
  it('leaves alone a picture that decodes to more than a machine holds', async () => {
    const content = hugePicture(16_000);
    expect(content.length).toBeLessThan(100_000);
    const { id } = bodyOf(await send('bom.png', content));
    expect((await officer.get(`/api/evidence/${id}/preview`)).json()).toMatchObject({ code: 'preview-not-there' });
    expect((await listOf(officer, to.agencyId)).evidence.find((one) => one.id === id)?.file?.preview).toBe(false);
  });

  it('leaves alone a picture and a PDF broken in their midst', async () => {
    const broken = [smallPicture('image/jpeg').subarray(0, 700), Buffer.from('%PDF-1.7\nkhông phải PDF')];
    for (const content of broken) {
      const { id } = bodyOf(await send('hỏng', content));
      expect((await officer.get(`/api/evidence/${id}/preview`)).statusCode).toBe(404);
      expect((await officer.get(`/api/evidence/${id}/file`)).rawPayload.equals(content)).toBe(true);
    }
  });
});
