import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { newId } from '../../kernel/ids.ts';
import { openFileStore } from '../../platform/file-store.ts';
import { type Province, province } from '../../store/assignment-testing.ts';
import type { EstimateRequest, SurveyDesign } from '../../survey/model.ts';
import type { DifferenceView, EstimatesView, RunView, SurveysView, SurveyView } from '../../survey/views.ts';
import { officerOf, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let focal: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  there = await province(server.database.db);
  focal = await officerOf(server, there, 'focal');
});

/** Two strata of three villages, twelve people in each; one who is the only one of the third stratum's kind of name. */
const rows = ['north', 'south'].flatMap((area, a) =>
  [1, 2, 3].flatMap((village) =>
    Array.from({ length: 12 }, (_, i) => [
      area,
      `${area}${village}`,
      a + 1,
      (i % 5) + 1,
      i % 12 === 0 ? `Bà ${village}` : 'x',
    ]),
  ),
);
const csv = ['vung,thon,quyen_so,y,ghi_chu', ...rows.map((row) => row.join(','))].join('\n');
const design: SurveyDesign = { stages: [{ strata: ['vung'], unit: 'thon', fpc: null }], weight: 'quyen_so' };

function send(who: TestBrowser, content: string, sent: object = {}, name = 'khao sat.csv') {
  const boundary = 'thang-test-boundary';
  const json = JSON.stringify({ id: newId(), title: 'Khảo sát thử', year: 2026, agencyId: null, ...sent });
  const part = (head: string, body: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const payload = `${part('name="survey"', json)}${part(`name="file"; filename="${name}"`, content)}--${boundary}--\r\n`;
  const headers = { ...who.headers, 'content-type': `multipart/form-data; boundary=${boundary}` };
  return server.app.inject({ method: 'POST', url: '/api/surveys', headers, payload });
}

const added = async () => (await send(focal, csv)).json<SurveyView>();
const declare = (id: string, rev: number, said: SurveyDesign | string = design) =>
  focal.send('PUT', `/api/surveys/${id}/design`, { rev, design: said });

/** A survey with its design: its id. */
async function declared(): Promise<string> {
  const { id, rev } = await added();
  expect((await declare(id, rev)).statusCode).toBe(200);
  return id;
}

const ask = (who: TestBrowser, id: string, request: Partial<EstimateRequest> = {}) =>
  who.send('POST', `/api/surveys/${id}/estimate`, {
    request: { of: [{ kind: 'mean', of: 'y' }], by: [[]], ...request },
  });
const codeOf = (answer: { json: <T>() => T }) => answer.json<{ code: string }>().code;
const actions = async (subject: string) =>
  (
    await server.database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', subject)
      .orderBy('id')
      .execute()
  ).map(({ action }) => action);

describe('a survey', () => {
  it('comes in as a file, is declared, and is estimated by its design', async () => {
    const survey = await added();
    expect(survey).toMatchObject({ rows: 72, file: 'khao sat.csv', declared: false, summary: null, manages: true });
    expect(codeOf(await ask(focal, survey.id))).toBe('survey-design-missing');
    const known = (await declare(survey.id, survey.rev)).json<SurveyView>();
    expect(known.summary).toMatchObject({ respondents: 72, strata: 2, psus: 6, df: 4 });
    const { estimates } = (await ask(focal, survey.id, { by: [[], ['vung']] })).json<EstimatesView>();
    // Answers go round 1 to 5, and each village has two more of 1 and 2.
    const mean = (2 * 15 + 3) / 12;
    expect(estimates.rows[0]).toMatchObject({ by: {}, n: 72, psus: 6, hidden: null });
    expect(estimates.rows[0]?.estimate).toBeCloseTo(mean, 12);
    expect(estimates.rows.slice(1).map(({ n, hidden }) => [n, hidden])).toEqual([
      [36, null],
      [36, null],
    ]);
    expect(await actions(survey.id)).toEqual(['survey.added', 'survey.design-declared']);
    const { surveys } = (await focal.get('/api/surveys')).json<SurveysView>();
    expect(surveys).toMatchObject([{ id: survey.id, declared: true, runs: 0 }]);
  });

  it('is declared by a design file too, and refused with what does not fit', async () => {
    const { id, rev } = await added();
    expect(
      (await declare(id, rev, 'strata: vung\npsu: thon\nweight: quyen_so')).json<SurveyView>().design,
    ).toMatchObject({
      stages: [{ strata: ['vung'], unit: 'thon' }],
    });
    expect(codeOf(await declare(id, rev))).toBe('survey-changed-meanwhile');
    const wrong = await declare(id, rev + 1, { ...design, weight: 'quyenso' });
    expect([codeOf(wrong), wrong.json<{ detail: string }>().detail]).toEqual([
      'survey-column-unknown',
      expect.stringContaining('quyen_so'),
    ]);
    const least = { ...design, minimum: { respondents: 3, psus: 2 } };
    expect(codeOf(await declare(id, rev + 1, least))).toBe('survey-minimum-too-low');
  });

  it('has labels and codes of no answer that people declare, and figures leave those out', async () => {
    const id = await declared();
    const { rev } = (await focal.get(`/api/surveys/${id}`)).json<SurveyView>();
    const said = { label: 'Hài lòng', choices: [], missing: [{ code: '5', label: 'Không biết' }] };
    const sent = { rev, variables: [{ name: 'y', ...said }] };
    const known = (await focal.send('PUT', `/api/surveys/${id}/dictionary`, sent)).json<SurveyView>();
    expect(known.variables.find(({ name }) => name === 'y')).toMatchObject({ type: 'integer', ...said });
    expect((await ask(focal, id)).json<EstimatesView>().estimates.rows[0]?.n).toBe(60);
    const stranger = { rev: known.rev, variables: [{ name: 'z', ...said }] };
    expect(codeOf(await focal.send('PUT', `/api/surveys/${id}/dictionary`, stranger))).toBe('survey-column-unknown');
  });

  it('takes labels and codes of no answer from its questionnaire, and keeps what that leaves out', async () => {
    const id = await declared();
    const sheet = (name: string, rows: string[][]) => ({
      sheet: name,
      data: rows.map((row) => row.map((value) => ({ value, type: String }))),
    });
    const form = await writeExcelFile([
      sheet('survey', [
        ['type', 'name', 'label'],
        ['select_one muc', 'y', 'Ông/bà hài lòng đến mức nào?'],
        ['text', 'khong_hoi', 'Không có trong dữ liệu'],
      ]),
      sheet('choices', [
        ['list_name', 'name', 'label', 'missing'],
        ...['1', '2', '3', '4'].map((code) => ['muc', code, `Mức ${code}`, '']),
        ['muc', '5', 'Không biết', 'x'],
      ]),
    ] as never).toBlob();
    const bytes = new Uint8Array(await form.arrayBuffer());
    const answer = await focal.upload('bang-hoi.xlsx', bytes, `/api/surveys/${id}/questionnaire`);
    const known = answer.json<SurveyView>().variables.find(({ name }) => name === 'y');
    expect(known).toMatchObject({ type: 'integer', label: 'Ông/bà hài lòng đến mức nào?' });
    expect(known?.choices.map(({ label }) => label)).toEqual(['Mức 1', 'Mức 2', 'Mức 3', 'Mức 4']);
    expect(known?.missing).toEqual([{ code: '5', label: 'Không biết' }]);
    expect((await ask(focal, id)).json<EstimatesView>().estimates.rows[0]?.n).toBe(60);
  });

  it('never gives out a value of the responses: groups too small have no figure, nor a name that nobody declared', async () => {
    const id = await declared();
    const answer = await ask(focal, id, { by: [['ghi_chu'], ['thon']] });
    const { estimates, unnamed } = answer.json<EstimatesView>();
    // Three names of one or two people, six villages of twelve.
    expect(unnamed).toBe(9);
    expect(estimates.rows.map(({ by }) => by)).toEqual([{ ghi_chu: 'x' }]);
    expect(answer.body).not.toMatch(/Bà|north1/);
    const ends = await ask(focal, id, { of: [{ kind: 'quantile', of: 'y', at: 1 }] });
    expect(codeOf(ends)).toBe('survey-request-wrong');
    const { rev } = (await focal.get(`/api/surveys/${id}`)).json<SurveyView>();
    const choices = [{ code: 'north1', label: 'Thôn Bắc 1' }];
    const variables = [{ name: 'thon', label: null, choices, missing: [] }];
    await focal.send('PUT', `/api/surveys/${id}/dictionary`, { rev, variables });
    const named = (await ask(focal, id, { by: [['thon']] })).json<EstimatesView>();
    expect(named.estimates.rows[0]).toMatchObject({ hidden: 'respondents', estimate: null, se: null, low: null });
  });

  it('tells how far two groups are apart, of groups that are told alone', async () => {
    const id = await declared();
    const compare = (by: string, first: string, second: string) =>
      focal.send('POST', `/api/surveys/${id}/difference`, {
        of: { kind: 'mean', of: 'quyen_so' },
        ...{ by: [by], first: [first], second: [second] },
      });
    // All of the north weigh 1, all of the south 2.
    expect((await compare('vung', 'north', 'south')).json<DifferenceView>()).toMatchObject({
      estimate: -1,
      se: 0,
      df: 4,
    });
    expect(codeOf(await compare('thon', 'north1', 'north2'))).toBe('survey-group-not-told');
    expect(codeOf(await compare('vung', 'north', 'east'))).toBe('survey-group-not-told');
  });

  it('is kept as it was told, leaves as tables, and is taken away with its responses', async () => {
    const id = await declared();
    const run = newId();
    const request = { of: [{ kind: 'mean', of: 'y' }], by: [[], ['vung']] };
    const kept = await focal.send('POST', `/api/surveys/${id}/runs`, { id: run, title: 'Theo vùng', request });
    expect(kept.json<SurveyView>().saved).toMatchObject([{ id: run, title: 'Theo vùng', stale: false }]);
    const told = (await focal.get(`/api/surveys/${id}/runs/${run}`)).json<RunView>();
    expect(told.estimates.rows).toHaveLength(3);
    const table = await focal.get(`/api/surveys/${id}/runs/${run}/table?format=csv`);
    expect(table.body.split('\r\n')[1]).toMatch(/^Trung bình: y,Toàn bộ,2\.75,/);
    const sheet = await focal.send('POST', `/api/surveys/${id}/estimate/xlsx`, { request });
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const { sha256 } = await server.database.db
      .selectFrom('survey')
      .select('sha256')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const files = await openFileStore(server.home);
    expect(await files.locate(there.actor.tenantId, sha256)).toBeDefined();
    expect((await focal.send('DELETE', `/api/surveys/${id}`)).statusCode).toBe(204);
    expect(await files.locate(there.actor.tenantId, sha256)).toBeUndefined();
    for (const path of ['', `/runs/${run}`])
      expect((await focal.get(`/api/surveys/${id}${path}`)).statusCode).toBe(404);
    expect(await actions(id)).toEqual(['survey.added', 'survey.design-declared', 'survey.run-kept', 'survey.removed']);
  });

  it('keeps its responses while another survey lies on the same file', async () => {
    const [first, second] = [await declared(), await declared()];
    await focal.send('DELETE', `/api/surveys/${first}`);
    expect((await ask(focal, second)).statusCode).toBe(200);
  });

  it('is read and estimated by leaders, who change nothing; others see none of it', async () => {
    const id = await declared();
    const leader = await officerOf(server, there, 'leader');
    expect((await ask(leader, id)).statusCode).toBe(200);
    expect((await leader.get(`/api/surveys/${id}`)).json<SurveyView>().manages).toBe(false);
    expect((await leader.send('DELETE', `/api/surveys/${id}`)).statusCode).toBe(403);
    expect((await send(leader, csv)).statusCode).toBe(403);
    const officer = await officerOf(server, there, 'officer', 'tan-lap');
    expect((await officer.get('/api/surveys')).statusCode).toBe(403);
    expect((await ask(officer, id)).statusCode).toBe(403);
  });

  it('that is sent twice, or cannot be entered, leaves no answers of people behind', async () => {
    const id = newId();
    const files = async () =>
      (await readdir(join(server.home, 'files', there.actor.tenantId), { recursive: true })).filter(
        (name) => name.length > 40,
      );
    expect((await send(focal, csv, { id })).statusCode).toBe(200);
    const kept = await files();
    expect((await send(focal, csv.replaceAll('north', 'east'), { id })).statusCode).toBe(200);
    expect((await send(focal, csv, { agencyId: newId() })).statusCode).toBe(404);
    expect(await files()).toEqual(kept);
    expect((await focal.get('/api/surveys')).json<SurveysView>().surveys).toHaveLength(1);
  });

  it('that cannot be read leaves nothing behind', async () => {
    const answer = await send(focal, 'PK\u0003\u0004 not a workbook', {}, 'x.xlsx');
    expect(answer.statusCode).toBe(422);
    expect((await focal.get('/api/surveys')).json<SurveysView>().surveys).toEqual([]);
  });
});
