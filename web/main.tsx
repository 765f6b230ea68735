import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@fontsource/tinos/400.css';
import '@fontsource/tinos/400-italic.css';
import '@fontsource/tinos/700.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/plans.css';
import './styles/review.css';
import './styles/pages.css';
import './styles/evidence.css';
import './styles/learned.css';
import './styles/lint.css';
import './styles/letters.css';
import './styles/templates.css';
import './styles/compare.css';
import './styles/matrix.css';
import './styles/task.css';
import './styles/people.css';
import './styles/agencies.css';
import './styles/calendar.css';
import './styles/notifications.css';
import './styles/work.css';
import './styles/follow.css';
import './styles/forms.css';
import './styles/unit.css';
import './styles/assignments.css';
import './styles/issue.css';
import './styles/register.css';
import './styles/oversight.css';
import './styles/reports.css';
import './styles/own-plans.css';
import './styles/indicators.css';
import './styles/surveys.css';
import './styles/inspections.css';
import './styles/duplicates.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { fetchScenes } from './lazy-scenes.ts';
import { ApiProblem } from './problem.ts';
import { router } from './routes.tsx';
import { speakVietnamese } from './strings/react-aria.ts';

speakVietnamese(window);

/** Trying again helps against a lost line, not against an answer the server has given. */
const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status === 503);

const client = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 10_000, networkMode: 'always' },
    // Else what is done without a connection waits in silence, its buttons shut, and goes out when nobody looks any more.
    mutations: { networkMode: 'always' },
  },
});

const app = document.getElementById('app');
if (app)
  createRoot(app).render(
    <StrictMode>
      <I18nProvider locale="vi-VN">
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );

setTimeout(fetchScenes, 1500);
