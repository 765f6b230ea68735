import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  type RouteOptions,
} from 'fastify';
import { openIntakes } from '../jobs/intakes.ts';
import { openMoves } from '../jobs/move-days.ts';
import { remindingWork } from '../jobs/reminders.ts';
import { reorganisationWork } from '../jobs/reorganisations.ts';
import { scanningWork } from '../jobs/scan-evidence.ts';
import { Problem } from '../kernel/problem.ts';
import { isPermission, type Permission } from '../people/permissions.ts';
import { openFileStore } from '../platform/file-store.ts';
import { openReader, type Reader, type ReaderOptions } from '../platform/reader/reader.ts';
import type { Scanner } from '../platform/virus-scanner/scanner.ts';
import type { Database } from '../store/db.ts';
import { packLargeAnswers } from './compress.ts';
import { describeApi } from './docs.ts';
import { openPeopleParts, type PeopleOptions } from './people-parts.ts';
import { renderProblems, sendProblem } from './problems.ts';
import { agencyRoutes } from './routes/agencies.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { cascadeRoutes } from './routes/cascade.ts';
import { consolidatedRoutes } from './routes/consolidated.ts';
import { consolidatedFileRoutes } from './routes/consolidated-files.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { evidenceFileRoutes } from './routes/evidence-files.ts';
import { evidenceProofRoutes } from './routes/evidence-proofs.ts';
import { feedRoutes } from './routes/feeds.ts';
import { formAnswerRoutes } from './routes/form-answers.ts';
import { formSheetRoutes } from './routes/form-sheet.ts';
import { formSumRoutes } from './routes/form-sums.ts';
import { formRoutes } from './routes/forms.ts';
import { frameworkRoutes } from './routes/frameworks.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorFileRoutes } from './routes/indicator-files.ts';
import { indicatorImportRoutes } from './routes/indicator-imports.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { indicatorKeepRoutes } from './routes/indicators-keep.ts';
import { inspectionPaperRoutes } from './routes/inspection-papers.ts';
import { inspectionRoutes } from './routes/inspections.ts';
import { intakeRoutes } from './routes/intakes.ts';
import { learnedRoutes } from './routes/learned.ts';
import { lintRoutes } from './routes/lint.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { nudgeRoutes } from './routes/notifications-nudge.ts';
import { oversightRoutes } from './routes/oversight.ts';
import { ownPlanRoutes } from './routes/own-plans.ts';
import { paperTemplateRoutes } from './routes/paper-templates.ts';
import { paperRoutes } from './routes/papers.ts';
import { peopleRoutes } from './routes/people.ts';
import { planPaperRoutes } from './routes/plan-papers.ts';
import { planRoutes } from './routes/plans.ts';
import { recommendationImportRoutes } from './routes/recommendation-imports.ts';
import { recommendationRoutes } from './routes/recommendations.ts';
import { reportActRoutes } from './routes/report-acts.ts';
import { reportPaperRoutes } from './routes/report-papers.ts';
import { reportRegimeRoutes } from './routes/report-regime.ts';
import { reportRoundRoutes } from './routes/report-rounds.ts';
import { reportSheetRoutes } from './routes/report-sheet.ts';
import { reportRoutes } from './routes/reports.ts';
import { resolutionRoutes } from './routes/resolutions.ts';
import { reviewRoutes } from './routes/review.ts';
import { savedViewRoutes } from './routes/saved-views.ts';
import { sessionRoutes } from './routes/session.ts';
import { surveyDeclareRoutes } from './routes/survey-declare.ts';
import { surveyEstimateRoutes } from './routes/survey-estimates.ts';
import { surveyImportRoutes } from './routes/survey-import.ts';
import { surveyQuestionnaireRoutes } from './routes/survey-questionnaire.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { taskRoutes } from './routes/tasks.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { versionRoutes } from './routes/versions.ts';
import { workRoutes } from './routes/work.ts';
import { guard, setHeaders } from './security.ts';
import { knowOfficers } from './sessions.ts';
import type { Context } from './types.ts';
import { checkBySchemas } from './validate.ts';
import { serveWeb } from './web.ts';

export type ServerOptions = PeopleOptions & {
  db: Database;
  /** where the plans' files are kept (THANG_HOME) */
  home: string;
  /** the built web app; without it only the API answers */
  webRoot?: string;
  /** opens a session of the sample officer for whoever asks; only ever on loopback (see assertLoopback) */
  demo: boolean;
  /** receives the log, one JSON line per entry; without it nothing is logged */
  log?: { write: (line: string) => void };
  /** looks for viruses in what comes as evidence; without it files say that nobody has looked */
  scanner?: Scanner;
  /** how files are read, where the usual limits do not fit */
  reading?: ReaderOptions;
  /** reads them, where it is there already and serves others too: who opened it closes it */
  reader?: Reader;
  /** milliseconds an upload is waited for before its sender is told that reading goes on; 2,000 */
  patience?: number;
  /** the addresses of proxies that may say who asks and how (X-Forwarded-…), e.g. "127.0.0.1" */
  proxies?: string;
  /** holds every answer against its schema, for tests */
  checkAnswers?: boolean;
};

/** The HTTP server, ready to listen. Closing it ends the processes that read files; the database stays the caller's. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...logging(options.log),
    bodyLimit: 1_048_576,
    trustProxy: options.proxies ?? false,
    // Milliseconds for a whole request: 50 MB over an office line that carries 1 Mbit/s, and an end for one that only drips.
    requestTimeout: 600_000,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded is refused before any hook has run.
    frameworkErrors: (_error, request, reply) => {
      setHeaders(request, reply);
      sendProblem(reply, new Problem('not-found', { what: 'địa chỉ này' }));
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
  const report = (message: string) => app.log.error({ reading: message }, 'reading failed');
  const { db, demo, scanner, patience = 2_000 } = options;
  const people = await openPeopleParts(app, options);
  const reader = options.reader ?? openReader({ report, ...options.reading });
  const files = await openFileStore(options.home);
  const moves = openMoves({ db, report: (message) => app.log.error({ moving: message }, 'moving days failed') });
  const reminding = remindingWork({ db, ...people });
  const reorganising = reorganisationWork({ db, report: (error) => app.log.error(error, 'moving work failed') });
  const scanning = scanningWork({ db, files, scanner, report: (error) => app.log.error(error, 'scanning failed') });
  const besides = {
    crontab: [reminding.crontab, reorganising.crontab, scanning.crontab].join('\n'),
    tasks: { ...reminding.tasks, ...moves.tasks, ...reorganising.tasks, ...scanning.tasks },
  };
  const intakes = await openIntakes({ db, files, reader, report, besides });
  // Closing waits for every answer: who waits for news of a file, or of a change, has it now.
  app.addHook('preClose', async () => {
    intakes.hush();
    moves.hush();
  });
  app.addHook('onClose', async () => {
    await moves.close();
    await reorganising.begun;
    await intakes.close();
    if (!options.reader) await reader.close();
  });
  const context: Context = { db, files, reader, intakes, moves, patience, demo, scanner, ...people };

  checkBySchemas(app, options.checkAnswers ?? false);
  renderProblems(app);
  guard(app, options.demo);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart);
  requirePermissions(app);
  knowOfficers(app, context);
  packLargeAnswers(app);
  await describeApi(app);
  for (const routes of [
    healthRoutes,
    sessionRoutes,
    planRoutes,
    planPaperRoutes,
    uploadRoutes,
    intakeRoutes,
    versionRoutes,
    learnedRoutes,
    lintRoutes,
    paperRoutes,
    paperTemplateRoutes,
    reviewRoutes,
    taskRoutes,
    frameworkRoutes,
    formRoutes,
    formAnswerRoutes,
    formSheetRoutes,
    formSumRoutes,
    agencyRoutes,
    resolutionRoutes,
    ...peopleRoutes,
    calendarRoutes,
    notificationRoutes,
    nudgeRoutes,
    feedRoutes,
    savedViewRoutes,
    ...workRoutes,
    oversightRoutes,
    reportRoutes,
    reportActRoutes,
    reportRoundRoutes,
    reportRegimeRoutes,
    reportSheetRoutes,
    indicatorRoutes,
    indicatorFileRoutes,
    indicatorKeepRoutes,
    indicatorImportRoutes,
    surveyRoutes,
    surveyImportRoutes,
    surveyQuestionnaireRoutes,
    surveyDeclareRoutes,
    surveyEstimateRoutes,
    evidenceRoutes,
    evidenceFileRoutes,
    evidenceProofRoutes,
    inspectionRoutes,
    inspectionPaperRoutes,
    recommendationRoutes,
    recommendationImportRoutes,
    reportPaperRoutes,
    consolidatedRoutes,
    consolidatedFileRoutes,
    cascadeRoutes,
    ownPlanRoutes,
  ])
    await app.register(routes, context);
  await serveWeb(app, options.webRoot);
  return app;
}

/** A route nobody has thought about the permission of keeps the server from starting. */
export function requirePermissions(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  app.addHook('onReady', async () => {
    const open = routes.find(({ config }) => !isPermission(config?.may));
    if (open) throw new Error(`${open.method} ${open.url} names no permission of permissions.ts`);
  });
  app.decorate('namedRoutes', () =>
    routes.flatMap(({ method, url, config }) =>
      [method].flat().map((verb) => ({ method: verb, url, may: config?.may as Permission })),
    ),
  );
}

/** The log says which route and how it went, never what was asked for or by whom. */
function logging(log: ServerOptions['log']): Pick<FastifyServerOptions, 'logger'> {
  if (!log) return { logger: false };
  const serializers = {
    req: ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions?.url }),
    res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    err: ({ name, message, code, stack = '' }: Error & { code?: string }) => ({ type: name, message, code, stack }),
  };
  return { logger: { level: 'info', stream: log, serializers } as FastifyServerOptions['logger'] & object };
}
