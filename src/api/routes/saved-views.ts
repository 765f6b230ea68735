import Type from 'typebox';
import { closed } from '../../kernel/shapes.ts';
import { KeptView, SavedView } from '../../people/saved/views.ts';
import { inTransaction } from '../../store/db.ts';
import { listSavedViews, removeView, saveView } from '../../store/saved-views.ts';
import { getId, IdParams } from '../ids.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Bộ lọc đã lưu'];
const config = { may: 'Cán bộ giữ được bộ lọc của chính mình' } as const;
const what = 'bộ lọc này';
const Views = Type.Object({ views: Type.Array(SavedView) }, closed);

/** Filters one keeps under names; whatever is done, the whole of them is answered. */
export async function savedViewRoutes(app: Api, { db }: Context): Promise<void> {
  app.get(
    '/api/saved-views',
    { config, schema: { tags, summary: 'Các bộ lọc tôi đã lưu', response: { 200: Views } } },
    async (request) => ({ views: await listSavedViews(db, getOfficer(request)) }),
  );
  app.put(
    '/api/saved-views/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Lưu một bộ lọc, hoặc đổi tên bộ lọc đã lưu; mã do trình duyệt đặt',
        params: IdParams,
        body: KeptView,
        response: { 200: Views },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      await inTransaction(db, (trx) => saveView(trx, officer, id, request.body, new Date()));
      return { views: await listSavedViews(db, officer) };
    },
  );
  app.delete(
    '/api/saved-views/:id',
    {
      config,
      schema: { tags, summary: 'Bỏ một bộ lọc đã lưu', params: IdParams, response: { 200: Views } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      await inTransaction(db, (trx) => removeView(trx, officer, id));
      return { views: await listSavedViews(db, officer) };
    },
  );
}
