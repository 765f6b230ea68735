import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { findAgency } from '../../place/directory/on.ts';
import type { Meaning, Query } from '../../place/resolve/model.ts';
import { NameAnswer, WaitingName } from '../../place/views.ts';
import { inTransaction } from '../../store/db.ts';
import { loadDirectory } from '../../store/directory.ts';
import { answerName } from '../../store/directory-answers.ts';
import { listWaitingNames } from '../../store/directory-queue.ts';
import { presentWaiting } from '../present-agencies.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Đơn vị'];
const see = { may: 'Cán bộ xem được danh bạ đơn vị qua các thời kỳ' } as const;
const answer = { may: 'Cơ quan thường trực và đơn vị chủ trì trả lời được tên cơ quan chưa rõ' } as const;

/** Printed names that wait for a person, and what a person says they mean. */
export async function resolutionRoutes(app: Api, { db }: Context): Promise<void> {
  app.get(
    '/api/resolutions',
    {
      config: see,
      schema: {
        tags,
        summary: 'Tên cơ quan trong các kế hoạch đã xác nhận mà phần mềm chưa rõ là ai, kèm gợi ý',
        response: { 200: Type.Object({ waiting: Type.Array(WaitingName) }) },
      },
    },
    async (request) => {
      const { directory, waiting } = await listWaitingNames(db, getOfficer(request).tenantId);
      return { waiting: waiting.map((one) => presentWaiting(directory, one)) };
    },
  );

  app.post(
    '/api/resolutions',
    {
      config: answer,
      schema: {
        tags,
        summary: 'Trả lời một tên là cơ quan nào; câu trả lời dùng cho mọi kế hoạch của nơi ban hành',
        body: NameAnswer,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { issuerId, printed } = request.body;
      const meaning = meaningOf(request.body);
      const directory = await loadDirectory(db, officer.tenantId);
      const named =
        meaning.to === 'agencies' ? meaning.agencyIds : meaning.to === 'group' ? meaning.group.map(({ of }) => of) : [];
      if (![issuerId, ...named].every((id) => findAgency(directory, id)))
        throw new Problem('not-found', { what: 'cơ quan này' });
      await inTransaction(db, (trx) => answerName(trx, officer, { issuerId, printed, meaning }, new Date()));
      return reply.code(204).send(null);
    },
  );
}

function meaningOf({ meaning }: NameAnswer): Meaning {
  return meaning.to === 'group' ? { to: 'group', group: meaning.group.map(queryOf) } : meaning;
}

type Written = Extract<NameAnswer['meaning'], { to: 'group' }>['group'][number];

/** A query with all it needs; one that lacks it asks for nobody. */
function queryOf({ query, of, name, levels, types, only }: Written): Query {
  if (query === 'bodies') return { query, of, name: name ?? '', levels: levels ?? [], types: types ?? null };
  if (query === 'departments' || query === 'services' || query === 'mass')
    return { query, of, levels: levels ?? [], ...(only && { only }) };
  return { query, of };
}
