import type { Duty, Reading, Reporting } from '../../../src/plan/model.ts';
import { saySchedule } from '../../../src/plan/words/schedule.ts';
import { sayTarget } from '../../../src/plan/words/target.ts';

/** Who must do what, and who must report, as the prose of the plan says it. */
export function DutiesPanel({ reading }: { reading: Reading }) {
  const { duties, reporting } = reading;
  return (
    <div className="panel prose">
      <h2>Trách nhiệm ({duties.length})</h2>
      {duties.length === 0 && <p className="muted">Văn bản không giao trách nhiệm trong phần lời.</p>}
      <ol className="duties">
        {duties.map((duty, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was read never moves
          <DutyItem key={at} duty={duty} />
        ))}
      </ol>
      <h2>Chế độ báo cáo ({reporting.length})</h2>
      {reporting.length === 0 && <p className="muted">Văn bản không nêu chế độ báo cáo.</p>}
      <ol className="duties">
        {reporting.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was read never moves
          <ReportingItem key={at} entry={entry} />
        ))}
      </ol>
    </div>
  );
}

function DutyItem({ duty: { section, modality, agencies, items } }: { duty: Duty }) {
  return (
    <li>
      <h3>
        {section && <span className="muted">{section}. </span>}
        {modality === 'request' ? 'Đề nghị ' : 'Giao '}
        {agencies.join('; ') || 'cơ quan chưa rõ'}
      </h3>
      <ul>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was read never moves
          <li key={at}>
            <p className="pre">{item.text}</p>
            <p className="role">
              {[
                item.agencies.length > 0 && item.agencies.join('; '),
                item.schedule && saySchedule(item.schedule).sentence,
                ...item.targets.map(sayTarget),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </li>
  );
}

function ReportingItem({ entry: { who, what, to, via, schedule, quote } }: { entry: Reporting }) {
  return (
    <li>
      <h3>{who.join('; ') || 'Cơ quan chưa rõ'}</h3>
      <p>
        {[
          what ?? 'Báo cáo',
          to && `gửi ${to}`,
          via && `qua ${via}`,
          schedule && saySchedule(schedule).sentence.toLocaleLowerCase('vi'),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <p className="role pre">“{quote}”</p>
    </li>
  );
}
