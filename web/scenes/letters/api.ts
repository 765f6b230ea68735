import { queryOptions } from '@tanstack/react-query';
import type { LetterKind, PaperDraftContent } from '../../../src/publish/letters/model.ts';
import type { LetterView } from '../../../src/publish/letters/views.ts';
import { queryString, request } from '../../api.ts';
import type { LetterSearch } from './search.ts';

/** The way to the server for papers written on a screen. */

export type WhichLetter = LetterSearch & { loai: LetterKind };

const query = ({ ke, ky, 'don-vi': agencies, 'bao-cao': report }: WhichLetter) => ({
  plan: ke,
  round: ky,
  agencies,
  report,
});

export const oneLetter = (which: WhichLetter) =>
  queryOptions({
    queryKey: ['letters', which],
    queryFn: () => request<LetterView>('GET', `/papers/${which.loai}${queryString(query(which))}`),
  });

export const saveLetter = (which: WhichLetter, content: PaperDraftContent) =>
  request<{ savedAt: string }>('PUT', `/papers/${which.loai}${queryString(query(which))}`, content);

export const letterUrl = (which: WhichLetter, format: 'docx' | 'pdf' | 'xlsx'): string =>
  `/api/papers/${which.loai}/file${queryString({ ...query(which), format })}`;
