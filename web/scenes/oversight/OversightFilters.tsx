import { Button } from 'react-aria-components';
import { SearchBox } from '../../components/SearchBox.tsx';
import { FilterChip } from '../matrix/FilterChip.tsx';
import type { Entry, EntryList } from './api.ts';
import { formWords, stateWords } from './say.ts';
import { type ChangeOversight, formNames, formOf, type OversightSearch, stateNames, stateOf } from './search.ts';

const whose = [
  { value: 'toi-tra-loi', label: 'đơn vị tôi trả lời' },
  { value: 'toi-ghi', label: 'nơi tôi ghi nhận' },
];

type Props = { list: EntryList; search: OversightSearch; change: ChangeOversight };

export function OversightFilters({ list: { entries, agencies }, search, change }: Props) {
  const counted = <N extends string>(
    names: readonly N[],
    labels: Record<N, string>,
    of: (one: Entry) => N,
    now?: string,
  ) =>
    names.flatMap((value) => {
      const count = entries.filter((one) => of(one) === value).length;
      return count > 0 || now === value ? [{ value, label: labels[value], count }] : [];
    });
  const words = Object.fromEntries(stateNames.map((name) => [name, stateWords[name].word])) as Record<
    (typeof stateNames)[number],
    string
  >;
  const held = new Set(entries.map(({ heldBy }) => heldBy));
  const units = agencies.filter(({ id }) => held.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  const none = { 'trang-thai': undefined, 'hinh-thuc': undefined, 'don-vi': undefined, cua: undefined, tim: undefined };
  const filtered = Object.keys(none).some((key) => search[key as keyof typeof none]);
  return (
    <search className="filters" aria-label="Lọc sổ giám sát">
      <SearchBox
        label="Tìm trong sổ giám sát"
        placeholder="Tìm kết quả, kiến nghị (không cần dấu)"
        value={search.tim ?? ''}
        onChange={(tim) => change({ tim: tim || undefined })}
      />
      <FilterChip
        label="Trạng thái"
        value={search['trang-thai']}
        choices={counted(stateNames, words, stateOf, search['trang-thai'])}
        onChange={(value) => change({ 'trang-thai': value })}
      />
      <FilterChip
        label="Hình thức"
        value={search['hinh-thuc']}
        choices={counted(formNames, formWords, ({ form }) => formOf[form], search['hinh-thuc'])}
        onChange={(value) => change({ 'hinh-thuc': value })}
      />
      {(units.length > 1 || search['don-vi']) && (
        <FilterChip
          label="Đơn vị"
          value={search['don-vi']}
          choices={units}
          onChange={(value) => change({ 'don-vi': value })}
        />
      )}
      <FilterChip label="Phần của" value={search.cua} choices={whose} onChange={(value) => change({ cua: value })} />
      {filtered && (
        <Button className="link" onPress={() => change(none)}>
          Bỏ mọi lọc
        </Button>
      )}
    </search>
  );
}
