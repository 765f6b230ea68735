import { Button } from 'react-aria-components';
import type { DifficultyList } from '../../api-work.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { FilterChip } from '../matrix/FilterChip.tsx';
import { stateWords } from './say.ts';
import { type Change, type DifficultiesSearch, stateNames, stateOf } from './search.ts';

const whose = [
  { value: 'toi-tra-loi', label: 'đơn vị tôi trả lời' },
  { value: 'toi-neu', label: 'đơn vị tôi nêu' },
];

export function DifficultyFilters({
  list: { difficulties },
  search,
  change,
}: {
  list: DifficultyList;
  search: DifficultiesSearch;
  change: Change;
}) {
  const states = stateNames.flatMap((name) => {
    const count = difficulties.filter((one) => stateOf(one) === name).length;
    return count > 0 || search['trang-thai'] === name ? [{ value: name, label: stateWords[name].word, count }] : [];
  });
  const filtered = search['trang-thai'] || search.cua || search.tim;
  return (
    <search className="filters" aria-label="Lọc vướng mắc">
      <SearchBox
        label="Tìm vướng mắc"
        placeholder="Tìm vướng mắc (không cần dấu)"
        value={search.tim ?? ''}
        onChange={(tim) => change({ tim: tim || undefined })}
      />
      <FilterChip
        label="Trạng thái"
        value={search['trang-thai']}
        choices={states}
        onChange={(value) => change({ 'trang-thai': value })}
      />
      <FilterChip label="Phần của" value={search.cua} choices={whose} onChange={(value) => change({ cua: value })} />
      {filtered && (
        <Button className="link" onPress={() => change({ 'trang-thai': undefined, cua: undefined, tim: undefined })}>
          Bỏ mọi lọc
        </Button>
      )}
    </search>
  );
}
