import Type from 'typebox';
import { allFrameworks } from '../../framework/catalogue.ts';
import { Level } from '../../framework/model.ts';
import type { Api } from '../types.ts';

const text = Type.String();
const optional = Type.Union([text, Type.Null()]);
const year = Type.Union([Type.Integer(), Type.Null()]);
const Frameworks = Type.Object({
  frameworks: Type.Array(
    Type.Object({
      index: text,
      version: text,
      level: Level,
      from: year,
      to: year,
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
      frameworks: allFrameworks().map(({ nodes, index, version, level, from, to, name }) => ({
        ...{ index, version, level, from, to, name },
        nodes: nodes.map(({ code, parent, name, nameEn }) => ({ code, parent, name, nameEn })),
      })),
    }),
  );
}
