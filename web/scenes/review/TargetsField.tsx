import { useState } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { Target, TargetOp } from '../../../src/plan/model.ts';
import { opWords, sayTarget } from '../../../src/plan/words/target.ts';
import { EditText } from '../../components/EditText.tsx';
import { findTypedNumber } from '../../words/number.ts';

const empty: Target = { subject: null, op: '>=', value: null, unit: null, baseline: null, quote: '' };

/** The quantities a task states, each said in words and opened to be changed. */
export function TargetsField({
  targets,
  onChange,
  readOnly,
}: {
  targets: readonly Target[];
  onChange: (targets: Target[]) => void;
  readOnly: boolean;
}) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <ul className="targets">
      {targets.length === 0 && <li className="muted">không nêu</li>}
      {targets.map((target, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: targets have no identity but their place
        <li key={at}>
          <div className="row">
            <span>{target.value === null && !target.subject ? 'Chỉ tiêu chưa ghi' : sayTarget(target)}</span>
            {!readOnly && (
              <>
                <button
                  type="button"
                  className="link"
                  aria-expanded={open === at}
                  onClick={() => setOpen(open === at ? null : at)}
                >
                  {open === at ? 'Xong' : 'Sửa'}
                  <span className="sr-only"> chỉ tiêu {at + 1}</span>
                </button>
                <button type="button" className="link" onClick={() => onChange(targets.toSpliced(at, 1))}>
                  Bỏ<span className="sr-only"> chỉ tiêu {at + 1}</span>
                </button>
              </>
            )}
          </div>
          {open === at && !readOnly && (
            <TargetForm target={target} onChange={(next) => onChange(targets.toSpliced(at, 1, next))} />
          )}
        </li>
      ))}
      {!readOnly && (
        <li>
          <button
            type="button"
            className="link"
            onClick={() => {
              onChange([...targets, empty]);
              setOpen(targets.length);
            }}
          >
            Thêm chỉ tiêu
          </button>
        </li>
      )}
    </ul>
  );
}

function TargetForm({ target, onChange }: { target: Target; onChange: (target: Target) => void }) {
  const text = (field: 'subject' | 'unit' | 'baseline', label: string) => (
    <div className="form-field grow">
      <span className="label">{label}</span>
      <EditText
        single
        className="boxed"
        label={label}
        value={target[field] ?? ''}
        onCommit={(typed) => onChange({ ...target, [field]: typed.trim() || null })}
      />
    </div>
  );
  return (
    <div className="schedule-form">
      {text('subject', 'Đối tượng')}
      <label className="form-field">
        So sánh
        <select
          className="input"
          value={target.op}
          onChange={(event) => onChange({ ...target, op: event.target.value as TargetOp })}
        >
          {Object.entries(opWords).map(([op, words]) => (
            <option key={op} value={op}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <div className="form-field">
        <span className="label">Giá trị</span>
        <EditText
          single
          className="boxed narrow"
          label="Giá trị"
          value={target.value === null ? '' : sayNumber(target.value)}
          check={(typed) => (findTypedNumber(typed) === undefined ? 'Ghi một số, như 42,5.' : undefined)}
          onCommit={(typed) => onChange({ ...target, value: findTypedNumber(typed) ?? null })}
        />
      </div>
      {text('unit', 'Đơn vị')}
      {text('baseline', 'So với')}
      {target.quote && <p className="role">Trong văn bản: “{target.quote}”</p>}
    </div>
  );
}
