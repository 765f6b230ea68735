import type { KnownRun } from '../store/survey-runs.ts';
import type { KnownSurvey, SurveyLineRow } from '../store/surveys.ts';
import type { RunLine, SurveyLine, SurveyView } from '../survey/views.ts';

/** The way out of the API for surveys: what was asked and how it was drawn; the responses have none. */

type Names = ReadonlyMap<string, string>;

export const presentSurveyLine = (
  { id, title, year, agencyId, rows, columns, declared, runs, addedAt, addedBy }: SurveyLineRow,
  agencies: Names,
): SurveyLine => ({
  ...{ id, title, year, agency: agencyId && (agencies.get(agencyId) ?? null), rows, columns, declared, runs },
  ...{ addedAt: addedAt.toISOString(), addedBy },
});

export const presentRun = ({ id, title, rev, at, by }: KnownRun, now: number): RunLine => ({
  ...{ id, title, at: at.toISOString(), by, stale: rev !== now },
});

export const presentSurvey = (
  survey: KnownSurvey,
  { agencies, runs, manages }: { agencies: Names; runs: readonly KnownRun[]; manages: boolean },
): SurveyView => ({
  ...presentSurveyLine(survey, agencies),
  ...{ rev: survey.rev, file: survey.file, agencyId: survey.agencyId, variables: survey.dictionary.variables },
  ...{ design: survey.design, summary: survey.summary, manages },
  saved: runs.map((run) => presentRun(run, survey.rev)),
});
