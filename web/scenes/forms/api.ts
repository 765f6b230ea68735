import { queryOptions } from '@tanstack/react-query';
import type { Form } from '../../../src/report/form/model.ts';
import type { FormTimes } from '../../../src/report/form/times.ts';
import type {
  AnswerDetailView,
  AnswersView,
  FormDaysView,
  FormDetailView,
  FormSheetView,
  FormsView,
  ReadFormView,
  SavedAnswersView,
  SentAnswers,
  SentSending,
  SumsView,
} from '../../../src/report/form/views.ts';
import { queryString, request } from '../../api.ts';
import type { ReceiverAct, Sent, UnitAct } from '../reports/api.ts';

/** The way to the server for forms. Keys begin with "work": an answer that is sent settles work. */

const form = (id: string): string => `/forms/${encodeURIComponent(id)}`;
const answer = (id: string): string => `/form-answers/${encodeURIComponent(id)}`;

export const designSentence = 'Đơn vị chủ trì và cơ quan thường trực lập, gửi và tổng hợp được phiếu số liệu';

export const formsApi = {
  add: (id: string, content: Form) => request<FormDetailView>('POST', '/forms', { id, form: content }),
  save: (id: string, rev: number, content: Form) => request<{ rev: number }>('PUT', form(id), { rev, form: content }),
  get: (id: string) => request<FormDetailView>('GET', form(id)),
  remove: (id: string) => request<FormDetailView>('DELETE', form(id)),
  restore: (id: string) => request<FormDetailView>('POST', `${form(id)}/restore`, {}),
  read: (file: File) => {
    const body = new FormData();
    body.append('file', file);
    return request<ReadFormView>('POST', '/forms/read', body);
  },
  send: (id: string, sent: SentSending) => request<{ id: string }>('POST', `${form(id)}/sendings`, sent),
  saveAnswers: (id: string, fields: SentAnswers['fields']) =>
    request<SavedAnswersView>('PATCH', `${answer(id)}/fields`, { fields }),
  readSheet: (id: string, file: File) => {
    const body = new FormData();
    body.append('file', file);
    return request<FormSheetView>('POST', `${answer(id)}/sheet`, body);
  },
  act: (id: string, sent: Sent<UnitAct>) => request<AnswerDetailView>('POST', `${answer(id)}/acts`, sent),
  receiving: (id: string, sent: Sent<ReceiverAct>) =>
    request<AnswerDetailView>('POST', `${answer(id)}/receiving`, sent),
};

export const xlsFormUrl = (id: string): string => `/api${form(id)}/xlsform`;
export const answerSheetUrl = (id: string): string => `/api${answer(id)}/sheet`;
export const sumsFileUrl = (id: string, round: string): string =>
  `/api/form-sendings/${encodeURIComponent(id)}/xlsx${queryString({ round })}`;

const all = ['work', 'forms'] as const;
export const everyForm = { queryKey: all };

export const allForms = () =>
  queryOptions({ queryKey: [...all, 'designed'], queryFn: () => request<FormsView>('GET', '/forms') });

export const oneForm = (id: string) =>
  // While it is designed, this screen knows it best.
  queryOptions({ queryKey: [...all, 'one', id], queryFn: () => formsApi.get(id), staleTime: Infinity, gcTime: 0 });

export const formDays = (id: string, times: FormTimes | undefined) =>
  queryOptions({
    queryKey: [...all, 'days', id, times],
    queryFn: () => request<FormDaysView>('POST', `${form(id)}/days`, { times }),
    enabled: times !== undefined,
  });

export const myAnswers = () =>
  queryOptions({ queryKey: [...all, 'mine'], queryFn: () => request<AnswersView>('GET', '/form-answers') });

export const oneAnswer = (id: string) =>
  queryOptions({
    queryKey: [...all, 'answer', id],
    queryFn: () => request<AnswerDetailView>('GET', answer(id)),
    // Two may write at once: what the other saved is seen soon.
    refetchInterval: 20_000,
  });

export const formSums = (id: string, round: string | undefined) =>
  queryOptions({
    queryKey: [...all, 'sums', id, round],
    queryFn: () => request<SumsView>('GET', `/form-sendings/${encodeURIComponent(id)}${queryString({ round })}`),
    refetchInterval: 30_000,
  });
