import { queryOptions } from '@tanstack/react-query';
import type { Asked, KeeperAct, OwnerAct, Source, SourcePaper } from '../../../src/report/recommendation/model.ts';
import type {
  RecommendationDetailView,
  RegisterImportsView,
  RegisterPreviewView,
  RegisterView,
  SentRegister,
} from '../../../src/report/recommendation/views.ts';
import { request } from '../../api.ts';

/** The way to the server for recommendations. Keys begin with "work", so that added evidence lets go of them too. */

export const keepSentence =
  'Cơ quan thường trực, người kiểm tra và người giám sát ghi, xác nhận được kiến nghị phải thực hiện';

/** A recommendation under an id made here: sent again after a lost line it counts once. */
type SentRecommendation = Asked & { id: string; source: Source; paper: SourcePaper };

const one = (id: string): string => `/recommendations/${encodeURIComponent(id)}`;

export const recommendationApi = {
  record: (sent: SentRecommendation) => request<RecommendationDetailView>('POST', '/recommendations', sent),
  keep: (id: string, sent: { id: string; act: KeeperAct }) =>
    request<RecommendationDetailView>('POST', `${one(id)}/acts`, sent),
  progress: (id: string, sent: { id: string; act: OwnerAct }) =>
    request<RecommendationDetailView>('POST', `${one(id)}/progress`, sent),
  readFile: (file: File, sent: SentRegister, taking: boolean) => {
    const form = new FormData();
    form.append('import', JSON.stringify(sent));
    form.append('file', file);
    return request<RegisterPreviewView>('POST', `/recommendation-imports${taking ? '' : '/preview'}`, form);
  },
  undoImport: (id: string) =>
    request<{ withdrawn: number; kept: number }>('POST', `/recommendation-imports/${encodeURIComponent(id)}/undo`, {}),
};

const all = ['work', 'recommendations'] as const;
export const everyRecommendation = { queryKey: all };

export const register = () =>
  queryOptions({ queryKey: [...all, 'list'], queryFn: () => request<RegisterView>('GET', '/recommendations') });

export const pastImports = () =>
  queryOptions({
    queryKey: [...all, 'imports'],
    queryFn: () => request<RegisterImportsView>('GET', '/recommendation-imports'),
  });

export const oneRecommendation = (id: string) =>
  queryOptions({ queryKey: [...all, 'one', id], queryFn: () => request<RecommendationDetailView>('GET', one(id)) });
