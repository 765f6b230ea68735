import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import type { ProblemDocument } from '../../kernel/problem.ts';
import type { Actor } from '../../people/model.ts';
import { mostSavedViews, type SavedView } from '../../people/saved/views.ts';
import { province } from '../../store/assignment-testing.ts';
import { officerHolding, otherTenant, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let actor: Actor;
let mine: TestBrowser;
let colleague: TestBrowser;
let elsewhere: TestBrowser;
beforeAll(async () => {
  server = await testServer();
  actor = (await province(server.database.db)).actor;
  colleague = await holding();
  elsewhere = await otherTenant(server);
});
beforeEach(async () => {
  mine = await holding();
});
afterAll(() => server.close());

const holding = () => officerHolding(server, [{ role: 'focal', agencies: 'all' }], actor.tenantId);

const late = { screen: 'assignments', name: 'Quá hạn', query: 'tinh-trang=qua-han' } as const;
const put = (id: string, view: object = late, browser = mine) => browser.send('PUT', `/api/saved-views/${id}`, view);
const seen = async (browser = mine) => (await browser.get('/api/saved-views')).json<{ views: SavedView[] }>().views;
const codeOf = (answer: { json: <T>() => T }): string => answer.json<ProblemDocument>().code;

describe('/api/saved-views', () => {
  it('keeps filters under a name, in the order they were saved, seen by nobody else', async () => {
    const [first, second] = [newId(), newId()];
    await put(first);
    await put(second, { ...late, screen: 'follow', query: 'tre=1&noi-dung=Thu%2C+chi' });
    expect(await seen()).toEqual([
      { ...late, id: first },
      { ...late, id: second, screen: 'follow', query: 'tre=1&noi-dung=Thu%2C+chi' },
    ]);
    for (const other of [colleague, elsewhere]) expect(await seen(other)).toEqual([]);
  });

  it('saved twice is there once; saved under another name it is renamed in its place', async () => {
    const id = newId();
    await put(id);
    await put(id);
    await put(newId(), { ...late, name: 'Quý III' });
    await put(id, { ...late, name: '  Việc trễ ' });
    expect((await seen()).map(({ name }) => name)).toEqual(['Việc trễ', 'Quý III']);
  });

  it('does not take another’s name on the same screen', async () => {
    await put(newId());
    const again = await put(newId());
    expect([again.statusCode, codeOf(again)]).toEqual([409, 'saved-view-name-taken']);
    expect((await put(newId(), { ...late, screen: 'matrix' })).statusCode).toBe(200);
  });

  it('is taken away, by its owner alone, and comes back when saved again', async () => {
    const id = newId();
    await put(id);
    for (const other of [colleague, elsewhere]) await other.send('DELETE', `/api/saved-views/${id}`);
    expect(await seen()).toHaveLength(1);
    expect((await mine.send('DELETE', `/api/saved-views/${id}`)).json()).toEqual({ views: [] });
    expect(codeOf(await mine.send('DELETE', `/api/saved-views/${id}`))).toBe('not-found');
    await put(id);
    expect(await seen()).toEqual([{ ...late, id }]);
  });

  it('of an id another officer uses is a view of one’s own', async () => {
    const id = newId();
    await put(id);
    await put(id, { ...late, name: 'Của tôi' }, colleague);
    expect(await seen()).toEqual([{ ...late, id }]);
    await colleague.send('DELETE', `/api/saved-views/${id}`);
    expect(await seen()).toHaveLength(1);
  });

  it('holds so many and no more, and says what to do', async () => {
    for (let n = 1; n <= mostSavedViews; n += 1) await put(newId(), { ...late, name: `Bộ lọc ${n}` });
    const more = await put(newId());
    expect([more.statusCode, codeOf(more)]).toEqual([422, 'saved-views-full']);
    expect(await seen()).toHaveLength(mostSavedViews);
    const [first] = await seen();
    expect((await put(first?.id ?? '', { ...late, name: 'Đổi tên' })).statusCode).toBe(200);
  });

  it.each([
    ['no name', { ...late, name: ' ' }],
    ['a name too long', { ...late, name: 'x'.repeat(61) }],
    ['a screen there is not', { ...late, screen: 'khac' }],
    ['an address too long', { ...late, query: 'x'.repeat(2001) }],
    ['more than is known', { ...late, officerId: newId() }],
  ])('refuses %s', async (_, view) => {
    expect((await put(newId(), view)).statusCode).toBe(400);
  });

  it('leaves who, what and where in the audit log, and no name', async () => {
    const id = newId();
    await put(id, { ...late, name: 'Riêng tư' });
    await mine.send('DELETE', `/api/saved-views/${id}`);
    const entries = await server.database.db
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('subject', '=', id)
      .orderBy('at')
      .execute();
    expect(entries).toEqual([
      { action: 'view.saved', details: { screen: 'assignments' } },
      { action: 'view.removed', details: { screen: 'assignments' } },
    ]);
  });
});
