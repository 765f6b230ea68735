import { sayNumber } from '../../../src/kernel/number.ts';
import type { ColumnUse, SheetMapping } from '../../../src/report/indicator/sheet/model.ts';
import type { ImportPreviewView, IndicatorView } from '../../../src/report/indicator/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';

type Props = {
  found: ImportPreviewView;
  indicators: readonly IndicatorView[];
  onChange: (mapping: SheetMapping) => void;
};

/** Which sheet, and in which of its rows the headings stand. */
export function HeaderRow({ found: { mapping, sheets }, onChange }: Pick<Props, 'found' | 'onChange'>) {
  return (
    <>
      {sheets.length > 1 && (
        <ChoiceField
          label="Trang tính"
          value={String(mapping.sheet)}
          choices={sheets.map((label, i) => ({ value: String(i), label: label || `Trang ${i + 1}` }))}
          onChange={(sheet) => onChange({ ...mapping, sheet: Number(sheet), header: 0, columns: [] })}
        />
      )}
      <ChoiceField
        label="Dòng tiêu đề"
        value={String(mapping.header)}
        choices={Array.from({ length: Math.max(15, mapping.header + 1) }, (_, i) => ({
          value: String(i),
          label: `Dòng ${i + 1}`,
        }))}
        onChange={(header) => onChange({ ...mapping, header: Number(header) })}
      />
    </>
  );
}

const parts = { value: '', part: ': số đạt được', whole: ': tổng số' } as const;
const changeParts = { value: '', part: ': kỳ này', whole: ': kỳ gốc' } as const;

/** One choice for each column: unit, month, a part of an indicator, or nothing. */
export function ColumnUses({ found: { headings, sample, mapping }, indicators, onChange }: Props) {
  const choices = [
    { value: 'ignore', label: 'Bỏ qua' },
    { value: 'unit', label: 'Tên đơn vị' },
    { value: 'month', label: 'Tháng, kỳ' },
    ...indicators.flatMap(({ id, definition: { name, kind } }) =>
      (kind === 'share' || kind === 'change' ? (['part', 'whole', 'value'] as const) : (['value'] as const)).map(
        (of) => ({
          value: `${id} ${of}`,
          label: `${name}${kind === 'change' ? changeParts[of] : parts[of]}${of === 'value' && (kind === 'share' || kind === 'change') ? ' (%)' : ''}`,
        }),
      ),
    ),
  ];
  const put = (at: number, use: ColumnUse) =>
    onChange({
      ...mapping,
      columns: headings.map((_, i) => (i === at ? use : (mapping.columns[i] ?? { as: 'ignore' }))),
    });
  return (
    <ul className="column-uses">
      {headings.map((heading, at) => {
        const use = mapping.columns[at] ?? { as: 'ignore' };
        const value = use.as === 'figure' ? `${use.indicatorId} ${use.of}` : use.as;
        const examples = sample.map((row) => row[at]?.trim()).filter(Boolean);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place alone
          <li key={at} className={use.as === 'ignore' ? 'muted' : undefined}>
            <ChoiceField
              label={`Cột ${sayNumber(at + 1)}: ${heading || 'không có tiêu đề'}`}
              hint={`${use.as === 'figure' && use.month !== null ? `tháng ${use.month}; ` : ''}ví dụ: ${examples.slice(0, 3).join(' · ') || 'trống'}`}
              value={value}
              choices={choices}
              onChange={(next) => put(at, readUse(next, use))}
            />
          </li>
        );
      })}
    </ul>
  );
}

function readUse(value: string, before: ColumnUse): ColumnUse {
  if (value === 'ignore' || value === 'unit' || value === 'month') return { as: value };
  const [indicatorId = '', of] = value.split(' ');
  return {
    as: 'figure',
    indicatorId,
    of: of as 'value' | 'part' | 'whole',
    month: before.as === 'figure' ? before.month : null,
  };
}
