import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { getSession } from './api.ts';
import {
  accountsScene,
  agenciesScene,
  assignmentsScene,
  calendarScene,
  compareScene,
  difficultiesScene,
  duplicatesScene,
  followScene,
  issueScene,
  learnedScene,
  matrixScene,
  myWorkScene,
  notificationsScene,
  oversightScene,
  ownPlanScene,
  ownPlansScene,
  passwordScene,
  profileScene,
  reviewScene,
  setUpScene,
  signInScene,
  taskScene,
  unitScene,
} from './lazy-scenes.ts';
import { followsOnly } from './queries-follow.ts';
import { hasOwnWork } from './queries-work.ts';
import { root } from './root-route.tsx';
import { reportingRoutes } from './routes-reporting.ts';
import { readAccountsSearch } from './scenes/accounts/search.ts';
import { readAgenciesSearch } from './scenes/agencies/search.ts';
import { readAssignmentsSearch } from './scenes/assignments/search.ts';
import { readCalendarSearch } from './scenes/calendar/search.ts';
import { readCompareSearch } from './scenes/compare/search.ts';
import { readDifficultiesSearch } from './scenes/difficulties/search.ts';
import { readDuplicatesSearch } from './scenes/duplicates/search.ts';
import { readFollowSearch } from './scenes/follow/search.ts';
import { readIssueSearch } from './scenes/issue/search.ts';
import { readLearnedSearch } from './scenes/learned/search.ts';
import { readMatrixSearch } from './scenes/matrix/search.ts';
import { readMyWorkSearch } from './scenes/my-work/search.ts';
import { readNoticesSearch } from './scenes/notifications/search.ts';
import { readOversightSearch } from './scenes/oversight/search.ts';
import { readOwnPlanSearch, readOwnPlansSearch } from './scenes/own-plans/search.ts';
import { PlansScene } from './scenes/plans/PlansScene.tsx';
import { readPlansSearch } from './scenes/plans/search.ts';
import { readReviewSearch } from './scenes/review/search.ts';
import { readSignInSearch } from './scenes/sign-in/search.ts';
import { readUnitSearch } from './scenes/unit/search.ts';

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

const learned = createRoute({
  getParentRoute: () => root,
  path: '/da-hoc',
  component: learnedScene,
  validateSearch: readLearnedSearch,
});

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

const ownPlans = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach-don-vi',
  component: ownPlansScene,
  validateSearch: readOwnPlansSearch,
});

const ownPlan = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach-don-vi/$plan/$agency',
  component: ownPlanScene,
  validateSearch: readOwnPlanSearch,
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

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    plans,
    review,
    matrix,
    task,
    learned,
    compare,
    issue,
    myWork,
    difficulties,
    oversight,
    signIn,
    setUp,
    password,
    profile,
    accounts,
    agencies,
    workCalendar,
    notifications,
    ownPlans,
    ownPlan,
    follow,
    assignments,
    duplicates,
    unit,
    ...reportingRoutes,
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
