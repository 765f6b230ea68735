import Type from 'typebox';
import { Id } from '../../assignment/act.ts';
import { ItemLinksView } from '../../assignment/link/views.ts';
import { closed } from '../../kernel/shapes.ts';
import { reachOf } from '../../people/permissions.ts';
import { inTransaction } from '../../store/db.ts';
import { decideLink } from '../../store/item-links.ts';
import { countLinks, listLinkLeads, listLinks } from '../../store/item-links-list.ts';
import { presentLink } from '../present-work.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { idOr, namedAgencies } from '../work-answers.ts';

const tags = ['Giao kế hoạch'];
const may = 'Cơ quan thường trực và đơn vị chủ trì gộp được nhiệm vụ trùng';
const config = { may } as const;
const word = Type.Optional(Type.String({ maxLength: 100 }));
const page = 200;

const Question = Type.Object({
  plan: word,
  item: word,
  state: Type.Optional(Type.Union([Type.Literal('undecided'), Type.Literal('same'), Type.Literal('different')])),
  most: Type.Optional(
    Type.Integer({ minimum: 0, maximum: page, description: 'liệt kê nhiều nhất bao nhiêu cặp; 0 là chỉ đếm' }),
  ),
});

/** Items of plans that ask for the same work: the pairs that were found, and a person's word on them. */
export async function itemLinkRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  decide(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/work-items/links',
    {
      config,
      schema: {
        tags,
        summary:
          'Các cặp nhiệm vụ có thể trùng nhau, chưa quyết định trước; đơn vị chủ trì thấy cặp có việc mình chủ trì',
        querystring: Question,
        response: { 200: ItemLinksView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const { state, most = page } = request.query;
      const question = {
        ...{ tenantId, reach: reachOf(may, officer), state, most },
        ...{ plan: idOr(request.query.plan, 'kế hoạch này'), item: idOr(request.query.item, 'nhiệm vụ này') },
      };
      const counts = await countLinks(db, question);
      const links = (most === 0 ? [] : await listLinks(db, question)).map(presentLink);
      const ids = links.flatMap(({ item, other }) =>
        [item, other].flatMap((one) => [...one.owingFirst, ...one.leadsFirst]),
      );
      return { counts, links, agencies: await namedAgencies(db, tenantId, ids) };
    },
  );
}

function decide(app: Api, { db }: Context): void {
  const Decision = Type.Union([Type.Literal('same'), Type.Literal('different'), Type.Null()]);
  app.post(
    '/api/work-items/links',
    {
      config,
      schema: {
        tags,
        summary: 'Quyết định hai nhiệm vụ là một việc hay không; null là bỏ quyết định',
        body: Type.Object({ item: Id, other: Id, decision: Decision }, closed),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { item, other, decision } = request.body;
      await inTransaction(db, async (trx) => {
        assertMay(request, may, { agencyIds: await listLinkLeads(trx, officer.tenantId, [item, other]) });
        await decideLink(trx, officer, [item, other], decision);
      });
      return reply.code(204).send(null);
    },
  );
}
