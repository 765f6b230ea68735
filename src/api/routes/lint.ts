import { limits } from '../../document/limits.ts';
import { LintReport } from '../../publish/lint/model.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getFile, lookAt } from '../incoming-file.ts';
import type { Api, Context } from '../types.ts';

const check = { may: 'Cán bộ kiểm tra được thể thức văn bản' } as const;

/** A Word file is checked against the decree on clerical work. Nothing of it is kept: it may be of any matter. */
export async function lintRoutes(app: Api, { files, reader }: Context): Promise<void> {
  app.post(
    '/api/lint',
    {
      config: check,
      schema: {
        tags: ['Thể thức văn bản'],
        summary:
          'Kiểm tra thể thức một tệp Word (multipart, trường “file”) theo Nghị định 30/2020/NĐ-CP; tệp không được lưu lại',
        consumes: ['multipart/form-data'],
        response: { 200: LintReport },
      },
    },
    async (request, reply) => {
      const file = await getFile(request);
      return lookAt(files, file, limits.fileBytes, (one) => reader.lint(one, hangUpSignal(reply)));
    },
  );
}
