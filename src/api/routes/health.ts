import Type from 'typebox';
import type { Api, Context } from '../types.ts';

/** Whether the product runs and its database answers. */
export async function healthRoutes(app: Api, { db }: Context): Promise<void> {
  app.get(
    '/api/health',
    {
      config: { may: 'Ai cũng hỏi được hệ thống còn chạy hay không' },
      schema: {
        tags: ['Hệ thống'],
        summary: 'Hệ thống còn chạy',
        response: { 200: Type.Object({ status: Type.Literal('ok') }) },
      },
    },
    async () => {
      await db.selectFrom('tenant').select('id').limit(1).execute();
      return { status: 'ok' as const };
    },
  );
}
