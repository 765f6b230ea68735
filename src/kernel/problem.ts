import { assignmentProblems } from './problems/assignments.ts';
import { calendarProblems } from './problems/calendar.ts';
import { evidenceProblems } from './problems/evidence.ts';
import { fileProblems } from './problems/files.ts';
import { formProblems } from './problems/forms.ts';
import { indicatorProblems } from './problems/indicators.ts';
import { inspectionProblems } from './problems/inspections.ts';
import { oversightProblems } from './problems/oversight.ts';
import { ownPlanProblems } from './problems/own-plans.ts';
import { peopleProblems } from './problems/people.ts';
import { planProblems } from './problems/plans.ts';
import { platformProblems } from './problems/platform.ts';
import { reminderProblems } from './problems/reminders.ts';
import { reportProblems } from './problems/reports.ts';
import { requestProblems } from './problems/requests.ts';
import { samplingProblems } from './problems/sampling.ts';
import { surveyFileProblems } from './problems/survey-files.ts';
import { surveyProblems } from './problems/surveys.ts';
import { unitProblems } from './problems/units.ts';

/**
 * The catalogue of everything that can go wrong in front of a user: one stable code, an HTTP status, typed details and
 * a Vietnamese sentence that says what happened, that nothing was lost, and what to do next. The API renders it as
 * RFC 9457, the command line prints it on standard error.
 */
export const catalogue = {
  ...assignmentProblems,
  ...fileProblems,
  ...calendarProblems,
  ...evidenceProblems,
  ...formProblems,
  ...indicatorProblems,
  ...inspectionProblems,
  ...oversightProblems,
  ...ownPlanProblems,
  ...peopleProblems,
  ...planProblems,
  ...reminderProblems,
  ...reportProblems,
  ...requestProblems,
  ...platformProblems,
  ...surveyFileProblems,
  ...samplingProblems,
  ...surveyProblems,
  ...unitProblems,
} as const;

export type ProblemCode = keyof typeof catalogue;
export type ProblemDetails<C extends ProblemCode> = Parameters<(typeof catalogue)[C]['detail']>[0];

/** What RFC 9457 calls a problem document; `code` is ours and stable. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
} & Record<string, unknown>;

/** A failure the user can understand. Thrown anywhere, rendered at the edge. */
export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C;
  readonly details: ProblemDetails<C>;

  constructor(code: C, details: ProblemDetails<C>, options?: ErrorOptions) {
    super((catalogue[code].detail as (d: ProblemDetails<C>) => string)(details), options);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return catalogue[this.code].status;
  }

  toDocument(): ProblemDocument {
    const { status, title } = catalogue[this.code];
    return { type: `/van-de/${this.code}`, title, status, detail: this.message, code: this.code, ...this.details };
  }
}
