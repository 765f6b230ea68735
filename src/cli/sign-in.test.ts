import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { setPassword } from '../store/accounts.ts';
import { inTransaction } from '../store/db.ts';
import { takeLink } from '../store/sign-in-links.ts';
import { setUpTenant } from '../store/sign-in-tenants.ts';
import { databaseForThisTest } from '../store/testing.ts';
import { serverSettings, welcomeOfficers } from './sign-in.ts';

describe('thang start --sign-in', () => {
  it('prints a link that sets the server up, anew at each start, until somebody administers it', async () => {
    const { db } = await databaseForThisTest();
    const start = async (): Promise<string | undefined> => {
      const said: string[] = [];
      await welcomeOfficers(db, 'https://thang.minhha.example/', '/var/lib/thang', (text) => said.push(text));
      expect(said[0]).toContain('Thang đã mở ở https://thang.minhha.example/');
      return /^ {2}https:\/\/thang\.minhha\.example\/thiet-lap#(\S+)$/m.exec(said.join('\n'))?.[1];
    };
    const [first = '', second = ''] = [await start(), await start()];
    const now = new Date();
    await inTransaction(db, async (trx) => {
      expect(await takeLink(trx, first, now)).toBeUndefined();
      const link = await takeLink(trx, second, now);
      const person = { name: 'Mai', unit: 'Sở Nội vụ', login: 'mai', email: null };
      const owner = await setUpTenant(trx, link?.tenantId ?? '', { ...person, tenant: 'Minh Hà', focal: false }, now);
      await setPassword(trx, owner, 'mã băm', now);
    });
    expect(await start()).toBeUndefined();
    // An administrator whose time has ended is none.
    const ended = '2025-12-31' as PlainDate;
    await db.updateTable('role_grant').set({ valid_from: '2025-07-01', valid_to: ended }).execute();
    expect(await start()).toMatch(/^[0-9a-f-]{36}\.[\w-]{43}$/);
    expect(await db.selectFrom('tenant').select('name').execute()).toEqual([{ name: 'Minh Hà' }]);
  });
});

describe('the settings of a server with accounts', () => {
  it('are those of the environment', () => {
    const env = { THANG_URL: 'https://thang.minhha.example', THANG_PROXIES: '127.0.0.1' };
    expect(serverSettings(env)).toEqual({ address: env.THANG_URL, proxies: '127.0.0.1' });
    expect(serverSettings({})).toEqual({});
  });

  it.each(['thang.minhha.example', 'ftp://minhha.example', 'https://'])('have no address %j', (THANG_URL) => {
    expect(() => serverSettings({ THANG_URL })).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
