import Type from 'typebox';
import { allFrameworks } from '../../framework/catalogue.ts';
import type { Api } from '../types.ts';

const text = Type.String();
const optional = Type.Union([text, Type.Null()]);
const Frameworks = Type.Object({
  frameworks: Type.Array(
    Type.Object({
      index: text,
      version: text,
      name: text,
      nodes: Type.Array(Type.Object({ code: text, parent: optional, name: text, nameEn: optional })),
    }),
  ),
});

/** The indices as trees of codes, for pickers and headings. */
export async function frameworkRoutes(app: Api): Promise<void> {
  app.get(
    '/api/frameworks',
    {
      config: { may: 'Cán bộ xem được các bộ chỉ số' },
      schema: { tags: ['Bộ chỉ số'], summary: 'Các bộ chỉ số theo phiên bản', response: { 200: Frameworks } },
    },
    async () => ({
      frameworks: allFrameworks().map(({ index, version, name, nodes }) => ({
        index,
        version,
        name,
        nodes: nodes.map(({ code, parent, name, nameEn }) => ({ code, parent, name, nameEn })),
      })),
    }),
  );
}
