import type { ReportNews } from '../assignment/remind/model.ts';
import type { ReportAct } from './model.ts';

/** What an act about a report tells others at once. `to`: who approves it, or the unit whose it is. */
export type ToldReport = { kind: ReportNews; to: 'signers' | 'unit'; note: string | null };

/** Undefined where it concerns nobody else: what was sent is seen where the reports of all come in. */
export function reportNewsOf(act: ReportAct): ToldReport | undefined {
  switch (act.kind) {
    case 'submit':
      return { kind: 'report-submitted', to: 'signers', note: act.note };
    case 'send-back':
    case 'return':
      return { kind: 'report-returned', to: 'unit', note: act.reason };
    case 'receive':
      return { kind: 'report-received', to: 'unit', note: act.note };
    default:
      return undefined;
  }
}
