import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../calendar/days.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import { agenciesOn } from '../../place/directory/on.ts';
import type { FileStore } from '../../platform/file-store.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { loadDirectory } from '../../store/directory.ts';
import type { SurveyReaders } from '../../store/microdata/import.ts';
import { keepRun } from '../../store/survey-runs.ts';
import { addSurvey, declareDesign, getSurvey } from '../../store/surveys.ts';
import type { EstimateRequest } from '../../survey/model.ts';
import { actorOf, morningOf } from '../demo-year/deeds.ts';
import { estimateSurvey, takeInResponses, tryDesign } from '../surveys.ts';
import { surveyCsv, surveyDesign, surveyDictionary } from './answers.ts';

const { tenantId } = demoOfficer;
/** Always the same, so that it is made once and stays away where somebody has taken it away. */
const [surveyId, runId] = ['019aa000-0000-7000-8000-000000005001', '019aa000-0000-7000-8000-000000005002'];
const mostCommunes = 40;

type Demo = { db: Database; files: FileStore; readers: SurveyReaders; now: Date };

/** Gives the demo province a survey of its own with its design and one kept result; where it was made before, nothing. */
export async function seedSurvey({ db, files, readers, now }: Demo): Promise<boolean> {
  const there = await db
    .selectFrom('survey')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', surveyId)
    .executeTakeFirst();
  const today = dayInVietnam(now);
  const communes = there ? [] : await communeNames(db, today);
  if (communes.length === 0) return false;
  const place = { files, tenantId };
  const taken = await takeIn(place, readers, communes);
  const summary = await tryDesign(place, ofFile(taken), surveyDesign);
  const at = morningOf(addDays(today, -9));
  const year = Number(today.slice(0, 4));
  const focal = actorOf('focal');
  const made = {
    ...{ id: surveyId, year, agencyId: demoAgencies.homeAffairs, ...taken },
    title: `Khảo sát sự hài lòng của người dân về phục vụ hành chính tỉnh Minh Hà năm ${year}`,
  };
  const result = await estimateSurvey(place, { ...ofFile(taken), design: surveyDesign }, asked);
  await inTransaction(db, async (trx) => {
    await addSurvey(trx, focal, made, at);
    await declareDesign(trx, focal, surveyId, { rev: 1, design: surveyDesign, summary });
    const { rev } = await getSurvey(trx, tenantId, surveyId);
    const run = { id: runId, rev, title: 'Thái độ và hẹn trả kết quả ở Bộ phận một cửa, theo xã, phường' };
    await keepRun(trx, focal, surveyId, { ...run, request: asked, result }, morningOf(addDays(today, -8)));
  });
  return true;
}

const asked: EstimateRequest = {
  of: [
    { kind: 'mean', of: 'c7_1' },
    { kind: 'mean', of: 'c8_1' },
    { kind: 'mean', of: 'di_lai' },
  ],
  by: [[], ['xa']],
};

type Taken = Awaited<ReturnType<typeof takeInResponses>>;
const ofFile = ({ dictionary, file }: Taken) => ({ dictionary, sha256: file.sha256, file: file.name });

async function takeIn(
  place: Parameters<typeof takeInResponses>[0],
  readers: SurveyReaders,
  communes: readonly string[],
): Promise<Taken> {
  const folder = await mkdtemp(join(tmpdir(), 'thang-demo-'));
  try {
    const name = 'khao-sat-minh-ha.csv';
    const path = join(folder, name);
    await writeFile(path, surveyCsv(communes));
    return await takeInResponses(place, readers, { path, name, declared: surveyDictionary(communes) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const shortName = (name: string): string =>
  name.replace(/^(?:UBND|Ủy ban nhân dân)\s+/iu, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** "Xã Tân Lập": the communes whose committees stand in the directory, in the official order. */
async function communeNames(db: Database, on: ReturnType<typeof dayInVietnam>): Promise<string[]> {
  const directory = await inTransaction(db, (trx) => loadDirectory(trx, tenantId));
  return agenciesOn(directory, on)
    .filter(({ agency: { kind, level } }) => kind === 'committee' && level === 'commune')
    .map(({ span: { name } }) => shortName(name))
    .slice(0, mostCommunes);
}
