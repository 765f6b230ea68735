import { queryOptions } from '@tanstack/react-query';
import type { PaperKind } from '../../../src/publish/template/kinds.ts';
import type { TemplateCheck } from '../../../src/publish/template/model.ts';
import type { TemplateKindView, TemplatesView } from '../../../src/publish/template/views.ts';
import { queryString, request } from '../../api.ts';

/** The way to the server for templates of papers. */

const all = ['templates'] as const;
export const everyTemplate = { queryKey: all };

export const templateKinds = () =>
  queryOptions({ queryKey: [...all, 'kinds'], queryFn: () => request<TemplatesView>('GET', '/paper-templates') });

export const oneKind = (kind: PaperKind) =>
  queryOptions({
    queryKey: [...all, 'one', kind],
    queryFn: () => request<TemplateKindView>('GET', `/paper-templates/${kind}`),
  });

export type Uploaded = { id: string | null; check: TemplateCheck; kept: TemplateKindView };

export const templateApi = {
  upload: (kind: PaperKind, file: File) => {
    const form = new FormData();
    form.append('file', file);
    return request<Uploaded>('POST', `/paper-templates/${kind}`, form);
  },
  use: (kind: PaperKind, template: string | null) =>
    request<TemplateKindView>('PUT', `/paper-templates/${kind}/use`, { template }),
};

/** Files of a template; without an id, of the built-in one. */
export const templateUrl = (
  kind: PaperKind,
  what: 'file' | 'sample' | 'preview',
  more: { template?: string; format?: 'pdf' } = {},
): string => `/api/paper-templates/${kind}/${what}${queryString(more)}`;
