import Type from 'typebox';
import { reachOf } from '../../people/permissions.ts';
import { indicatorXlsx } from '../../publish/indicator-xlsx.ts';
import { registerPeriods, registerXlsx } from '../../publish/register-xlsx.ts';
import { periodsWithin } from '../../report/indicator/period.ts';
import { rollUp } from '../../report/indicator/roll-up.ts';
import { listCells } from '../../store/indicator-values.ts';
import { listGivers, listIndicators, listSeen } from '../../store/indicators.ts';
import { attachment } from '../attachment.ts';
import { getId, IdParams } from '../ids.ts';
import { see } from '../indicator-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { idOr, namedAgencies, todayInVietnam } from '../work-answers.ts';
import { detail } from './indicators.ts';

const tags = ['Chỉ tiêu'];
const what = 'chỉ tiêu này';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const years = Type.Integer({ minimum: 1990, maximum: 2199 });

/** Indicators as workbooks: one, and the whole register. */
export async function indicatorFileRoutes(app: Api, context: Context): Promise<void> {
  table(app, context);
  register(app, context);
}

function table(app: Api, { db }: Context): void {
  app.get(
    '/api/indicators/:id/table.xlsx',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Bảng số liệu của một chỉ tiêu về Excel: đơn vị theo dòng, kỳ theo cột, dòng cuối cộng bằng công thức',
        params: IdParams,
        querystring: Type.Object({ year: Type.Optional(years) }),
        produces: [xlsx],
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { indicator, units, cells, agencies, year } = await detail(
        db,
        officer,
        getId(request, what),
        request.query.year,
      );
      const { definition } = indicator;
      const periods = periodsWithin(String(year), definition.every);
      const names = new Map(agencies.map(({ id, name }) => [id, name]));
      const bytes = await indicatorXlsx({
        ...{ definition, periods },
        units: units.map((id) => {
          const own = cells.filter(({ agencyId }) => agencyId === id);
          return {
            name: names.get(id) ?? '',
            figures: periods.map((period) => rollUp(definition, own, period)?.figure ?? null),
          };
        }),
      });
      const name = `${definition.name.slice(0, 80)} ${year}.xlsx`.replace(/[\\/:*?"<>|]/g, ' ');
      return attachment(reply, name, xlsx).send(Buffer.from(bytes));
    },
  );
}

function register(app: Api, { db }: Context): void {
  app.get(
    '/api/indicators/register.xlsx',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Cả sổ chỉ tiêu của một năm về Excel: đơn vị × chỉ tiêu × tháng, cộng bằng công thức',
        querystring: Type.Object({ year: years, plan: Type.Optional(Type.String({ maxLength: 100 })) }),
        produces: [xlsx],
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const { year } = request.query;
      const planId = idOr(request.query.plan, 'kế hoạch này');
      const all = await listIndicators(db, tenantId, planId === undefined ? {} : { planId });
      const reach = reachOf(see, officer);
      const seen = await listSeen(db, tenantId, all, await listGivers(db, tenantId, all, todayInVietnam()), reach);
      const cells = Map.groupBy(
        await listCells(db, tenantId, all, { years: [year], reach }),
        ({ indicatorId, agencyId }) => `${indicatorId} ${agencyId}`,
      );
      const named = await namedAgencies(db, tenantId, [...seen.values()].flat());
      const names = new Map(named.map(({ id, name }) => [id, name]));
      const bytes = await registerXlsx({
        year,
        indicators: all.map(({ id, definition }) => ({
          definition,
          units: (seen.get(id) ?? []).map((agencyId) => {
            const own = cells.get(`${id} ${agencyId}`) ?? [];
            const figures = registerPeriods(year).map((period) => rollUp(definition, own, period)?.figure ?? null);
            return { name: names.get(agencyId) ?? '', figures };
          }),
        })),
      });
      return attachment(reply, `Sổ chỉ tiêu ${year}.xlsx`, xlsx).send(Buffer.from(bytes));
    },
  );
}
