import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntakeView, PlanView } from '../../src/plan/views.ts';
import { api, uploadPlan } from '../api.ts';
import { ApiProblem, unreachable } from '../problem.ts';
import { addFiles, adoptIntakes, forget, retry, uploads } from './uploads.ts';

vi.mock('../api.ts', () => ({
  api: { listIntakes: vi.fn(), watchIntake: vi.fn(), dropIntake: vi.fn(), retryIntake: vi.fn(), getPlan: vi.fn() },
  uploadPlan: vi.fn(),
}));
const server = vi.mocked(api);
const upload = vi.mocked(uploadPlan);

const intake = (more: Partial<IntakeView>): IntakeView => ({
  ...{ id: 'i1', rev: 1, fileName: 'quét.pdf', fileSize: 9, state: 'reading', step: null, done: 0, of: 0 },
  ...{ problem: null, planId: null, version: null, addedAt: '', addedBy: '', changedAt: '', ...more },
});
const plan = { plan: { id: 'p1' } } as PlanView;
const refused = new ApiProblem({ code: 'file-damaged', title: 'Tệp hỏng', detail: 'Hãy gửi lại.', status: 422 });
const never = () => new Promise<never>(() => {});
const only = () => uploads.get()[0];
const until = (phase: string) => vi.waitFor(() => expect(only()?.phase).toBe(phase));

beforeEach(() => {
  vi.resetAllMocks();
  server.dropIntake.mockResolvedValue(undefined);
  server.getPlan.mockResolvedValue(plan);
});
afterEach(() => {
  for (const { id } of uploads.get()) forget(id);
  vi.useRealTimers();
});

const add = (...names: string[]) => addFiles(names.map((name) => new File(['x'], name)));

describe('a file on its way in', () => {
  it('is a plan at once where reading is quick', async () => {
    upload.mockResolvedValue(plan);
    add('nhanh.docx');
    await until('done');
    expect(only()).toMatchObject({ name: 'nhanh.docx', alone: true, view: plan });
    expect(server.watchIntake).not.toHaveBeenCalled();
  });

  it('is followed from change to change where reading is long', async () => {
    upload.mockResolvedValue(intake({}));
    server.watchIntake
      .mockResolvedValueOnce(intake({ rev: 2, step: 'recognise', done: 3, of: 12 }))
      .mockResolvedValueOnce(intake({ rev: 3, state: 'done', planId: 'p1' }));
    add('quét.pdf');
    await until('done');
    expect(server.watchIntake.mock.calls.map(([id, rev]) => [id, rev])).toEqual([
      ['i1', 1],
      ['i1', 2],
    ]);
    expect(only()?.view).toBe(plan);
  });

  it('lets the next one be sent while it is read', async () => {
    upload.mockResolvedValueOnce(intake({})).mockResolvedValueOnce(plan);
    server.watchIntake.mockImplementation(never);
    add('quét.pdf', 'nhanh.docx');
    await vi.waitFor(() => expect(uploads.get().map(({ phase }) => phase)).toEqual(['reading', 'done']));
  });

  it('is followed again after the line was lost', async () => {
    vi.useFakeTimers();
    upload.mockResolvedValue(intake({}));
    server.watchIntake
      .mockRejectedValueOnce(unreachable())
      .mockResolvedValueOnce(intake({ rev: 2, state: 'done', planId: 'p1' }));
    add('quét.pdf');
    await vi.advanceTimersByTimeAsync(2_900);
    expect(only()?.phase).toBe('reading');
    await vi.advanceTimersByTimeAsync(200);
    expect(only()?.phase).toBe('done');
  });

  it('says why it was refused, and is sent again on request', async () => {
    upload.mockRejectedValueOnce(refused).mockResolvedValueOnce(plan);
    add('hỏng.docx');
    await until('failed');
    expect(only()?.problem).toBe(refused);
    retry(only()?.id ?? 0);
    await until('done');
    expect(only()?.problem).toBeUndefined();
    expect(upload).toHaveBeenCalledTimes(2);
  });

  it('that failed at the server is read again there, without being sent again', async () => {
    upload.mockResolvedValue(intake({}));
    const problem = { code: 'reading-too-long', title: 'Đọc quá lâu', detail: 'Hãy thử lại.' };
    server.watchIntake.mockResolvedValueOnce(intake({ rev: 2, state: 'failed', problem }));
    server.retryIntake.mockResolvedValue(intake({ rev: 4, state: 'done', planId: 'p1' }));
    add('quét.pdf');
    await until('failed');
    expect(only()?.problem).toMatchObject({ code: 'reading-too-long', message: 'Hãy thử lại.' });
    retry(only()?.id ?? 0);
    await until('done');
    expect(server.retryIntake).toHaveBeenCalledWith('i1');
    expect(upload).toHaveBeenCalledTimes(1);
  });

  it('is stopped here and at the server when it is forgotten', async () => {
    upload.mockResolvedValue(intake({}));
    server.watchIntake.mockImplementation(never);
    add('nhầm.pdf');
    await vi.waitFor(() => expect(only()?.intake?.id).toBe('i1'));
    const signal = only()?.stop.signal;
    forget(only()?.id ?? 0);
    expect(uploads.get()).toEqual([]);
    expect(signal?.aborted).toBe(true);
    expect(server.dropIntake).toHaveBeenCalledWith('i1');
  });
});

describe('readings begun before', () => {
  it('are taken up once while they run or have failed; what is over is left alone', async () => {
    server.listIntakes.mockResolvedValue([
      intake({ id: 'running' }),
      intake({ id: 'failed', state: 'failed' }),
      intake({ id: 'done', state: 'done', planId: 'p1' }),
      intake({ id: 'stopped', state: 'cancelled' }),
    ]);
    server.watchIntake.mockImplementation(never);
    await adoptIntakes();
    await adoptIntakes();
    expect(uploads.get().map((one) => [one.intake?.id, one.file])).toEqual([
      ['running', null],
      ['failed', null],
    ]);
    await vi.waitFor(() => expect(uploads.get()[1]?.phase).toBe('failed'));
  });

  it('are not taken up while they are being stopped, but are when the server did not hear of it', async () => {
    server.listIntakes.mockResolvedValue([intake({ id: 'going' })]);
    server.watchIntake.mockImplementation(never);
    await adoptIntakes();
    const unheard = Promise.withResolvers<void>();
    server.dropIntake.mockReturnValueOnce(unheard.promise);
    forget(only()?.id ?? 0);
    await adoptIntakes();
    expect(uploads.get()).toEqual([]);
    unheard.reject(unreachable());
    await vi.waitFor(async () => {
      await adoptIntakes();
      expect(only()?.intake?.id).toBe('going');
    });
  });

  it('that cannot be listed are no trouble', async () => {
    server.listIntakes.mockRejectedValue(unreachable());
    await adoptIntakes();
    expect(uploads.get()).toEqual([]);
  });
});
