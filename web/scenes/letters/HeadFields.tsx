import type { LetterView } from '../../../src/publish/letters/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import type { LetterDraft } from './useLetterDraft.ts';

/** Whom it goes to, who signs, its number and days; recipients and signer are there again in the next paper of the kind. */
export function HeadFields({ view, draft: { content, write } }: { view: LetterView; draft: LetterDraft }) {
  const { signer } = content;
  return (
    <section className="card letter-head" aria-label="Thể thức">
      <h2>Nơi nhận, người ký</h2>
      {(view.kind === 'reminder' || view.kind === 'explanation') && (
        <Lines label="Kính gửi" value={content.addressees} onChange={(addressees) => write({ addressees })} />
      )}
      <Lines label="Nơi nhận" value={content.recipients} onChange={(recipients) => write({ recipients })} />
      <Lines
        label="Quyền hạn, chức vụ người ký"
        hint="Ví dụ: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH; mỗi dòng một ý."
        value={[...signer.authority, signer.title].filter((line) => line !== '')}
        onChange={(lines) =>
          write({ signer: { ...signer, authority: lines.slice(0, -1).slice(0, 5), title: lines.at(-1) ?? '' } })
        }
      />
      <TextField
        label="Họ tên người ký"
        value={signer.name ?? ''}
        maxLength={200}
        onChange={(name) => write({ signer: { ...signer, name: name === '' ? null : name } })}
      />
      <div className="letter-days">
        <TextField
          label="Số, ký hiệu"
          hint="Để trống thì văn bản chừa chỗ ghi số."
          value={content.number ?? ''}
          maxLength={60}
          onChange={(number) => write({ number: number === '' ? null : number })}
        />
        <DayField
          label="Ngày ký"
          hint="Để trống thì văn bản chừa chỗ ghi ngày."
          value={content.date ?? ''}
          onChange={(date) => write({ date: date === '' ? null : date })}
        />
        {view.kind === 'reminder' && (
          <DayField
            label="Yêu cầu hoàn thành chậm nhất ngày"
            value={content.until ?? ''}
            onChange={(until) => write({ until: until === '' ? null : until })}
          />
        )}
      </div>
    </section>
  );
}

/** One a line. */
function Lines({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  value: readonly string[];
  onChange: (lines: string[]) => void;
}) {
  return (
    <Field label={label} hint={hint ?? 'Mỗi nơi một dòng.'}>
      {(props) => (
        <textarea
          {...props}
          className="input"
          rows={Math.min(8, Math.max(2, value.length + 1))}
          value={value.join('\n')}
          onChange={({ target }) => onChange(target.value === '' ? [] : target.value.split('\n'))}
        />
      )}
    </Field>
  );
}
