import { type PaperKind, paperKinds } from '../../../src/publish/template/kinds.ts';

/** Which kind of paper is looked at, as the address tells it. */
export type TemplatesSearch = { loai?: PaperKind };

export function readTemplatesSearch(raw: Record<string, unknown>): TemplatesSearch {
  const kind = paperKinds.find((one) => one === raw.loai);
  return kind ? { loai: kind } : {};
}
