import Type from 'typebox';
import { ReplaceableView } from '../../assignment/issue/views.ts';
import { listReplaceable } from '../../store/issues-replaceable.ts';
import { getId, IdParams } from '../ids.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { todayInVietnam } from '../work-answers.ts';

/** Which issued plans a plan may take the place of, with what of them would end. */
export async function issueSupersedeRoutes(app: Api, { db }: Context): Promise<void> {
  app.get(
    '/api/plans/:id/replaceable',
    {
      config: { may: 'Cơ quan thường trực và đơn vị chủ trì xem trước và giao được kế hoạch' },
      schema: {
        tags: ['Giao kế hoạch'],
        summary: 'Các kế hoạch đã giao của cùng cơ quan, cùng năm, cùng chỉ số mà kế hoạch này có thể thay thế',
        params: IdParams,
        response: { 200: Type.Object({ plans: Type.Array(ReplaceableView) }) },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const id = getId(request, 'kế hoạch này');
      return { plans: await listReplaceable(db, tenantId, id, todayInVietnam()) };
    },
  );
}
