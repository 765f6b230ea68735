import { useQuery } from '@tanstack/react-query';
import { SearchPick } from '../../components/SearchPick.tsx';
import { findsWords } from '../../words/find.ts';
import { treeOf } from '../agencies/api.ts';

/** Who is to carry it out. */
export function UnitPick({ value, onChange }: { value: string; onChange: (agencyId: string) => void }) {
  const tree = useQuery(treeOf(undefined));
  const all = (tree.data?.agencies ?? []).filter(({ kind }) => kind !== 'village' && kind !== 'division');
  return (
    <SearchPick
      label="Đơn vị thực hiện"
      hint="Gõ vài chữ của tên đơn vị (không cần dấu)"
      found="Đơn vị tìm thấy"
      none={(typed) => `Không có đơn vị nào khớp “${typed}”.`}
      kept={`recommendation-units-${all.length}`}
      find={async (typed) => all.filter(({ name }) => findsWords(typed)(name)).slice(0, 30)}
      say={({ name }) => name}
      picked={all.find(({ id }) => id === value) ?? null}
      onPick={(one) => onChange(one?.id ?? '')}
    />
  );
}
