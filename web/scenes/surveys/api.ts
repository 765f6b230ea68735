import { queryOptions } from '@tanstack/react-query';
import { newId } from '../../../src/kernel/ids.ts';
import type { EstimateRequest, SurveyDesign } from '../../../src/survey/model.ts';
import type {
  DifferenceView,
  EstimatesView,
  ProgressView,
  RunView,
  SentDictionary,
  SentDifference,
  SentSurvey,
  SurveysView,
  SurveyView,
} from '../../../src/survey/views.ts';
import { queryString, request, sendForm } from '../../api.ts';

/** The way to the server for surveys. What comes back are estimates; the responses never leave it. */

const one = (id: string): string => `/surveys/${encodeURIComponent(id)}`;
const run = (id: string, of: string): string => `${one(id)}/runs/${encodeURIComponent(of)}`;

export const surveyApi = {
  add: (sent: SentSurvey, file: File, sending: { signal: AbortSignal; onProgress: (share: number) => void }) => {
    const form = new FormData();
    form.append('survey', JSON.stringify(sent));
    form.append('file', file);
    return sendForm<SurveyView>('/surveys', form, sending);
  },
  addQuestionnaire: (id: string, file: File) => {
    const form = new FormData();
    form.append('file', file);
    return request<SurveyView>('POST', `${one(id)}/questionnaire`, form);
  },
  say: (id: string, sent: SentDictionary) => request<SurveyView>('PUT', `${one(id)}/dictionary`, sent),
  declare: (id: string, rev: number, design: SurveyDesign | string) =>
    request<SurveyView>('PUT', `${one(id)}/design`, { rev, design }),
  remove: (id: string) => request<void>('DELETE', one(id)),
  keep: (id: string, title: string, asked: EstimateRequest) =>
    request<SurveyView>('POST', `${one(id)}/runs`, { id: newId(), title, request: asked }),
  removeRun: (id: string, of: string) => request<void>('DELETE', run(id, of)),
  progress: (of: string, signal: AbortSignal) =>
    request<ProgressView>('GET', `/surveys/progress/${encodeURIComponent(of)}`, undefined, signal),
};

export const estimatePath = (id: string, format: 'csv' | 'xlsx'): string => `${one(id)}/estimate/${format}`;
export const runTableUrl = (id: string, of: string, format: 'csv' | 'xlsx'): string =>
  `/api${run(id, of)}/table${queryString({ format })}`;

const all = ['surveys'] as const;
export const everySurvey = { queryKey: [...all] };

export const surveyList = () =>
  queryOptions({ queryKey: [...all, 'list'], queryFn: () => request<SurveysView>('GET', '/surveys') });

export const oneSurvey = (id: string) =>
  queryOptions({ queryKey: [...all, 'one', id], queryFn: () => request<SurveyView>('GET', one(id)) });

export const oneRun = (id: string, of: string) =>
  queryOptions({
    queryKey: [...all, 'run', id, of],
    queryFn: () => request<RunView>('GET', run(id, of)),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const difference = (id: string, rev: number, sent: SentDifference) =>
  queryOptions({
    queryKey: [...all, 'difference', id, rev, sent],
    queryFn: ({ signal }) => request<DifferenceView>('POST', `${one(id)}/difference`, sent, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Estimates of one revision of a survey: asked for once, stopped when nobody waits. `told`: the id progress is told under. */
export const estimates = (id: string, rev: number, asked: EstimateRequest, told: string) =>
  queryOptions({
    queryKey: [...all, 'estimates', id, rev, asked],
    queryFn: ({ signal }) =>
      request<EstimatesView>('POST', `${one(id)}/estimate`, { request: asked, run: told }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
