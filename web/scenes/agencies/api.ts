import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  AgencyPage,
  AgencyTree,
  AnsweredName,
  EnteredReorganisation,
  HandOver,
  ImportedSheet,
  NameAnswer,
  ReorganisationForm,
  ReorganisationPreview,
  WaitingHolder,
  WaitingName,
} from '../../../src/place/views.ts';
import { queryString, request } from '../../api.ts';

/** The way to the server for agencies over time. All keys begin with "agencies": whoever changes lets go of all of them. */

export const agenciesApi = {
  preview: (form: ReorganisationForm) => request<ReorganisationPreview>('POST', '/reorganisations/preview', form),
  reorganise: (form: ReorganisationForm) => request<AgencyTree>('POST', '/reorganisations', form),
  undo: (id: string) => request<AgencyTree>('POST', `/reorganisations/${encodeURIComponent(id)}/undo`),
  handOver: (form: HandOver) => request<{ assignments: number }>('POST', '/reorganisations/hand-over', form),
  fill: (province: string) => request<AgencyTree>('POST', '/agencies/fill', { province }),
  workbook: (file: File, preview: boolean) => {
    const form = new FormData();
    form.append('file', file);
    return request<ImportedSheet>('POST', `/agencies/import${preview ? '?preview=true' : ''}`, form);
  },
  answer: (answer: NameAnswer) => request<null>('POST', '/resolutions', answer),
};

/** Without a day the server answers for today. */
export const treeOf = (on: string | undefined) =>
  queryOptions({
    queryKey: ['agencies', 'tree', on ?? 'today'],
    queryFn: () => request<AgencyTree>('GET', `/agencies${queryString({ on })}`),
    placeholderData: keepPreviousData,
  });

export const agencyPage = (id: string) =>
  queryOptions({
    queryKey: ['agencies', 'one', id],
    queryFn: () => request<AgencyPage>('GET', `/agencies/${encodeURIComponent(id)}`),
  });

/** Names that wait and names that were answered come together: an answer moves a name from one to the other. */
export const printedNames = () =>
  queryOptions({
    queryKey: ['agencies', 'waiting'],
    queryFn: () => request<{ waiting: WaitingName[]; answered: AnsweredName[] }>('GET', '/resolutions'),
  });

export const waitingWork = () =>
  queryOptions({
    queryKey: ['agencies', 'waiting-work'],
    staleTime: 60_000,
    queryFn: async () => (await request<{ waiting: WaitingHolder[] }>('GET', '/reorganisations/waiting')).waiting,
  });

export const enteredReorganisations = () =>
  queryOptions({
    queryKey: ['agencies', 'entered'],
    queryFn: async () =>
      (await request<{ reorganisations: EnteredReorganisation[] }>('GET', '/reorganisations')).reorganisations,
  });

export const provinceList = () =>
  queryOptions({
    queryKey: ['agencies', 'provinces'],
    queryFn: async () =>
      (await request<{ provinces: { code: string; name: string }[] }>('GET', '/agencies/provinces')).provinces,
    staleTime: Number.POSITIVE_INFINITY,
  });
