import { queryOptions } from '@tanstack/react-query';
import type { EvidencesView, EvidenceView, SentEvidence } from '../../../src/report/evidence/views.ts';
import { queryString, request, sendForm } from '../../api.ts';

/** The way to the server for evidence. Keys begin with "work": what is added counts with the work it proves. */

/** What a piece proves beside work. */
export type Proves = { of: 'findings' | 'recommendations'; id: string };

const one = (id: string): string => `/evidence/${encodeURIComponent(id)}`;

export const evidenceApi = {
  /** with a file: what has left is told, and it can be stopped */
  add: (sent: SentEvidence, file: File | null, signal: AbortSignal, onProgress: (share: number) => void) => {
    if (file === null) return request<EvidenceView>('POST', '/evidence', sent, signal);
    const form = new FormData();
    // The words go first: the server asks who sends them before it takes a byte of the file.
    form.append('evidence', JSON.stringify(sent));
    form.append('file', file);
    return sendForm<EvidenceView>('/evidence/file', form, { signal, onProgress });
  },
  /** of what an inspection found or a recommendation asks */
  prove: (
    to: Proves,
    sent: Pick<SentEvidence, 'id' | 'piece'>,
    file: File | null,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ) => {
    const path = `/${to.of}/${encodeURIComponent(to.id)}/evidence`;
    if (file === null) return request<EvidenceView>('POST', path, sent, signal);
    const form = new FormData();
    form.append('evidence', JSON.stringify(sent));
    form.append('file', file);
    return sendForm<EvidenceView>(`${path}/file`, form, { signal, onProgress });
  },
  removeProof: (id: string) => request<EvidenceView>('DELETE', `/evidence-proofs/${encodeURIComponent(id)}`),
  restoreProof: (id: string) => request<EvidenceView>('POST', `/evidence-proofs/${encodeURIComponent(id)}/restore`, {}),
  remove: (id: string) => request<EvidenceView>('DELETE', one(id)),
  restore: (id: string) => request<EvidenceView>('POST', `${one(id)}/restore`, {}),
  use: (id: string, change: { add: readonly string[]; take: readonly string[] }) =>
    request<EvidenceView>('PATCH', `${one(id)}/uses`, change),
};

export const evidenceFileUrl = (id: string): string => `/api${one(id)}/file`;
export const previewUrl = (id: string): string => `/api${one(id)}/preview`;

export const evidenceOf = (agencyId: string) =>
  queryOptions({
    queryKey: ['work', 'evidence', agencyId],
    queryFn: () => request<EvidencesView>('GET', `/evidence${queryString({ agency: agencyId })}`),
  });
