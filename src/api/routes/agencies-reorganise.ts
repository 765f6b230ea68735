import Type from 'typebox';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import { closed } from '../../kernel/shapes.ts';
import {
  AgencyTree,
  EnteredReorganisation,
  HandOver,
  ReorganisationForm,
  ReorganisationPreview,
  WaitingHolder,
} from '../../place/views.ts';
import { inTransaction } from '../../store/db.ts';
import { loadDirectory } from '../../store/directory.ts';
import { previewReorganisation, type Reorganising, reorganise } from '../../store/directory-reorganise.ts';
import { listReorganisations, undoReorganisation } from '../../store/directory-undo.ts';
import { handOver, listWaitingWork } from '../../store/directory-waiting.ts';
import { getId, IdParams } from '../ids.ts';
import { presentEntered, presentOutcome, presentTree, presentWaitingWork } from '../present-agencies.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { getDay } from './account.ts';

const tags = ['Đơn vị'];
const see = { may: 'Cán bộ xem được danh bạ đơn vị qua các thời kỳ' } as const;
const change = { may: 'Người quản trị và cơ quan thường trực lập, sắp xếp được danh bạ đơn vị' } as const;

const wanted = (form: ReorganisationForm): Reorganising => ({ ...form, effective: getDay(form.effective) });

/** Reorganisations: what one would do, doing it, those that were entered, taking one back. */
export async function reorganisationRoutes(app: Api, context: Context): Promise<void> {
  preview(app, context);
  enter(app, context);
  list(app, context);
  undo(app, context);
  waiting(app, context);
  takeOver(app, context);
}

function preview(app: Api, { db }: Context): void {
  app.post(
    '/api/reorganisations/preview',
    {
      config: change,
      schema: {
        tags,
        summary: 'Xem trước một lần sắp xếp: đơn vị thay đổi, việc và vai trò chuyển theo',
        body: ReorganisationForm,
        response: { 200: ReorganisationPreview },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      return presentOutcome(await previewReorganisation(db, tenantId, wanted(request.body), dayInVietnam(new Date())));
    },
  );
}

function enter(app: Api, { db }: Context): void {
  app.post(
    '/api/reorganisations',
    {
      config: change,
      schema: {
        tags,
        summary: 'Sắp xếp đơn vị: hợp nhất, tách, đổi tên, giải thể, lập mới, chuyển chức năng hoặc trực thuộc',
        body: ReorganisationForm,
        response: { 200: AgencyTree },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const form = wanted(request.body);
      await inTransaction(db, (trx) => reorganise(trx, officer, form, new Date()));
      return presentTree(await loadDirectory(db, officer.tenantId), form.effective);
    },
  );
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/reorganisations',
    {
      config: see,
      schema: {
        tags,
        summary: 'Các lần sắp xếp đơn vị đã ghi',
        response: { 200: Type.Object({ reorganisations: Type.Array(EnteredReorganisation) }, closed) },
      },
    },
    async (request) => {
      const entered = await listReorganisations(db, getOfficer(request).tenantId);
      return { reorganisations: entered.map(presentEntered) };
    },
  );
}

function undo(app: Api, { db }: Context): void {
  app.post(
    '/api/reorganisations/:id/undo',
    {
      config: change,
      schema: {
        tags,
        summary: 'Hoàn tác một lần sắp xếp khi chưa có gì xây dựng trên đó',
        params: IdParams,
        response: { 200: AgencyTree },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, 'lần sắp xếp này');
      await inTransaction(db, (trx) => undoReorganisation(trx, officer, id, new Date()));
      return presentTree(await loadDirectory(db, officer.tenantId), dayInVietnam(new Date()));
    },
  );
}

function waiting(app: Api, { db }: Context): void {
  app.get(
    '/api/reorganisations/waiting',
    {
      config: change,
      schema: {
        tags,
        summary: 'Việc của cơ quan đã kết thúc mà chưa rõ nơi nhận, chờ người chọn',
        response: { 200: Type.Object({ waiting: Type.Array(WaitingHolder) }, closed) },
      },
    },
    async (request) => {
      const found = await listWaitingWork(db, getOfficer(request).tenantId, dayInVietnam(new Date()));
      return { waiting: found.waiting.map((one) => presentWaitingWork(found.directory, one)) };
    },
  );
}

function takeOver(app: Api, { db }: Context): void {
  app.post(
    '/api/reorganisations/hand-over',
    {
      config: change,
      schema: {
        tags,
        summary: 'Chọn nơi nhận việc của cơ quan đã kết thúc',
        body: HandOver,
        response: { 200: Type.Object({ assignments: Type.Integer() }, closed) },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const at = new Date();
      const when = { at, today: dayInVietnam(at) };
      return { assignments: await inTransaction(db, (trx) => handOver(trx, officer, request.body, when)) };
    },
  );
}
