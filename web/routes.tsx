import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { getSession } from './api.ts';
import { ErrorState } from './components/Notice.tsx';
import { Scene } from './components/Scene.tsx';
import {
  accountsScene,
  agenciesScene,
  assignmentsScene,
  calendarScene,
  compareScene,
  difficultiesScene,
  duplicatesScene,
  followScene,
  formAnswerScene,
  formDesignScene,
  formSumsScene,
  formsScene,
  indicatorScene,
  indicatorsScene,
  inspectionScene,
  inspectionsScene,
  issueScene,
  learnedScene,
  letterScene,
  lintScene,
  matrixScene,
  myWorkScene,
  notificationsScene,
  oversightScene,
  passwordScene,
  profileScene,
  recommendationsScene,
  reportScene,
  reportsScene,
  reportTextScene,
  reviewScene,
  roundScene,
  setUpScene,
  signInScene,
  taskScene,
  templatesScene,
  unitScene,
} from './lazy-scenes.ts';
import { followsOnly } from './queries-follow.ts';
import { hasOwnWork } from './queries-work.ts';
import { readAccountsSearch } from './scenes/accounts/search.ts';
import { readAgenciesSearch } from './scenes/agencies/search.ts';
import { readAssignmentsSearch } from './scenes/assignments/search.ts';
import { readCalendarSearch } from './scenes/calendar/search.ts';
import { readCompareSearch } from './scenes/compare/search.ts';
import { readDifficultiesSearch } from './scenes/difficulties/search.ts';
import { readDuplicatesSearch } from './scenes/duplicates/search.ts';
import { readFollowSearch } from './scenes/follow/search.ts';
import { readFormsSearch, readSumsSearch } from './scenes/forms/search.ts';
import { readIndicatorSearch, readIndicatorsSearch } from './scenes/indicators/search.ts';
import { readInspectionSearch, readInspectionsSearch } from './scenes/inspections/search.ts';
import { readIssueSearch } from './scenes/issue/search.ts';
import { readLearnedSearch } from './scenes/learned/search.ts';
import { readLetterSearch } from './scenes/letters/search.ts';
import { readMatrixSearch } from './scenes/matrix/search.ts';
import { readMyWorkSearch } from './scenes/my-work/search.ts';
import { readNoticesSearch } from './scenes/notifications/search.ts';
import { readOversightSearch } from './scenes/oversight/search.ts';
import { PlansScene } from './scenes/plans/PlansScene.tsx';
import { readPlansSearch } from './scenes/plans/search.ts';
import { readRecommendationsSearch } from './scenes/recommendations/search.ts';
import { readReportsSearch, readRoundSearch, readTextSearch } from './scenes/reports/search.ts';
import { readReviewSearch } from './scenes/review/search.ts';
import { readSignInSearch } from './scenes/sign-in/search.ts';
import { readTemplatesSearch } from './scenes/templates/search.ts';
import { readUnitSearch } from './scenes/unit/search.ts';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';

/** A page loaded anew while the server is away would be lost: ask first whether it answers. */
async function tryAgain(reset: () => void): Promise<void> {
  const answers = await fetch('/api/health').then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers) location.reload();
  else reset();
}

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => (
    <Scene title="Có lỗi">
      <ErrorState error={error} onRetry={() => void tryAgain(reset)} />
    </Scene>
  ),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  // Whose day is a unit's own work begins there, who follows the others' with that; the focal office begins with its plans.
  beforeLoad: async () => {
    const session = await getSession().catch(() => undefined);
    throw redirect({ to: hasOwnWork(session) ? '/viec-cua-toi' : followsOnly(session) ? '/theo-doi' : '/ke-hoach' });
  },
});

const plans = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach',
  component: PlansScene,
  validateSearch: readPlansSearch,
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/$id/ra-soat',
  component: reviewScene,
  validateSearch: readReviewSearch,
});

const matrix = createRoute({
  getParentRoute: () => root,
  path: '/nhiem-vu',
  component: matrixScene,
  validateSearch: readMatrixSearch,
});

const task = createRoute({ getParentRoute: () => root, path: '/nhiem-vu/$id', component: taskScene });

const compare = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/$id/so-sanh',
  component: compareScene,
  validateSearch: readCompareSearch,
});

const issue = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/$id/giao',
  component: issueScene,
  validateSearch: readIssueSearch,
});

const myWork = createRoute({
  getParentRoute: () => root,
  path: '/viec-cua-toi',
  component: myWorkScene,
  validateSearch: readMyWorkSearch,
});

const difficulties = createRoute({
  getParentRoute: () => root,
  path: '/vuong-mac',
  component: difficultiesScene,
  validateSearch: readDifficultiesSearch,
});

const oversight = createRoute({
  getParentRoute: () => root,
  path: '/giam-sat',
  component: oversightScene,
  validateSearch: readOversightSearch,
});

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

const learned = createRoute({
  getParentRoute: () => root,
  path: '/da-hoc',
  component: learnedScene,
  validateSearch: readLearnedSearch,
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

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  component: signInScene,
  validateSearch: readSignInSearch,
});
const setUp = createRoute({ getParentRoute: () => root, path: '/thiet-lap', component: setUpScene });
const password = createRoute({ getParentRoute: () => root, path: '/dat-mat-khau', component: passwordScene });
const profile = createRoute({ getParentRoute: () => root, path: '/tai-khoan', component: profileScene });
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/tai-khoan',
  component: accountsScene,
  validateSearch: readAccountsSearch,
});

const agencies = createRoute({
  getParentRoute: () => root,
  path: '/don-vi',
  component: agenciesScene,
  validateSearch: readAgenciesSearch,
});

const workCalendar = createRoute({
  getParentRoute: () => root,
  path: '/lich-lam-viec',
  component: calendarScene,
  validateSearch: readCalendarSearch,
});

const notifications = createRoute({
  getParentRoute: () => root,
  path: '/thong-bao',
  component: notificationsScene,
  validateSearch: readNoticesSearch,
});

const follow = createRoute({
  getParentRoute: () => root,
  path: '/theo-doi',
  component: followScene,
  validateSearch: readFollowSearch,
});

const assignments = createRoute({
  getParentRoute: () => root,
  path: '/giao-viec',
  component: assignmentsScene,
  validateSearch: readAssignmentsSearch,
});

const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/nhiem-vu-trung',
  component: duplicatesScene,
  validateSearch: readDuplicatesSearch,
});

const unit = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/$id',
  component: unitScene,
  validateSearch: readUnitSearch,
});

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

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    plans,
    review,
    matrix,
    task,
    learned,
    lint,
    templates,
    letter,
    compare,
    issue,
    myWork,
    difficulties,
    oversight,
    inspections,
    inspection,
    recommendations,
    reports,
    forms,
    formDesign,
    formSums,
    formAnswer,
    reportRound,
    reportText,
    report,
    indicators,
    indicator,
    signIn,
    setUp,
    password,
    profile,
    accounts,
    agencies,
    workCalendar,
    notifications,
    follow,
    assignments,
    duplicates,
    unit,
  ]),
  // Filters stay readable in the address: "?chi-so=PAPI", not JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (values) => {
    const pairs = Object.entries(values).flatMap(([key, value]) =>
      value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
    );
    return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
  },
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
