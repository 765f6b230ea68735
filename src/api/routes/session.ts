import { Problem } from '../../kernel/problem.ts';
import { Session } from '../../plan/views.ts';
import { inTransaction } from '../../store/db.ts';
import { demoOfficer, ensureDemoOfficer } from '../../store/demo.ts';
import { findOfficerBySession, openSession } from '../../store/officers.ts';
import { presentSession } from '../present.ts';
import { csrfOf, sendSession } from '../sessions.ts';
import type { Api, Context } from '../types.ts';

/** The session of whoever asks. In the demo a newcomer gets one of the sample officer. */
export async function sessionRoutes(app: Api, { db, demo }: Context): Promise<void> {
  app.get(
    '/api/session',
    {
      config: { may: 'Ai dùng thử trên máy này cũng mở được phiên làm việc của cán bộ mẫu' },
      schema: { tags: ['Phiên làm việc'], summary: 'Phiên làm việc hiện tại', response: { 200: Session } },
    },
    async (request, reply) => {
      if (request.officer && request.csrf) return presentSession(request.officer, request.csrf, demo);
      if (!demo) throw new Problem('session-missing', {});
      const now = new Date();
      const token = await inTransaction(db, async (trx) => {
        await ensureDemoOfficer(trx);
        return openSession(trx, demoOfficer, now);
      });
      const officer = await findOfficerBySession(db, demoOfficer.tenantId, token, now);
      if (!officer) throw new Problem('session-missing', {});
      sendSession(reply, officer, token);
      return presentSession(officer, csrfOf(token), demo);
    },
  );
}
