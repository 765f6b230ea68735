import { AskedExtensionsView } from '../../assignment/extension/views.ts';
import { allows } from '../../people/permissions.ts';
import { getHolders } from '../../store/assignment-scope.ts';
import { listAskedExtensions } from '../../store/extensions.ts';
import { listItemLines } from '../../store/my-work.ts';
import { partiesOf, steer } from '../act-parties.ts';
import { presentItem, presentOccurrence } from '../present-work.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies } from '../work-answers.ts';

/** What waits for an answer of whoever may extend. The answer itself is an act like others: `extend` or `decline`. */
export async function extensionRoutes(app: Api, { db }: Context): Promise<void> {
  app.get(
    '/api/extensions',
    {
      config: { may: steer },
      schema: {
        tags: ['Việc được giao'],
        summary: 'Đề nghị gia hạn đang chờ mình trả lời, hạn gần nhất trước',
        response: { 200: AskedExtensionsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const asked = await listAskedExtensions(db, tenantId);
      const holders = await getHolders(
        db,
        tenantId,
        asked.map(({ assignment_id }) => assignment_id),
      );
      const byId = new Map(holders.map((one) => [one.assignmentId, one]));
      const mine = asked.filter(({ id, assignment_id }) => {
        const one = byId.get(assignment_id);
        return one && allows(steer, officer, { agencyIds: partiesOf(steer, one, id) });
      });
      const items = await listItemLines(db, tenantId, [...new Set(mine.map(({ item_id }) => item_id))]);
      const agencies = mine.map(({ agency_id }) => agency_id);
      return {
        items: items.map(presentItem),
        owed: mine.map(presentOccurrence),
        agencies: await namedAgencies(db, tenantId, agencies),
      };
    },
  );
}
