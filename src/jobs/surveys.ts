import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Problem } from '../kernel/problem.ts';
import { seededRandom } from '../kernel/seeded.ts';
import type { FileStore } from '../platform/file-store.ts';
import { importSurvey, type SurveyReaders } from '../store/microdata/import.ts';
import { openMicrodata } from '../store/microdata/open.ts';
import type { KnownSurvey } from '../store/surveys.ts';
import { type Difference, differenceWithin } from '../survey/compare/difference.ts';
import { describeDesign } from '../survey/describe.ts';
import { checkDesign } from '../survey/design/check.ts';
import type { DeclaredDictionary } from '../survey/dictionary/declared.ts';
import { estimateJoint } from '../survey/estimate/joint.ts';
import { estimate } from '../survey/estimate.ts';
import type {
  DesignSummary,
  Dictionary,
  DomainValue,
  EstimateRequest,
  EstimateRow,
  Scan,
  SurveyDesign,
} from '../survey/model.ts';
import { findCrossed } from '../survey/privacy/find-crossed.ts';
import { leastRespondents, publishable } from '../survey/publishable.ts';
import type { DifferenceView, EstimatesView, SentDifference } from '../survey/views.ts';
import { minimumOf } from '../survey/words.ts';

/** The engine of estimates beside the file store: opens the responses of a survey, and lets out estimates alone. */

type Place = { files: FileStore; tenantId: string };
type Responses = Pick<KnownSurvey, 'sha256' | 'file' | 'dictionary'>;
export type Waiting = { signal?: AbortSignal | undefined; progress?: ((share: number) => void) | undefined };

export type ArrivedResponses = {
  path: string;
  name: string;
  declared?: DeclaredDictionary;
  signal?: AbortSignal;
};

/** A file of responses as Parquet in the file store, with the dictionary of its columns. Nothing else is kept of it. */
export async function takeInResponses(
  { files, tenantId }: Place,
  readers: SurveyReaders,
  { path, ...options }: ArrivedResponses,
): Promise<{ dictionary: Dictionary; file: { name: string; size: number; sha256: Buffer } }> {
  const folder = await mkdtemp(join(tmpdir(), 'thang-survey-'));
  try {
    const parquet = join(folder, 'responses.parquet');
    const dictionary = await withTurn(options, () => importSurvey([path], parquet, { readers, ...options }));
    const received = await files.receive(createReadStream(parquet), Number.POSITIVE_INFINITY);
    try {
      await files.keep(tenantId, received);
      return { dictionary, file: { name: options.name, size: received.size, sha256: received.sha256 } };
    } finally {
      await files.discard(received);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Estimates of a survey as they may be told. */
export async function estimateSurvey(
  place: Place,
  survey: Responses & Pick<KnownSurvey, 'design'>,
  request: EstimateRequest,
  waiting: Waiting = {},
): Promise<EstimatesView> {
  const { design, dictionary } = survey;
  if (design === null) throw new Problem('survey-design-missing', {});
  refuseEnds(request);
  const { signal, progress } = waiting;
  const question = { design, request, dictionary };
  return overResponses(place, survey, signal, async (scan) => {
    const found = await estimate(question, scan, {
      ...(request.method?.kind === 'bootstrap' && { random: seededRandom(request.method.seed) }),
      ...(signal && { signal }),
      ...(progress && { progress: (done, of) => progress(done / of) }),
      // A bootstrap of many figures reckons for seconds; others are answered between two of them.
      pause: () => setImmediate(),
    });
    return publishable(found, { design, dictionary }, await findCrossed(question, found, scan));
  });
}

/** The smallest and the largest answers are those of single people. */
function refuseEnds({ of }: EstimateRequest): void {
  if (of.some((one) => one.kind === 'quantile' && (one.at < 0.05 || one.at > 0.95)))
    throw new Problem('survey-request-wrong', {
      what: 'Chỉ công bố phân vị từ 5% đến 95%, vì hai đầu là câu trả lời của từng người.',
    });
}

/** How far apart two groups are in one figure; only of groups that may be told. */
export async function compareGroups(
  place: Place,
  survey: Responses & Pick<KnownSurvey, 'design'>,
  { of, by, first, second, only, level }: SentDifference,
  signal?: AbortSignal,
): Promise<DifferenceView> {
  const { design, dictionary } = survey;
  if (design === null) throw new Problem('survey-design-missing', {});
  if (of.kind === 'quantile') throw new Problem('survey-request-wrong', { what: 'Chưa so sánh được hai phân vị.' });
  const request = { of: [of], by: [[], by], ...(only && { only }), ...(level !== undefined && { level }) };
  const { estimates } = await estimateSurvey(place, survey, request, { signal });
  const told = estimates.rows.filter((row) => row.hidden === null);
  for (const values of [first, second])
    if (!told.some((row) => isOf(row.by, by, values))) throw new Problem('survey-group-not-told', {});
  return overResponses(place, survey, signal, async (scan) => {
    const joint = await estimateJoint(design, dictionary, request, scan);
    const grouping = joint.groupings.findIndex((one) => one.by.length > 0);
    const domains = joint.groupings[grouping]?.domains ?? [];
    const placeOf = (wanted: readonly DomainValue[]) =>
      domains.findIndex((values) => wanted.every((value, i) => values[i] === value));
    return presentable(differenceWithin(joint, 0, grouping, [placeOf(first), placeOf(second)], level));
  });
}

const isOf = (row: EstimateRow['by'], by: readonly string[], values: readonly DomainValue[]): boolean =>
  Object.keys(row).length === by.length && by.every((name, i) => row[name] === values[i]);

function presentable({ estimate, se, df, p, low, high }: Difference): DifferenceView {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    ...{ estimate: finite(estimate), se: finite(se), df: finite(df) },
    ...{ p: finite(p), low: finite(low), high: finite(high) },
  };
}

/** What a design comes to in the responses, or the Problem of what does not fit. */
export async function tryDesign(
  place: Place,
  survey: Responses,
  design: SurveyDesign,
  signal?: AbortSignal,
): Promise<DesignSummary> {
  const { respondents } = minimumOf(design.minimum);
  if (respondents < leastRespondents) throw new Problem('survey-minimum-too-low', { least: leastRespondents });
  checkDesign(design, survey.dictionary);
  return overResponses(place, survey, signal, (scan) =>
    describeDesign({ design, dictionary: survey.dictionary }, scan),
  );
}

function overResponses<T>(
  { files, tenantId }: Place,
  { sha256, file: name }: Responses,
  signal: AbortSignal | undefined,
  work: (scan: Scan) => Promise<T>,
): Promise<T> {
  return withTurn({ name, signal }, async () => {
    const file = await files.locate(tenantId, sha256);
    if (file === undefined) throw new Problem('file-lost', { name });
    const microdata = await openMicrodata({ file, signal, memoryMegabytes: 400 });
    try {
      return await work(microdata.scan);
    } finally {
      await microdata.close();
    }
  });
}

/** So many at once: each may take 400 MB and all processors there are. */
const atOnce = 2;
const waiting: (() => void)[] = [];
let inside = 0;

type Turn = { name: string; signal?: AbortSignal | undefined };

async function withTurn<T>({ name, signal }: Turn, work: () => Promise<T>): Promise<T> {
  if (inside < atOnce) inside += 1;
  else await new Promise<void>((go) => waiting.push(go));
  try {
    signal?.throwIfAborted();
    return await work();
  } catch (cause) {
    // Whoever asked has gone: no fault of ours that the log should tell of.
    if (signal?.aborted) throw new Problem('reading-failed', { name, why: 'cancelled' }, { cause });
    throw cause;
  } finally {
    const next = waiting.shift();
    // The turn is handed on, so that nobody slips in between.
    if (next) next();
    else inside -= 1;
  }
}
