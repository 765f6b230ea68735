import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { findAgency } from '../../place/directory/on.ts';
import type { Meaning, Query } from '../../place/resolve/model.ts';
import { AnsweredName, NameAnswer, WaitingName } from '../../place/views.ts';
import { loadUnits } from '../../platform/units.ts';
import { inTransaction } from '../../store/db.ts';
import { loadDirectory } from '../../store/directory.ts';
import { answerName, listNameAnswers, takeBackAnswer } from '../../store/directory-answers.ts';
import { listWaitingNames } from '../../store/directory-queue.ts';
import { presentAnswered, presentWaiting } from '../present-names.ts';
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
        summary:
          'Tên cơ quan trong các kế hoạch đã xác nhận mà phần mềm chưa rõ là ai, kèm gợi ý; và những tên đã được trả lời',
        response: { 200: Type.Object({ waiting: Type.Array(WaitingName), answered: Type.Array(AnsweredName) }) },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const { directory, waiting } = await listWaitingNames(db, tenantId, loadUnits());
      const answered = await listNameAnswers(db, tenantId);
      return {
        waiting: waiting.map((one) => presentWaiting(directory, one)),
        answered: answered.map((one) => presentAnswered(directory, one)),
      };
    },
  );

  app.post(
    '/api/resolutions',
    {
      config: answer,
      schema: {
        tags,
        summary:
          'Trả lời một tên là cơ quan nào; câu trả lời dùng cho mọi kế hoạch của nơi ban hành; meaning null bỏ câu trả lời',
        body: NameAnswer,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { issuerId, printed } = request.body;
      const meaning = meaningOf(request.body.meaning);
      const directory = await loadDirectory(db, officer.tenantId);
      if (![issuerId, ...agenciesIn(meaning)].every((id) => findAgency(directory, id)))
        throw new Problem('not-found', { what: 'cơ quan này' });
      await inTransaction(db, (trx) =>
        meaning
          ? answerName(trx, officer, { issuerId, printed, meaning }, new Date())
          : takeBackAnswer(trx, officer, { issuerId, printed }),
      );
      return reply.code(204).send(null);
    },
  );
}

function agenciesIn(meaning: Meaning | null): readonly string[] {
  if (meaning?.to === 'agencies') return meaning.agencyIds;
  return meaning?.to === 'group' ? meaning.group.map(({ of }) => of) : [];
}

function meaningOf(meaning: NameAnswer['meaning']): Meaning | null {
  return meaning?.to === 'group' ? { to: 'group', group: meaning.group.map(queryOf) } : meaning;
}

type Written = Extract<NonNullable<NameAnswer['meaning']>, { to: 'group' }>['group'][number];

/** A query with all it needs; one that lacks it asks for nobody. */
function queryOf({ query, of, name, levels, types, only }: Written): Query {
  if (query === 'bodies') return { query, of, name: name ?? '', levels: levels ?? [], types: types ?? null };
  if (query === 'departments' || query === 'services' || query === 'mass')
    return { query, of, levels: levels ?? [], ...(only && { only }) };
  return { query, of };
}
