import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SentLink } from '../../people/views.ts';
import { bodyOf, type MailSink, openMailSink } from '../../platform/mail/testing.ts';
import { type TestServer, testServer } from '../testing.ts';
import { colleague, customerWithAccount, goodPassword, visitor } from '../testing-people.ts';

/** A new password by mail, and invitations that are sent instead of handed over. */
let sink: MailSink;
let server: TestServer;
let tenantId: string;
beforeAll(async () => {
  sink = await openMailSink();
  const mail = { url: sink.url, from: 'Thang <thang@minhha.example>' };
  server = await testServer({ demo: false, mail, address: 'https://thang.minhha.example/' });
  ({ tenantId } = await customerWithAccount(server));
});
afterAll(async () => {
  await server.close();
  await sink.close();
});
beforeEach(() => {
  sink.letters.length = 0;
});

const another = 'năm tháng đi qua rất mau';
const ask = (login: string) => visitor(server).ask('POST', '/api/sign-in/reset', { login });
const letters = async (count: number): Promise<string[]> => {
  for (let i = 0; i < 100 && sink.letters.length < count; i++) await sleep(50);
  return sink.letters;
};
const linkIn = (letter = ''): string => /https:\S+/.exec(bodyOf(letter))?.[0] ?? '';

describe('a forgotten password', () => {
  it('is set anew by a link in a letter, whose address is ours whatever name was asked', async () => {
    await colleague(server, tenantId, 'quen');
    const answer = await visitor(server).ask(
      'POST',
      '/api/sign-in/reset',
      { login: 'quen' },
      {
        host: 'evil.example',
        origin: 'http://evil.example',
      },
    );
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    const [letter] = await letters(1);
    expect(letter).toMatch(/^To: quen@minhha\.example/m);
    const link = linkIn(letter);
    expect(link).toMatch(/^https:\/\/thang\.minhha\.example\/dat-mat-khau#/);
    const token = link.split('#')[1];
    const set = await visitor(server).ask('POST', '/api/sign-in/link/password', { token, password: another });
    expect(set.statusCode).toBe(204);
    expect((await visitor(server).signIn('quen', another)).statusCode).toBe(200);
    expect((await visitor(server).signIn('quen', goodPassword)).statusCode).toBe(401);
  });

  it('is answered alike for an unknown login, to which nothing is sent', async () => {
    await colleague(server, tenantId, 'biet');
    const answers = [await ask('khong-co-ai'), await ask('biet'), await ask('ai@do.example')];
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode}${body}`)).size).toBe(1);
    expect(await letters(1)).toHaveLength(1);
  });

  it('sends one letter a minute, however often it is asked', async () => {
    await colleague(server, tenantId, 'lien-tuc');
    await ask('lien-tuc');
    await letters(1);
    for (let i = 0; i < 5; i++) await ask('lien-tuc');
    await colleague(server, tenantId, 'sau-cung');
    await ask('sau-cung');
    const all = await letters(2);
    expect(all.map((letter) => /^To: (\S+)@/m.exec(letter)?.[1])).toEqual(['lien-tuc', 'sau-cung']);
  });
});

describe('forgotten passwords asked about from one address', () => {
  const askFrom = (ip: string, login: string) => visitor(server, ip).ask('POST', '/api/sign-in/reset', { login });

  it('are stopped after twenty in a quarter of an hour, whoever they are about; another address is not', async () => {
    for (let i = 0; i < 20; i++) expect((await askFrom('10.9.9.9', `ai-do-${i}`)).statusCode).toBe(204);
    await colleague(server, tenantId, 'ngoi-cung');
    const stopped = await askFrom('10.9.9.9', 'ngoi-cung');
    expect([stopped.statusCode, stopped.json().code]).toEqual([429, 'reset-crowded']);
    expect((await askFrom('10.9.9.8', 'ngoi-cung')).statusCode).toBe(204);
    expect((await letters(1)).map((letter) => /^To: (\S+)@/m.exec(letter)?.[1])).toEqual(['ngoi-cung']);
  });
});

describe('an invitation by mail', () => {
  it('goes to its owner alone: the administrator does not see the link', async () => {
    const admin = visitor(server);
    await admin.signIn('mai');
    const body = { name: 'Lê Văn An', unit: 'UBND xã', login: 'an.le', email: 'an@minhha.example' };
    const sent = (await admin.ask('POST', '/api/accounts', body)).json<SentLink>();
    expect(sent).toMatchObject({ mailed: true, link: null });
    const [letter] = await letters(1);
    expect(bodyOf(letter)).toMatch(/Kính gửi Lê Văn An,[\s\S]*“an.le”[\s\S]*đến \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/);
    expect(linkIn(letter)).toContain('/dat-mat-khau#');
  });

  it('is handed over where no letter can go out', async () => {
    const dead = await testServer({ demo: false, mail: { url: 'smtp://127.0.0.1:1', from: 'a@b.example' } });
    await customerWithAccount(dead);
    const admin = visitor(dead);
    await admin.signIn('mai');
    const body = { name: 'Lê Văn An', unit: 'UBND xã', login: 'an.le', email: 'an@minhha.example' };
    const sent = (await admin.ask('POST', '/api/accounts', body)).json<SentLink>();
    expect(sent).toMatchObject({ mailed: false, link: expect.stringContaining('/dat-mat-khau#') });
    await dead.close();
  });
});
