import type { DocumentFormat } from '../../document/model.ts';
import type { ProblemCode, ProblemDetails } from '../../kernel/problem.ts';
import type { Reading } from '../../plan/model.ts';

/** What the server and the process that reads say to each other. */

/** `path` "-" stands for the standard input of the process that reads. */
export type ReadRequest = { path: string; name: string; as: DocumentFormat | undefined };

export type ReadAnswer =
  /** the document as JSON text: the server only keeps it, and as text it takes a fraction of the memory */
  | { kind: 'read'; format: DocumentFormat; document: string; reading: Reading }
  | { kind: 'problem'; code: ProblemCode; details: ProblemDetails<ProblemCode> }
  /** a bug of ours; the message is for the log, never for the user */
  | { kind: 'failed'; message: string };
