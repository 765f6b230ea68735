import { limits } from '../../document/limits.ts';
import { Problem } from '../../kernel/problem.ts';
import { LintReport } from '../../publish/lint/model.ts';
import { hangUpSignal } from '../hang-up.ts';
import { cleanName, getFile } from '../incoming-file.ts';
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
      const { name: given, content } = await getFile(request);
      const name = cleanName(given);
      const received = await files.receive(content, limits.fileBytes);
      try {
        const { path, size, tooLarge } = received;
        if (tooLarge) throw new Problem('file-too-large', { name, size, limit: limits.fileBytes });
        return await reader.lint({ path, name }, hangUpSignal(reply));
      } finally {
        await files.discard(received);
      }
    },
  );
}
