import { BackToPlans } from './BackToPlans.tsx';
import { SaveState } from './SaveState.tsx';
import type { SyncState } from './sync.ts';

type LeadProps = { file: string; plan: string; state: SyncState; readOnly: boolean };

/** The way back, and the plan's files: the one that was read, and the plan printed anew. */
export function ReviewLead({ file, plan, state, readOnly }: LeadProps) {
  return (
    <>
      <BackToPlans />
      <a className="back" href={file} download>
        ⤓ Tải tệp gốc
      </a>
      <PlanPapers plan={plan} />
      {!readOnly && <SaveState state={state} />}
    </>
  );
}

const papers = [
  { format: 'docx', says: 'Word', name: 'Tải kế hoạch theo biểu mẫu (.docx)' },
  { format: 'pdf', says: 'PDF', name: 'Tải kế hoạch theo biểu mẫu (.pdf)' },
  { format: 'xlsx', says: 'Excel', name: 'Tải bảng nhiệm vụ (.xlsx)' },
] as const;

/** The plan printed anew as it stands here. */
const PlanPapers = ({ plan }: { plan: string }) =>
  papers.map(({ format, says, name }) => (
    <a key={format} className="back" href={`/api/plans/${plan}/paper?format=${format}`} title={name} download>
      ⤓ {says}
      <span className="sr-only">: {name}</span>
    </a>
  ));
