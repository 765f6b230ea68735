import { lazyRouteComponent } from '@tanstack/react-router';
import { unreachable } from './problem.ts';

/** Said in our words; left as it is, the router would load the page anew into the browser's own error page. */
const notReached = (): never => {
  throw unreachable();
};

// Each scene comes when it is first opened, so that the list paints without waiting for the review's code.
export const reviewScene = lazyRouteComponent(
  () => import('./scenes/review/ReviewScene.tsx').catch(notReached),
  'ReviewScene',
);
export const matrixScene = lazyRouteComponent(
  () => import('./scenes/matrix/MatrixScene.tsx').catch(notReached),
  'MatrixScene',
);
export const learnedScene = lazyRouteComponent(
  () => import('./scenes/learned/LearnedScene.tsx').catch(notReached),
  'LearnedScene',
);
export const lintScene = lazyRouteComponent(() => import('./scenes/lint/LintScene.tsx').catch(notReached), 'LintScene');
export const templatesScene = lazyRouteComponent(
  () => import('./scenes/templates/TemplatesScene.tsx').catch(notReached),
  'TemplatesScene',
);
export const letterScene = lazyRouteComponent(
  () => import('./scenes/letters/LetterScene.tsx').catch(notReached),
  'LetterScene',
);
export const compareScene = lazyRouteComponent(
  () => import('./scenes/compare/CompareScene.tsx').catch(notReached),
  'CompareScene',
);
export const signInScene = lazyRouteComponent(
  () => import('./scenes/sign-in/SignInScene.tsx').catch(notReached),
  'SignInScene',
);
export const setUpScene = lazyRouteComponent(
  () => import('./scenes/sign-in/SetUpScene.tsx').catch(notReached),
  'SetUpScene',
);
export const passwordScene = lazyRouteComponent(
  () => import('./scenes/sign-in/PasswordScene.tsx').catch(notReached),
  'PasswordScene',
);
export const profileScene = lazyRouteComponent(
  () => import('./scenes/profile/ProfileScene.tsx').catch(notReached),
  'ProfileScene',
);
export const accountsScene = lazyRouteComponent(
  () => import('./scenes/accounts/AccountsScene.tsx').catch(notReached),
  'AccountsScene',
);
export const myWorkScene = lazyRouteComponent(
  () => import('./scenes/my-work/MyWorkScene.tsx').catch(notReached),
  'MyWorkScene',
);
export const issueScene = lazyRouteComponent(
  () => import('./scenes/issue/IssueScene.tsx').catch(notReached),
  'IssueScene',
);
export const difficultiesScene = lazyRouteComponent(
  () => import('./scenes/difficulties/DifficultiesScene.tsx').catch(notReached),
  'DifficultiesScene',
);
export const oversightScene = lazyRouteComponent(
  () => import('./scenes/oversight/OversightScene.tsx').catch(notReached),
  'OversightScene',
);
export const agenciesScene = lazyRouteComponent(
  () => import('./scenes/agencies/AgenciesScene.tsx').catch(notReached),
  'AgenciesScene',
);
export const calendarScene = lazyRouteComponent(
  () => import('./scenes/calendar/CalendarScene.tsx').catch(notReached),
  'CalendarScene',
);
export const notificationsScene = lazyRouteComponent(
  () => import('./scenes/notifications/NotificationsScene.tsx').catch(notReached),
  'NotificationsScene',
);
export const followScene = lazyRouteComponent(
  () => import('./scenes/follow/FollowScene.tsx').catch(notReached),
  'FollowScene',
);
export const assignmentsScene = lazyRouteComponent(
  () => import('./scenes/assignments/AssignmentsScene.tsx').catch(notReached),
  'AssignmentsScene',
);
export const duplicatesScene = lazyRouteComponent(
  () => import('./scenes/duplicates/DuplicatesScene.tsx').catch(notReached),
  'DuplicatesScene',
);
export const formsScene = lazyRouteComponent(
  () => import('./scenes/forms/FormsScene.tsx').catch(notReached),
  'FormsScene',
);
export const formDesignScene = lazyRouteComponent(
  () => import('./scenes/forms/DesignScene.tsx').catch(notReached),
  'DesignScene',
);
export const formSumsScene = lazyRouteComponent(
  () => import('./scenes/forms/SumsScene.tsx').catch(notReached),
  'SumsScene',
);
export const formAnswerScene = lazyRouteComponent(
  () => import('./scenes/forms/AnswerScene.tsx').catch(notReached),
  'AnswerScene',
);
export const ownPlansScene = lazyRouteComponent(
  () => import('./scenes/own-plans/OwnPlansScene.tsx').catch(notReached),
  'OwnPlansScene',
);
export const ownPlanScene = lazyRouteComponent(
  () => import('./scenes/own-plans/OwnPlanScene.tsx').catch(notReached),
  'OwnPlanScene',
);
export const reportsScene = lazyRouteComponent(
  () => import('./scenes/reports/ReportsScene.tsx').catch(notReached),
  'ReportsScene',
);
export const reportScene = lazyRouteComponent(
  () => import('./scenes/reports/ReportScene.tsx').catch(notReached),
  'ReportScene',
);
export const reportTextScene = lazyRouteComponent(
  () => import('./scenes/reports/TextScene.tsx').catch(notReached),
  'TextScene',
);
export const roundScene = lazyRouteComponent(
  () => import('./scenes/reports/RoundScene.tsx').catch(notReached),
  'RoundScene',
);
export const inspectionsScene = lazyRouteComponent(
  () => import('./scenes/inspections/InspectionsScene.tsx').catch(notReached),
  'InspectionsScene',
);
export const inspectionScene = lazyRouteComponent(
  () => import('./scenes/inspections/InspectionScene.tsx').catch(notReached),
  'InspectionScene',
);
export const recommendationsScene = lazyRouteComponent(
  () => import('./scenes/recommendations/RecommendationsScene.tsx').catch(notReached),
  'RecommendationsScene',
);
export const indicatorsScene = lazyRouteComponent(
  () => import('./scenes/indicators/IndicatorsScene.tsx').catch(notReached),
  'IndicatorsScene',
);
export const indicatorScene = lazyRouteComponent(
  () => import('./scenes/indicators/IndicatorScene.tsx').catch(notReached),
  'IndicatorScene',
);
export const surveysScene = lazyRouteComponent(
  () => import('./scenes/surveys/SurveysScene.tsx').catch(notReached),
  'SurveysScene',
);
export const surveyScene = lazyRouteComponent(
  () => import('./scenes/surveys/SurveyScene.tsx').catch(notReached),
  'SurveyScene',
);
export const unitScene = lazyRouteComponent(() => import('./scenes/unit/UnitScene.tsx').catch(notReached), 'UnitScene');
export const taskScene = lazyRouteComponent(() => import('./scenes/task/TaskScene.tsx').catch(notReached), 'TaskScene');

/** Fetches the scenes not yet opened while nothing else is to do, so that a lost line does not lock them out. */
export function fetchScenes(): void {
  for (const scene of [reviewScene, matrixScene, taskScene, learnedScene, compareScene, myWorkScene])
    void scene.preload?.()?.catch(() => undefined);
}
