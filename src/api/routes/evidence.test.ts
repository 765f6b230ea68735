import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scanWaiting } from '../../jobs/scan-evidence.ts';
import { newId } from '../../kernel/ids.ts';
import type { Role } from '../../people/model.ts';
import { openFileStore } from '../../platform/file-store.ts';
import { findScanner } from '../../platform/virus-scanner/scanner.ts';
import { fakeClamd } from '../../platform/virus-scanner/testing.ts';
import type { Evidence } from '../../report/evidence/model.ts';
import { type AgencyName, owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { issueReported } from '../../store/report-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';
import { add, addFile, bodyOf, listOf, paper, smallPdf, smallPicture } from './evidence-testing.ts';

let server: TestServer;
let there: Province;
let officer: TestBrowser;
let own: string;
let days: { id: string; item: string; assignment_id: string; evidence: number }[];
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  there = await province(server.database.db);
  await issueReported(there);
  officer = await holding('officer', 'tan-lap');
  own = there.ids['tan-lap'];
  days = (await owedBy(there, 'tan-lap')).filter(({ item }) => ['t1', 't2'].includes(item.split('.')[0] ?? item));
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
const first = () => days[0]?.id ?? '';
const second = () => days[1]?.id ?? '';
const countOf = async (id: string) => (await owedBy(there, 'tan-lap')).find((one) => one.id === id)?.evidence;
const sending = (more: { piece?: Evidence; id?: string } = {}) => ({
  agencyId: own,
  occurrenceIds: [first()],
  ...more,
});
const keptFiles = async (): Promise<string[]> => {
  const folder = join(server.home, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

describe('evidence', () => {
  it('counts once with the work it proves, and says what it is', async () => {
    const id = newId();
    expect((await add(officer, sending({ id }))).statusCode).toBe(200);
    expect((await add(officer, sending({ id }))).statusCode).toBe(200);
    expect(await countOf(first())).toBe(1);
    const { evidence, adds, places } = await listOf(officer, own);
    expect(evidence).toMatchObject([
      { id, said: '12/BB-UBND ngày 06/05/2026: Biên bản niêm yết', file: null, mine: true, addedBy: 'Người khác' },
    ]);
    expect(evidence[0]?.uses.map(({ occurrenceId }) => occurrenceId)).toEqual([first()]);
    expect(adds).toBe(true);
    expect(places.map(({ occurrenceId }) => occurrenceId)).toContain(second());
    const detail = await officer.get(`/api/assignments/${days[0]?.assignment_id}`);
    expect(detail.json().history).toMatchObject([{ act: { kind: 'evidence', evidenceId: id } }]);
  });

  it('is taken away and given back, and the count with it', async () => {
    const { id } = bodyOf(await add(officer, sending()));
    expect(bodyOf(await officer.send('DELETE', `/api/evidence/${id}`)).removed).toBe(true);
    expect(await countOf(first())).toBe(0);
    expect((await listOf(officer, own)).evidence).toEqual([]);
    await officer.send('POST', `/api/evidence/${id}/restore`);
    await officer.send('POST', `/api/evidence/${id}/restore`);
    expect(await countOf(first())).toBe(1);
    await officer.send('DELETE', `/api/evidence/${id}`);
    expect(await countOf(first())).toBe(0);
  });

  it('is put to several tasks, taken from one, and taken away from all', async () => {
    const { id } = bodyOf(await add(officer, sending()));
    const put = (change: object) => officer.send('PATCH', `/api/evidence/${id}/uses`, { add: [], take: [], ...change });
    await put({ add: [first(), second()] });
    expect([await countOf(first()), await countOf(second())]).toEqual([1, 1]);
    await put({ take: [second()] });
    expect([await countOf(first()), await countOf(second())]).toEqual([1, 0]);
    await put({ add: [second()] });
    await officer.send('DELETE', `/api/evidence/${id}`);
    expect([await countOf(first()), await countOf(second())]).toEqual([0, 0]);
    await officer.send('POST', `/api/evidence/${id}/restore`);
    expect([await countOf(first()), await countOf(second())]).toEqual([1, 1]);
  });

  it('is not taken back in the log of the work, where its count would no longer be its own', async () => {
    await add(officer, sending());
    const detail = (await officer.get(`/api/assignments/${days[0]?.assignment_id}`)).json();
    const act = { kind: 'undo', of: detail.history[0].id };
    const acts = [{ id: newId(), assignmentId: days[0]?.assignment_id, occurrenceId: null, act }];
    const answer = await officer.send('POST', '/api/assignments/acts', { acts });
    expect(answer.json()).toMatchObject({ code: 'evidence-kept-elsewhere', status: 409 });
    expect(await countOf(first())).toBe(1);
  });

  it('is refused where it cannot be true, and nothing is kept', async () => {
    const piece = { ...paper, day: '2199-01-01' } as Evidence;
    const answer = await addFile(server, officer, sending({ piece }), 'a.pdf', smallPdf('x'));
    expect(answer.json()).toMatchObject({ code: 'evidence-unfit', field: 'day', why: 'day-to-come' });
    expect(await countOf(first())).toBe(0);
  });

  it('is refused for work of another unit, which is told nothing', async () => {
    const [other] = await owedBy(there, 'an-phu');
    const answer = await add(officer, { agencyId: own, occurrenceIds: [other?.id ?? ''] });
    expect(answer.json()).toMatchObject({ code: 'evidence-not-fitting' });
  });

  it('is added and taken away by the unit alone, and seen by who follows the work', async () => {
    const { id } = bodyOf(await addFile(server, officer, sending(), 'a.pdf', smallPdf()));
    const [neighbour, focal] = [await holding('officer', 'an-phu'), await holding('focal')];
    expect((await add(neighbour, sending())).statusCode).toBe(403);
    expect((await neighbour.get(`/api/evidence/${id}/file`)).statusCode).toBe(404);
    expect((await listOf(neighbour, own)).evidence).toEqual([]);
    expect((await focal.get(`/api/evidence/${id}/file`)).statusCode).toBe(200);
    expect((await listOf(focal, own)).evidence).toMatchObject([{ id, mine: false }]);
    expect((await focal.send('DELETE', `/api/evidence/${id}`)).statusCode).toBe(403);
  });
});

describe('whoever asks for a file by its id', () => {
  it('of a lead has that of its own component, not of another’s, nor by the same bytes of another unit', async () => {
    const [t1, t2] = [/^t1/, /^t2/].map((of) => days.find(({ item }) => of.test(item))?.id ?? '');
    const content = smallPdf('cung mot tep');
    const send = (who: TestBrowser, agencyId: string, day = '') =>
      addFile(server, who, { agencyId, occurrenceIds: [day] }, 'Biên bản.pdf', content);
    const mine = { t1: bodyOf(await send(officer, own, t1)).id, t2: bodyOf(await send(officer, own, t2)).id };
    const neighbour = await holding('officer', 'an-phu');
    const [theirDay] = (await owedBy(there, 'an-phu')).filter(({ item }) => item.startsWith('t1'));
    const theirs = bodyOf(await send(neighbour, there.ids['an-phu'], theirDay?.id)).id;
    const may = async (who: TestBrowser, id: string) =>
      Promise.all(['file', 'preview'].map(async (way) => (await who.get(`/api/evidence/${id}/${way}`)).statusCode));
    const [finance, home] = [await holding('lead', 'tai-chinh'), await holding('lead', 'noi-vu')];
    expect([await may(finance, mine.t1), await may(finance, mine.t2)]).toEqual([both(200), both(404)]);
    expect([await may(home, mine.t1), await may(home, mine.t2)]).toEqual([both(404), both(200)]);
    expect([await may(neighbour, mine.t1), await may(officer, theirs)]).toEqual([both(404), both(404)]);
    expect([await may(neighbour, theirs), await may(officer, mine.t1)]).toEqual([both(200), both(200)]);
  });
});

const both = (status: number): number[] => [status, status];

describe('a file of evidence', () => {
  it('lies there once however often it is used, and comes back as it was', async () => {
    const before = (await keptFiles()).length;
    const content = smallPdf('Niem yet');
    const one = bodyOf(await addFile(server, officer, sending(), 'Biên bản.pdf', content));
    const two = bodyOf(await addFile(server, officer, sending(), 'Bản sao.pdf', content));
    expect((await keptFiles()).length).toBe(before + 1);
    expect(one.file).toEqual({
      name: 'Biên bản.pdf',
      type: 'pdf',
      size: content.length,
      scan: 'waiting',
      preview: true,
    });
    const file = await officer.get(`/api/evidence/${two.id}/file`);
    expect(file.rawPayload.equals(content)).toBe(true);
  });

  it.each([
    ['PDF', 'a.pdf', () => smallPdf()],
    ['PNG', 'a.png', () => smallPicture('image/png')],
    ['JPEG', 'a.jpg', () => smallPicture('image/jpeg')],
    ['WebP', 'a.webp', () => smallPicture('image/webp')],
  ])('has a small picture of a %s, drawn anew', async (_what, name, make) => {
    const { id } = bodyOf(await addFile(server, officer, sending(), name, make()));
    for (const _time of ['made', 'kept']) {
      const preview = await officer.get(`/api/evidence/${id}/preview`);
      expect(preview.headers['content-type']).toBe('image/jpeg');
      expect([...preview.rawPayload.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
      expect(preview.rawPayload.length).toBeLessThan(60_000);
    }
  });

  it('that is taken away is no longer there to be had', async () => {
    const { id } = bodyOf(await addFile(server, officer, sending(), 'a.pdf', smallPdf()));
    await officer.send('DELETE', `/api/evidence/${id}`);
    expect((await officer.get(`/api/evidence/${id}/file`)).statusCode).toBe(404);
  });
});

describe('looking for viruses', () => {
  it('says that nobody has looked where there is no scanner, and looks once there is one', async () => {
    const clean = bodyOf(await addFile(server, officer, sending(), 'sạch.pdf', smallPdf('sach')));
    const ill = bodyOf(await addFile(server, officer, sending(), 'hỏng.pdf', smallPdf('VIRUS')));
    expect([clean.file?.scan, ill.file?.scan]).toEqual(['waiting', 'waiting']);
    const fake = await fakeClamd();
    const files = await openFileStore(server.home);
    const options = { db: server.database.db, files, report: (error: unknown) => expect.fail(String(error)) };
    await scanWaiting({ ...options, scanner: undefined });
    expect((await listOf(officer, own)).evidence[0]?.file?.scan).toBe('waiting');
    await scanWaiting({ ...options, scanner: findScanner({ THANG_CLAMD: fake.address }) });
    fake.server.close();
    const { evidence } = await listOf(officer, own);
    expect(evidence.map(({ id, file }) => [id, file?.scan])).toEqual([
      ...[
        [ill.id, 'infected'],
        [clean.id, 'clean'],
      ],
    ]);
    for (const way of ['file', 'preview']) {
      const answer = await officer.get(`/api/evidence/${ill.id}/${way}`);
      expect(answer.json()).toMatchObject({ code: 'evidence-infected', threat: 'Eicar-Test-Signature' });
    }
  });

  it('refuses an infected file at once where there is a scanner, and keeps nothing of it', async () => {
    const fake = await fakeClamd();
    const scanner = findScanner({ THANG_CLAMD: fake.address });
    const watched = await testServer({ ...(scanner && { scanner }) });
    try {
      const world = await province(watched.database.db);
      await issueReported(world);
      const held = [{ role: 'officer' as const, agencies: [world.ids['tan-lap']] }];
      const who = await officerHolding(watched, held, world.actor.tenantId);
      const [day] = await owedBy(world, 'tan-lap');
      const to = { agencyId: world.ids['tan-lap'], occurrenceIds: [day?.id ?? ''] };
      const refused = await addFile(watched, who, to, 'a.pdf', smallPdf('VIRUS'));
      expect(refused.json()).toMatchObject({ code: 'evidence-infected' });
      expect(await readdir(join(watched.home, 'files', 'incoming'))).toEqual([]);
      expect(bodyOf(await addFile(watched, who, to, 'a.pdf', smallPdf('sach'))).file?.scan).toBe('clean');
      fake.server.close();
      expect(bodyOf(await addFile(watched, who, to, 'b.pdf', smallPdf('khac'))).file?.scan).toBe('waiting');
    } finally {
      fake.server.close();
      await watched.close();
    }
  });
});
