import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import type { MyWorkView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { sayComponent } from '../../words/work.ts';
import { FilterChip } from '../matrix/FilterChip.tsx';
import { type BucketName, bucketNames, bucketOf, type ChangeSearch, type MyWorkSearch } from './search.ts';

/** How a part of time is called, with the shape its work has. */
export const bucketWords: Record<BucketName, { word: string; shape: string }> = {
  'tra-lai': { word: 'Bị trả lại', shape: '↩' },
  'qua-han': { word: 'Quá hạn', shape: '▲' },
  'hom-nay': { word: 'Hôm nay', shape: '◐' },
  'tuan-nay': { word: 'Tuần này', shape: '◐' },
  sau: { word: 'Về sau', shape: '●' },
  cho: { word: 'Chờ sự kiện', shape: '○' },
};

type Props = { work: MyWorkView; search: MyWorkSearch; change: ChangeSearch };

/** When, of which component, of which unit, and words. All of it stands in the address. */
export function WorkFilters({ work, search, change }: Props) {
  const filtered = search.muc || search['noi-dung'] || search.tim || search['don-vi'];
  return (
    <search className="filters" aria-label="Lọc việc của tôi">
      <Buckets work={work} search={search} />
      <FilterChip
        label="Nội dung"
        value={search['noi-dung']}
        choices={componentsOf(work)}
        onChange={(value) => change({ 'noi-dung': value })}
      />
      {(work.agencies.length > 1 || search['don-vi']) && (
        <FilterChip
          label="Đơn vị"
          value={search['don-vi']}
          choices={work.agencies.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => change({ 'don-vi': value })}
        />
      )}
      <SearchBox
        label="Tìm trong việc của tôi"
        placeholder="Tìm việc (không cần dấu)"
        value={search.tim ?? ''}
        onChange={(tim) => change({ tim: tim || undefined })}
      />
      {filtered && (
        <Button
          className="link"
          onPress={() => change({ muc: undefined, 'noi-dung': undefined, tim: undefined, 'don-vi': undefined })}
        >
          Bỏ mọi lọc
        </Button>
      )}
    </search>
  );
}

function Buckets({ work, search }: Pick<Props, 'work' | 'search'>) {
  const all = Object.values(work.counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav className="chips" aria-label="Theo thời hạn">
      <BucketLink search={search} count={all} word="Tất cả" />
      {bucketNames.map((bucket) => {
        const count = work.counts[bucketOf[bucket]];
        const { word, shape } = bucketWords[bucket];
        if (count === 0 && search.muc !== bucket) return null;
        return <BucketLink key={bucket} search={search} bucket={bucket} count={count} word={word} shape={shape} />;
      })}
    </nav>
  );
}

function BucketLink({
  search,
  bucket,
  count,
  word,
  shape,
}: {
  search: MyWorkSearch;
  bucket?: BucketName;
  count: number;
  word: string;
  shape?: string;
}) {
  const on = search.muc === bucket;
  const { muc: _, viec: __, lam: ___, ...rest } = search;
  return (
    <Link
      to="/viec-cua-toi"
      search={{ ...rest, ...(bucket && { muc: bucket }) }}
      resetScroll={false}
      className={on ? 'chip on' : 'chip'}
      activeOptions={{ exact: true }}
      aria-current={on ? 'page' : undefined}
    >
      {shape && (
        <span aria-hidden="true" className={`shape ${bucket}`}>
          {shape}
        </span>
      )}
      {word} <span className="muted num">{sayNumber(count)}</span>
    </Link>
  );
}

function componentsOf({ components, items }: MyWorkView) {
  const kinds = new Map(items.map(({ id, kind }) => [id, kind]));
  const counted = new Map<string, number>();
  for (const { items: ids, index: _, component, dimension, ...buckets } of components) {
    const name = sayComponent({ component, dimension, kind: kinds.get(ids[0] ?? '') ?? 'task' });
    counted.set(name, (counted.get(name) ?? 0) + Object.values(buckets).reduce((sum, count) => sum + count, 0));
  }
  return [...counted].map(([value, count]) => ({ value, label: value, count }));
}
