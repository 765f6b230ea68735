import Type from 'typebox';
import { MyWorkView, RolesView } from '../../assignment/views.ts';
import { addDays, weekdayOf } from '../../calendar/days.ts';
import { reachOf } from '../../people/permissions.ts';
import { listAgencyLines } from '../../store/heat-map.ts';
import { findMyWork, listRoles } from '../../store/my-work.ts';
import { ownReach } from '../own-reach.ts';
import { presentItem, presentMyWork } from '../present-work.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { idOr, namedAgencies, todayInVietnam } from '../work-answers.ts';

const tags = ['Việc của tôi'];
const may = 'Cán bộ xem được việc của đơn vị mình';
const Query = Type.Object({
  agency: Type.Optional(Type.String({ maxLength: 100, description: 'chỉ của một cơ quan trong phạm vi của mình' })),
});

/** What the agencies of whoever asks owe, and the roles they have beside it. */
export async function myWorkRoutes(app: Api, context: Context): Promise<void> {
  myWork(app, context);
  myRoles(app, context);
}

type Asking = Parameters<typeof getOfficer>[0] & { query: { agency?: string } };

/**
 * Whose work is mine: of the agencies a role is held for. Who holds one for the whole tenant follows all of it elsewhere; theirs
 * is that of the agency they are of.
 */
async function reachIn(db: Context['db'], request: Asking): Promise<readonly string[]> {
  const officer = getOfficer(request);
  const agency = idOr(request.query.agency, 'cơ quan này');
  if (agency !== undefined) {
    assertMay(request, may, { agencyIds: [agency] });
    return [agency];
  }
  const reach = reachOf(may, officer);
  return reach === 'all' ? ownReach(db, officer, may) : reach;
}

function myWork(app: Api, { db }: Context): void {
  app.get(
    '/api/my-work',
    {
      config: { may },
      schema: {
        tags,
        summary: 'Việc phải làm: bị trả lại, quá hạn, hôm nay, tuần này, sau đó; theo nội dung thành phần',
        querystring: Query,
        response: { 200: MyWorkView },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const today = todayInVietnam();
      const weekEnd = addDays(today, 7 - weekdayOf(today));
      const work = await findMyWork(db, { tenantId, reach: await reachIn(db, request), today, weekEnd });
      const ids = [...new Set(work.owed.flatMap(({ agency_id, division_id }) => [agency_id, division_id]))];
      const named = ids.filter((id) => id !== null);
      return presentMyWork(work, today, await listAgencyLines(db, tenantId, named, { to: today }));
    },
  );
}

function myRoles(app: Api, { db }: Context): void {
  app.get(
    '/api/my-work/roles',
    {
      config: { may },
      schema: {
        tags,
        summary: 'Vai trò của đơn vị mình trong từng nhiệm vụ: chủ trì, thực hiện, phối hợp, theo dõi',
        querystring: Query,
        response: { 200: RolesView },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const lines = await listRoles(db, tenantId, await reachIn(db, request));
      return {
        roles: lines.map(({ item, ...line }) => ({ ...line, item: presentItem(item) })),
        agencies: await namedAgencies(
          db,
          tenantId,
          lines.flatMap(({ agencies }) => agencies),
        ),
      };
    },
  );
}
