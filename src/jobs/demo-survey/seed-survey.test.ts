import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openFileStore } from '../../platform/file-store.ts';
import { testReader } from '../../platform/reader/testing.ts';
import { inTransaction } from '../../store/db.ts';
import { demoOfficer, ensureDemoOfficer } from '../../store/demo.ts';
import { fillDemoDirectory } from '../../store/directory-demo.ts';
import { getRun, listRuns } from '../../store/survey-runs.ts';
import { getSurvey, listSurveys, removeSurvey } from '../../store/surveys.ts';
import { databaseForThisTest } from '../../store/testing.ts';
import { surveyCsv } from './answers.ts';
import { seedSurvey } from './seed-survey.ts';

const { tenantId } = demoOfficer;

it('gives the demo a survey with its design and a kept result, once, and not again where it was taken away', async () => {
  const { db } = await databaseForThisTest();
  const home = await mkdtemp(join(tmpdir(), 'thang-survey-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const demo = { db, files: await openFileStore(home), readers: testReader(), now: new Date('2026-11-25T03:00:00Z') };
  expect(await seedSurvey(demo)).toBe(false);
  await inTransaction(db, ensureDemoOfficer);
  await inTransaction(db, fillDemoDirectory);
  expect(await seedSurvey(demo)).toBe(true);

  const [line] = await listSurveys(db, tenantId);
  const { id, summary, rows } = await getSurvey(db, tenantId, line?.id ?? '');
  expect(rows).toBeGreaterThan(1_300);
  expect(summary).toMatchObject({ respondents: rows, strata: 24, psus: 144, df: 120, lonely: 0 });
  const [run] = await listRuns(db, tenantId, id);
  const { result } = await getRun(db, tenantId, id, run?.id ?? '');
  const hidden = result.estimates.rows.filter(({ hidden }) => hidden !== null);
  // Two communes in which too few were met, for each of three figures; all are named.
  expect([hidden.length, result.unnamed]).toEqual([6, 0]);
  expect(hidden.every(({ estimate, se, low, n }) => [estimate, se, low, n].every((one) => one === null))).toBe(true);

  expect(await seedSurvey(demo)).toBe(false);
  await inTransaction(db, (trx) => removeSurvey(trx, demoOfficer, id, demo.now));
  expect(await seedSurvey(demo)).toBe(false);
  expect(await listSurveys(db, tenantId)).toEqual([]);
});

it('asks the same people of the same seed', () => {
  expect(surveyCsv(['Xã Tân Lập', 'Phường Nam Châu'])).toBe(surveyCsv(['Xã Tân Lập', 'Phường Nam Châu']));
});
