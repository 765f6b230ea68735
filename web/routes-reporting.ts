import { createRoute } from '@tanstack/react-router';
import {
  formAnswerScene,
  formDesignScene,
  formSumsScene,
  formsScene,
  indicatorScene,
  indicatorsScene,
  inspectionScene,
  inspectionsScene,
  letterScene,
  lintScene,
  recommendationsScene,
  reportScene,
  reportsScene,
  reportTextScene,
  roundScene,
  surveyScene,
  surveysScene,
  templatesScene,
} from './lazy-scenes.ts';
import { root } from './root-route.tsx';
import { readFormsSearch, readSumsSearch } from './scenes/forms/search.ts';
import { readIndicatorSearch, readIndicatorsSearch } from './scenes/indicators/search.ts';
import { readInspectionSearch, readInspectionsSearch } from './scenes/inspections/search.ts';
import { readLetterSearch } from './scenes/letters/search.ts';
import { readRecommendationsSearch } from './scenes/recommendations/search.ts';
import { readReportsSearch, readRoundSearch, readTextSearch } from './scenes/reports/search.ts';
import { readSurveySearch } from './scenes/surveys/search.ts';
import { readTemplatesSearch } from './scenes/templates/search.ts';

const reports = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao',
  component: reportsScene,
  validateSearch: readReportsSearch,
});

const reportRound = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao/ky',
  component: roundScene,
  validateSearch: readRoundSearch,
});

const reportText = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao/tong-hop',
  component: reportTextScene,
  validateSearch: readTextSearch,
});

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu',
  component: indicatorsScene,
  validateSearch: readIndicatorsSearch,
});

const indicator = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu/$id',
  component: indicatorScene,
  validateSearch: readIndicatorSearch,
});

const surveys = createRoute({ getParentRoute: () => root, path: '/khao-sat', component: surveysScene });

const survey = createRoute({
  getParentRoute: () => root,
  path: '/khao-sat/$id',
  component: surveyScene,
  validateSearch: readSurveySearch,
});

const report = createRoute({ getParentRoute: () => root, path: '/bao-cao/$id', component: reportScene });

const forms = createRoute({
  getParentRoute: () => root,
  path: '/phieu',
  component: formsScene,
  validateSearch: readFormsSearch,
});

const formDesign = createRoute({ getParentRoute: () => root, path: '/phieu/mau/$id', component: formDesignScene });

const formSums = createRoute({
  getParentRoute: () => root,
  path: '/phieu/da-gui/$id',
  component: formSumsScene,
  validateSearch: readSumsSearch,
});

const formAnswer = createRoute({ getParentRoute: () => root, path: '/phieu/$id', component: formAnswerScene });

const inspections = createRoute({
  getParentRoute: () => root,
  path: '/kiem-tra',
  component: inspectionsScene,
  validateSearch: readInspectionsSearch,
});

const inspection = createRoute({
  getParentRoute: () => root,
  path: '/kiem-tra/$id',
  component: inspectionScene,
  validateSearch: readInspectionSearch,
});

const recommendations = createRoute({
  getParentRoute: () => root,
  path: '/kien-nghi',
  component: recommendationsScene,
  validateSearch: readRecommendationsSearch,
});

const templates = createRoute({
  getParentRoute: () => root,
  path: '/bieu-mau',
  component: templatesScene,
  validateSearch: readTemplatesSearch,
});

const letter = createRoute({
  getParentRoute: () => root,
  path: '/van-ban',
  component: letterScene,
  validateSearch: readLetterSearch,
});

const lint = createRoute({ getParentRoute: () => root, path: '/the-thuc', component: lintScene });

/** What comes back and what leaves: reports, forms, indicators, inspections, and the papers made of them. */
export const reportingRoutes = [
  reports,
  reportRound,
  reportText,
  indicators,
  indicator,
  surveys,
  survey,
  report,
  forms,
  formDesign,
  formSums,
  formAnswer,
  inspections,
  inspection,
  recommendations,
  templates,
  letter,
  lint,
] as const;
