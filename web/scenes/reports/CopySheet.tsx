import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { emptyLine } from '../../../src/report/content/model.ts';
import { copyWords, type LineWords, lineWords } from '../../../src/report/content/quick.ts';
import type { ReportItemView } from '../../../src/report/views.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { componentKeyOf, lineOf } from './group.ts';
import type { Draft } from './useReportDraft.ts';

/** The words of a line as its boxes are called. */
export const wordNames: Record<LineWords, string> = {
  result: 'Kết quả trong kỳ',
  difficulty: 'Khó khăn, vướng mắc',
  proposal: 'Đề xuất',
};

type Props = { from: ReportItemView; items: readonly ReportItemView[]; draft: Draft; onClose: () => void };

/** What was written of one task put to others, those of its component first. */
export function CopySheet({ from, items, draft: { content, writeAll }, onClose }: Props) {
  const source = lineOf(content, from.item.id);
  const said = lineWords.filter((field) => source[field].trim() !== '');
  const [fields, setFields] = useState<readonly LineWords[]>(said);
  const [to, setTo] = useState<ReadonlySet<string>>(new Set());
  const near = (one: ReportItemView) => (componentKeyOf(one) === componentKeyOf(from) ? 0 : 1);
  const others = items.filter(({ item }) => item.id !== from.item.id).sort((a, b) => near(a) - near(b));
  const written = copyWords(content, from.item.id, [...to], fields);
  return (
    <Sheet title="Chép nội dung sang nhiệm vụ khác" isOpen onClose={onClose} kind="large">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          writeAll(written, `Đã chép sang ${sayNumber(to.size)} nhiệm vụ.`);
          onClose();
        }}
      >
        <p className="muted prose">Chép từ: {from.item.text}</p>
        <fieldset className="row">
          <legend>Chép phần nào</legend>
          {said.map((field) => (
            <Check
              key={field}
              label={wordNames[field]}
              checked={fields.includes(field)}
              onChange={(on) => setFields(on ? [...fields, field] : fields.filter((one) => one !== field))}
            />
          ))}
        </fieldset>
        <fieldset className="copy-to">
          <legend>Sang những nhiệm vụ nào (đã chọn {sayNumber(to.size)})</legend>
          {others.map(({ item }) => {
            const has = fields.some((field) => (content.items[item.id] ?? emptyLine)[field].trim() !== '');
            return (
              <Check
                key={item.id}
                label={item.text}
                hint={has ? 'đã có nội dung, phần chép được thêm bên dưới' : undefined}
                checked={to.has(item.id)}
                onChange={(on) =>
                  setTo((now) => new Set(on ? [...now, item.id] : [...now].filter((id) => id !== item.id)))
                }
              />
            );
          })}
        </fieldset>
        <div className="row sheet-foot">
          <Button className="btn primary" type="submit" isDisabled={written.length === 0}>
            {to.size === 0 ? 'Chọn nhiệm vụ nhận' : `Chép sang ${sayNumber(to.size)} nhiệm vụ`}
          </Button>
          <Button className="btn" onPress={onClose}>
            Thôi
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

type CheckProps = { label: string; hint?: string | undefined; checked: boolean; onChange: (on: boolean) => void };

const Check = ({ label, hint, checked, onChange }: CheckProps) => (
  <label className="check">
    <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
    <span>
      {label}
      {hint && <small className="muted"> ({hint})</small>}
    </span>
  </label>
);
