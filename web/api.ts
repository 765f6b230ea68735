import type { Document } from '../src/document/model.ts';
import type { Session } from '../src/people/views.ts';
import type { ReviewAction } from '../src/plan/review.ts';
import type {
  ComparisonView,
  IntakeView,
  LessonView,
  PlanSummary,
  PlanView,
  TaskDetail,
  TaskView,
} from '../src/plan/views.ts';
import { ApiProblem, cancelled, readProblem, unreachable } from './problem.ts';

/** The one way from the screens to the server. Every failure is thrown as an `ApiProblem`. */

export type LoggedAction = ReviewAction & { seq: number; at: string; by: string };
export type ReviewLog = { seq: number; actions: LoggedAction[] };

export type FrameworkNode = { code: string; parent: string | null; name: string; nameEn: string | null };
/** One version of an index; `from` and `to` are years of measurement, both included, null is open. */
export type Framework = {
  index: string;
  version: string;
  level: 'province' | 'district' | 'commune';
  from: number | null;
  to: number | null;
  name: string;
  nodes: FrameworkNode[];
};

/** The filters of the matrix as the server and the address bar know them. */
export type TaskFilters = {
  plan?: string | undefined;
  index?: string | undefined;
  agency?: string | undefined;
  role?: string | undefined;
  schedule?: string | undefined;
  q?: string | undefined;
};

let session: Promise<Session> | undefined;

export function getSession(): Promise<Session> {
  session ??= request<Session>('GET', '/session').catch((error: unknown) => {
    session = undefined;
    if (error instanceof ApiProblem && error.code === 'session-missing') askToSignIn();
    throw error;
  });
  return session;
}

/** Where one signs in, the way back is part of the address. */
function askToSignIn(): void {
  const { pathname, search } = location;
  location.assign(`/dang-nhap${pathname === '/' ? '' : queryString({ tiep: pathname + search })}`);
}

async function send(method: string, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  // The first page asks for several things at once: all wait for the one session.
  if (method !== 'GET' || path !== '/session') headers.set('x-thang-csrf', (await getSession()).csrf);
  try {
    return await fetch(`/api${path}`, { ...init, method, headers });
  } catch (error) {
    if (init.signal?.aborted) throw cancelled();
    throw error instanceof ApiProblem ? error : unreachable();
  }
}

async function getAnswer(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const init: RequestInit = { ...(signal ? { signal } : {}) };
  if (body instanceof FormData) init.body = body;
  else if (body !== undefined)
    Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  let response = await send(method, path, init);
  // The server was started anew and knows our cookie no more: open a session and ask once again.
  if ((response.status === 401 || response.status === 403) && path !== '/session') {
    session = undefined;
    await getSession();
    response = await send(method, path, init);
  }
  if (!response.ok) throw readProblem(response.status, await response.text());
  return response;
}

/** A file as it arrives, for whoever shows how far it is. */
export const download = (path: string, signal: AbortSignal): Promise<Response> =>
  getAnswer('GET', path, undefined, signal);

/** A file the server makes of what is sent. */
export const downloadMade = async (path: string, body: unknown): Promise<Blob> =>
  (await getAnswer('POST', path, body)).blob();

export async function request<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await getAnswer(method, path, body, signal);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** "?q=a&status=draft" of what is set, or nothing. */
export function queryString(values: Record<string, string | boolean | undefined>): string {
  const pairs = Object.entries(values).flatMap(([key, value]) => (value ? [[key, String(value)]] : []));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

const plan = (id: string): string => `/plans/${encodeURIComponent(id)}`;

export const api = {
  listPlans: async (filters: { q?: string; status?: string; removed?: boolean }, signal?: AbortSignal) =>
    (await request<{ plans: PlanSummary[] }>('GET', `/plans${queryString(filters)}`, undefined, signal)).plans,
  /** the plan, or how its reading goes where that takes longer than a moment */
  addText: (name: string, text: string) => request<PlanView | IntakeView>('POST', '/plans/text', { name, text }),
  listIntakes: async () => (await request<{ intakes: IntakeView[] }>('GET', '/intakes')).intakes,
  /** answers when there is something newer than `rev`, or after 25 seconds */
  watchIntake: (id: string, rev: number, signal: AbortSignal) =>
    request<IntakeView>('GET', `/intakes/${encodeURIComponent(id)}?rev=${rev}&wait=25`, undefined, signal),
  dropIntake: (id: string) => request<void>('DELETE', `/intakes/${encodeURIComponent(id)}`),
  retryIntake: (id: string) => request<IntakeView>('POST', `/intakes/${encodeURIComponent(id)}/retry`, {}),
  getPlan: (id: string) => request<PlanView>('GET', plan(id)),
  getDocument: (id: string, version?: number) =>
    request<Document>('GET', `${plan(id)}/document${queryString({ version: version?.toString() })}`),
  getReview: (id: string, after: number) => request<ReviewLog>('GET', `${plan(id)}/review?after=${after}`),
  sendReview: (id: string, after: number, actions: ReviewAction[]) =>
    request<ReviewLog>('POST', `${plan(id)}/review`, { after, actions }),
  confirmPlan: (id: string, seq: number) => request<PlanView>('POST', `${plan(id)}/confirm`, { seq }),
  reopenPlan: (id: string) => request<PlanView>('POST', `${plan(id)}/reopen`, {}),
  removePlan: (id: string) => request<void>('DELETE', plan(id)),
  restorePlan: (id: string) => request<PlanView>('POST', `${plan(id)}/restore`, {}),
  listTasks: (filters: TaskFilters, signal?: AbortSignal) =>
    request<{ tasks: TaskView[]; total: number }>('GET', `/tasks${queryString(filters)}`, undefined, signal),
  getTask: (id: string) => request<TaskDetail>('GET', `/tasks/${encodeURIComponent(id)}`),
  compare: (id: string, other: string) =>
    request<ComparisonView>('GET', `${plan(id)}/comparison${queryString({ with: other })}`),
  addVersion: (id: string, file: File) => {
    const form = new FormData();
    form.append('file', file);
    return request<PlanView | IntakeView>('POST', `${plan(id)}/versions`, form);
  },
  /** another plan becomes a proposed version of this one */
  joinVersion: (id: string, other: string) => request<PlanView>('POST', `${plan(id)}/versions/from`, { plan: other }),
  acceptVersion: (id: string, no: number, seq: number) =>
    request<PlanView>('POST', `${plan(id)}/versions/${no}/accept`, { seq }),
  dropVersion: (id: string, no: number) => request<PlanView>('DELETE', `${plan(id)}/versions/${no}`),
  listLessons: async (removed: boolean) =>
    (await request<{ lessons: LessonView[] }>('GET', `/learned${queryString({ removed })}`)).lessons,
  changeLesson: (id: string, value: string[]) =>
    request<LessonView>('PATCH', `/learned/${encodeURIComponent(id)}`, { value }),
  removeLesson: (id: string) => request<void>('DELETE', `/learned/${encodeURIComponent(id)}`),
  restoreLesson: (id: string) => request<LessonView>('POST', `/learned/${encodeURIComponent(id)}/restore`, {}),
  /** says what a column of the plan holds; the plan is read anew with it, corrections carried over */
  setColumn: (id: string, header: string, role: string, seq: number) =>
    request<PlanView>('POST', `${plan(id)}/columns`, { header, role, seq }),
  listFrameworks: async () => (await request<{ frameworks: Framework[] }>('GET', '/frameworks')).frameworks,
};

export const planFileUrl = (id: string, version?: number): string =>
  `/api${plan(id)}/file${queryString({ version: version?.toString() })}`;

export const exportUrl = (format: 'xlsx' | 'csv', filters: TaskFilters, columns: readonly string[]): string =>
  `/api/tasks.${format}${queryString({ ...filters, columns: columns.join(',') })}`;

type Sending = { signal: AbortSignal; onProgress: (share: number) => void };

/**
 * Sends a file in a form. Not `fetch`, which cannot say how much has left: a plan of 40 MB on an office line takes minutes, and the
 * officer wants to see it move and be able to stop it.
 */
export async function sendForm<T>(path: string, form: FormData, { signal, onProgress }: Sending): Promise<T> {
  const { csrf } = await getSession();
  return await new Promise<T>((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', `/api${path}`);
    call.setRequestHeader('x-thang-csrf', csrf);
    call.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    call.onerror = () => reject(unreachable());
    call.onabort = () => reject(cancelled());
    call.onload = () =>
      call.status >= 200 && call.status < 300
        ? resolve(JSON.parse(call.responseText) as T)
        : reject(readProblem(call.status, call.responseText));
    signal.addEventListener('abort', () => call.abort());
    if (signal.aborted) return call.onabort?.(new ProgressEvent('abort'));
    call.send(form);
  });
}

export async function uploadPlan(file: File, sending: Sending): Promise<PlanView | IntakeView> {
  const form = new FormData();
  form.append('file', file);
  return sendForm('/plans', form, sending);
}
