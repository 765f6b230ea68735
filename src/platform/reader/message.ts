import type { DocumentFormat } from '../../document/model.ts';
import type { RowSheet } from '../../document/rows.ts';
import type { ReadingProgress } from '../../document/tools.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { ProblemCode, ProblemDetails } from '../../kernel/problem.ts';
import type { Lessons } from '../../plan/learned/model.ts';
import type { Reading } from '../../plan/model.ts';
import type { LintReport } from '../../publish/lint/model.ts';
import type { PaperKind } from '../../publish/template/kinds.ts';
import type { TemplateCheck } from '../../publish/template/model.ts';
import type { FileTypeName } from '../../report/evidence/file-types.ts';
import type { Sniffed } from '../../report/evidence/sniff.ts';
import type { CellRows } from '../../report/sheet/hidden.ts';
import type { DeclaredDictionary } from '../../survey/dictionary/declared.ts';

/** What the server and the process that reads say to each other. */

/** What a tenant has learned goes with every file, for the process serves all tenants and remembers none. */
export type ReadRequest = { name: string; lessons?: Lessons | undefined } & (
  | { kind: 'read'; path: string; as: DocumentFormat | undefined } // `path` "-": the standard input of the process that reads
  | { kind: 'read-again'; document: string }
  /** only how a Word file is laid out is looked at */
  | { kind: 'lint'; path: string }
  /** whether a Word file may be the template of a kind of paper */
  | { kind: 'template'; path: string; of: PaperKind; day: PlainDate }
  /** only what it is by its content */
  | { kind: 'sniff'; path: string }
  /** the rows of a workbook or a CSV file */
  | { kind: 'rows'; path: string }
  /** the cells of a workbook, numbers as numbers */
  | { kind: 'cells'; path: string }
  /** an SPSS file: its answers go as CSV to `into` */
  | { kind: 'sav'; path: string; into: string }
  /** a small picture of it */
  | { kind: 'preview'; path: string; type: FileTypeName }
);

/** Nobody waits any more: leave things tidy and answer. Who does not in time is ended. */
export type Cancel = { kind: 'cancel' };

export type ReadAnswer =
  /** the document as JSON text: the server only keeps it, and as text it takes a fraction of the memory */
  | { kind: 'read'; format: DocumentFormat; document: string; reading: Reading }
  | { kind: 'linted'; report: LintReport }
  | { kind: 'template-checked'; check: TemplateCheck }
  | { kind: 'sniffed'; sniffed: Sniffed }
  | { kind: 'rows-read'; sheets: RowSheet[] }
  | { kind: 'cells-read'; sheets: CellRows[] }
  | { kind: 'sav-read'; declared: DeclaredDictionary }
  /** a JPEG as base64; null where none can be made */
  | { kind: 'previewed'; picture: string | null }
  | { kind: 'problem'; code: ProblemCode; details: ProblemDetails<ProblemCode> }
  | { kind: 'cancelled' }
  /** a bug of ours; the message is for the log, never for the user */
  | { kind: 'failed'; message: string };

/** Recognising pictures takes much memory: asked for once in a reading, and begun when it is granted. */
export type AskForRoom = { kind: 'room' };
export type GrantRoom = { kind: 'room-granted' };

/** On the way to the answer; each also says that the process is alive. */
export type ProgressMessage = { kind: 'progress'; progress: ReadingProgress };
