import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ErrorState } from './components/Notice.tsx';
import { Scene } from './components/Scene.tsx';
import { unreachable } from './problem.ts';
import { readCompareSearch } from './scenes/compare/search.ts';
import { readLearnedSearch } from './scenes/learned/search.ts';
import { readMatrixSearch } from './scenes/matrix/search.ts';
import { PlansScene } from './scenes/plans/PlansScene.tsx';
import { readPlansSearch } from './scenes/plans/search.ts';
import { readReviewSearch } from './scenes/review/search.ts';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';

/** Said in our words; left as it is, the router would load the page anew into the browser's own error page. */
const notReached = (): never => {
  throw unreachable();
};

// Each scene comes when it is first opened, so that the list paints without waiting for the review's code.
const reviewScene = lazyRouteComponent(
  () => import('./scenes/review/ReviewScene.tsx').catch(notReached),
  'ReviewScene',
);
const matrixScene = lazyRouteComponent(
  () => import('./scenes/matrix/MatrixScene.tsx').catch(notReached),
  'MatrixScene',
);
const learnedScene = lazyRouteComponent(
  () => import('./scenes/learned/LearnedScene.tsx').catch(notReached),
  'LearnedScene',
);
const compareScene = lazyRouteComponent(
  () => import('./scenes/compare/CompareScene.tsx').catch(notReached),
  'CompareScene',
);
const taskScene = lazyRouteComponent(() => import('./scenes/task/TaskScene.tsx').catch(notReached), 'TaskScene');

/** Fetches the scenes not yet opened while nothing else is to do, so that a lost line does not lock them out. */
export function fetchScenes(): void {
  for (const scene of [reviewScene, matrixScene, taskScene, learnedScene, compareScene])
    void scene.preload?.()?.catch(() => undefined);
}

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
  beforeLoad: () => {
    throw redirect({ to: '/ke-hoach' });
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

const learned = createRoute({
  getParentRoute: () => root,
  path: '/da-hoc',
  component: learnedScene,
  validateSearch: readLearnedSearch,
});

export const router = createRouter({
  routeTree: root.addChildren([home, plans, review, matrix, task, learned, compare]),
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
