import { createRootRoute } from '@tanstack/react-router';
import { ErrorState } from './components/Notice.tsx';
import { Scene } from './components/Scene.tsx';
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

/** What every page stands in. */
export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => (
    <Scene title="Có lỗi">
      <ErrorState error={error} onRetry={() => void tryAgain(reset)} />
    </Scene>
  ),
});
