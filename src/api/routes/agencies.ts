import Type from 'typebox';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import { makeDirectory } from '../../place/directory/make.ts';
import { findAgency } from '../../place/directory/on.ts';
import { unitsOf } from '../../place/units/find.ts';
import { titleOf } from '../../place/units/model.ts';
import { AgencyPage, AgencyTree } from '../../place/views.ts';
import { loadUnits } from '../../platform/units.ts';
import { inTransaction } from '../../store/db.ts';
import { loadDirectory, writeDirectory } from '../../store/directory.ts';
import { getId, IdParams } from '../ids.ts';
import { presentAgency, presentTree } from '../present-agencies.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { getDay } from './account.ts';
import { reorganisationRoutes } from './agencies-reorganise.ts';
import { workbookRoutes } from './agencies-workbook.ts';

const tags = ['Đơn vị'];
const see = { may: 'Cán bộ xem được danh bạ đơn vị qua các thời kỳ' } as const;
const change = { may: 'Người quản trị và cơ quan thường trực lập, sắp xếp được danh bạ đơn vị' } as const;
const text = Type.String();

/** The agencies of a tenant over time: the tree of a day, one agency's page, the first filling. */
export async function agencyRoutes(app: Api, context: Context): Promise<void> {
  tree(app, context);
  page(app, context);
  provinces(app);
  fill(app, context);
  await reorganisationRoutes(app, context);
  await workbookRoutes(app, context);
}

const OnDay = Type.Object({ on: Type.Optional(Type.String({ format: 'date', maxLength: 10 })) });

function tree(app: Api, { db }: Context): void {
  app.get(
    '/api/agencies',
    {
      config: see,
      schema: {
        tags,
        summary: 'Các cơ quan, đơn vị vào một ngày (mặc định hôm nay), và những ngày có thay đổi',
        querystring: OnDay,
        response: { 200: AgencyTree },
      },
    },
    async (request) => {
      const { on } = request.query;
      const directory = await loadDirectory(db, getOfficer(request).tenantId);
      return presentTree(directory, on === undefined ? dayInVietnam(new Date()) : getDay(on));
    },
  );
}

function page(app: Api, { db }: Context): void {
  app.get(
    '/api/agencies/:id',
    {
      config: see,
      schema: {
        tags,
        summary: 'Một cơ quan qua các thời kỳ: tên, trực thuộc, nhận việc từ đâu, giao việc cho ai',
        params: IdParams,
        response: { 200: AgencyPage },
      },
    },
    async (request) => {
      const directory = await loadDirectory(db, getOfficer(request).tenantId);
      const agency = findAgency(directory, getId(request, 'cơ quan này'));
      if (!agency) throw new Problem('not-found', { what: 'cơ quan này' });
      return presentAgency(directory, agency);
    },
  );
}

const Province = Type.Object({ code: text, name: text }, closed);

function provinces(app: Api): void {
  app.get(
    '/api/agencies/provinces',
    {
      config: change,
      schema: {
        tags,
        summary: 'Các tỉnh, thành phố có thể lập danh bạ mẫu',
        response: { 200: Type.Object({ provinces: Type.Array(Province) }, closed) },
      },
    },
    async () => {
      const today = dayInVietnam(new Date());
      return { provinces: unitsOf(loadUnits(), null, today).map((unit) => ({ code: unit.code, name: titleOf(unit) })) };
    },
  );
}

function fill(app: Api, { db }: Context): void {
  app.post(
    '/api/agencies/fill',
    {
      config: change,
      schema: {
        tags,
        summary: 'Lập danh bạ lần đầu theo mẫu của một tỉnh, thành phố',
        body: Type.Object({ province: Type.String({ pattern: '^\\d{2}$' }) }, closed),
        response: { 200: AgencyTree },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const today = dayInVietnam(new Date());
      const unit = unitsOf(loadUnits(), null, today).find(({ code }) => code === request.body.province);
      if (!unit) throw new Problem('not-found', { what: 'tỉnh, thành phố này' });
      const directory = makeDirectory(loadUnits(), unit, { ids: () => newId() });
      await inTransaction(db, (trx) => writeDirectory(trx, officer, directory));
      return presentTree(await loadDirectory(db, officer.tenantId), today);
    },
  );
}
