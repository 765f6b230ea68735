import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskDetail, TaskView } from '../../plan/views.ts';
import { addSamplePlan, otherTenant, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let browser: TestBrowser;
let id = '';
beforeAll(async () => {
  server = await testServer();
  browser = await server.signIn();
  id = await addSamplePlan(browser);
  await browser.send('POST', `/api/plans/${id}/review`, {
    after: 0,
    actions: [
      { id: 'a', act: { kind: 'set', task: 't2', field: 'result', value: '=HYPERLINK("http://evil.example")' } },
      { id: 'b', act: { kind: 'set', task: 't3', field: 'lead', value: ['Sở Y tế', 'Sở Tài chính'] } },
      { id: 'c', act: { kind: 'set', task: 't3', field: 'time', value: 'nhầm' } },
      { id: 'd', act: { kind: 'undo', of: 'c' } },
    ],
  });
  await browser.send('POST', `/api/plans/${id}/confirm`, { seq: 4 });
});
afterAll(() => server.close());

const tasks = async (query = ''): Promise<TaskView[]> => (await browser.get(`/api/tasks${query}`)).json().tasks;
const leads = async (query: string) => (await tasks(query)).map(({ lead }) => lead[0]);

describe('GET /api/tasks', () => {
  it('has the confirmed tasks by dimension and place, and says how many', async () => {
    const answer = (await browser.get('/api/tasks')).json();
    expect(answer.total).toBe(3);
    expect(answer.tasks.map(({ order, codes }: TaskView) => [order, codes])).toEqual([
      [1, ['2.1']],
      [2, ['2.3']],
      [3, ['6.1']],
    ]);
    expect(answer.tasks[0]).toMatchObject({ planId: id, planNumber: '12/KH-UBND', year: 2026, index: 'PAPI' });
  });

  it.each([
    ['?agency=so%20tai%20chinh', ['Sở Tài chính', 'Sở Y tế']],
    ['?agency=S%E1%BB%9F%20T%C3%A0i%20ch%C3%ADnh&role=cooperate', []],
    ['?agency=ubnd&role=cooperate', ['Sở Nội vụ', 'Sở Tài chính']],
    ['?agency=s%E1%BB%9F%20t', []],
    ['?role=cooperate', ['Sở Nội vụ', 'Sở Tài chính']],
    ['?schedule=deadline', ['Sở Tài chính']],
    ['?schedule=deadline,window', ['Sở Tài chính', 'Sở Y tế']],
    ['?schedule=none', []],
    ['?index=PAPI', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Y tế']],
    ['?index=SIPAS,none', []],
    ['?q=ngan%20sach%20niem%20yet', ['Sở Tài chính']],
    ['?q=100%25', []],
    ['?agency=%25&role=', []],
  ])('keeps to %s', async (query, expected) => {
    expect(await leads(query)).toEqual(expected);
  });

  it('has nothing of a plan that is taken away, and has it again when it is back', async () => {
    await browser.send('DELETE', `/api/plans/${id}`);
    expect(await tasks()).toEqual([]);
    await browser.send('POST', `/api/plans/${id}/restore`, {});
    expect(await tasks()).toHaveLength(3);
  });

  it.each(['?role=boss', `?q=${'x'.repeat(600)}`])('refuses %s', async (query) => {
    expect((await browser.get(`/api/tasks${query}`)).json()).toMatchObject({ code: 'request-invalid' });
  });

  it('shows another tenant none, nor one of them', async () => {
    const other = await otherTenant(server);
    const [task] = await tasks();
    expect((await other.get('/api/tasks')).json()).toEqual({ tasks: [], total: 0 });
    expect((await other.get(`/api/tasks/${task?.id}`)).statusCode).toBe(404);
    expect((await other.get('/api/tasks.csv')).body.trim().split('\r\n')).toHaveLength(1);
  });
});

describe('GET /api/tasks/:id', () => {
  it('tells the task, where it stands, and what was done to it by whom', async () => {
    const third = (await tasks())[2];
    const detail = (await browser.get(`/api/tasks/${third?.id}`)).json<TaskDetail>();
    expect(detail.task).toEqual(third);
    expect(detail.head.number).toBe('12/KH-UBND');
    expect(detail.quote).toContain('Nâng cao chất lượng khám, chữa bệnh ở tuyến cơ sở.');
    expect(detail.history.slice(0, 3).map(({ kind, field, before, after }) => [kind, field, before, after])).toEqual([
      ['read', null, null, null],
      ['corrected', 'lead', ['Sở Y tế'], ['Sở Y tế', 'Sở Tài chính']],
      ['confirmed', null, null, null],
    ]);
    expect(detail.history.every(({ by }) => by === 'Trần Thị Mai')).toBe(true);
  });

  it.each(['019aa000-0000-7000-8000-00000000ffff', 'x'])('has no %s', async (unknown) => {
    expect((await browser.get(`/api/tasks/${unknown}`)).json()).toMatchObject({ code: 'not-found', status: 404 });
  });
});

describe('GET /api/tasks.xlsx', () => {
  const readBack = async (query = '') => {
    const answer = await browser.get(`/api/tasks.xlsx${query}`);
    expect(answer.headers['content-disposition']).toContain('.xlsx"');
    const [sheet] = (await readExcelFile(answer.rawPayload)) as unknown as { data: unknown[][] }[];
    return sheet?.data ?? [];
  };

  it('reads back as the matrix, filtered and in the columns asked for', async () => {
    expect(await readBack('?schedule=deadline&columns=codes,text,lead,schedule')).toEqual([
      ['Mã', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
      ['2.3', 'Niêm yết công khai thu, chi ngân sách tại trụ sở UBND xã.', 'Sở Tài chính', 'Trước ngày 31/12/2026'],
    ]);
  });

  it('has every column when none is named', async () => {
    const [header, ...rows] = await readBack();
    expect(header).toHaveLength(15);
    expect(rows).toHaveLength(3);
  });

  it('lets no text become a formula, and leaves bullets readable', async () => {
    const rows = await readBack('?columns=text,result');
    expect(rows[1]?.[0]).toBe('– Công khai thông tin trên cổng thông tin điện tử.');
    expect(rows[2]?.[1]).toBe('\'=HYPERLINK("http://evil.example")');
  });

  it('refuses a column nobody knows', async () => {
    expect((await browser.get('/api/tasks.xlsx?columns=text,secret')).json()).toMatchObject({
      code: 'request-invalid',
    });
  });
});

describe('GET /api/tasks.csv', () => {
  it('begins with the mark Excel knows UTF-8 by, and quotes what needs it', async () => {
    const answer = await browser.get('/api/tasks.csv?columns=codes,lead,cooperate,time');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(answer.body.slice(1)).toBe(
      [
        'Mã,Chủ trì,Phối hợp,Thời gian (như văn bản)',
        '2.1,Sở Nội vụ,UBND cấp xã,Thường xuyên',
        '2.3,Sở Tài chính,UBND cấp xã,Trước ngày 31/12/2026',
        '6.1,"Sở Y tế;\nSở Tài chính",,Quý II năm 2026',
        '',
      ].join('\r\n'),
    );
  });
});
