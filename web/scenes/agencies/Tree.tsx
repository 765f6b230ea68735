import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { AgencyTree } from '../../../src/place/views.ts';
import { EmptyState } from '../../components/Notice.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { growTree, type Node, searchTree } from './tree.ts';
import { kindWords } from './words.ts';

const route = getRouteApi('/don-vi');

/** The tree of the day; a branch is drawn when it is opened, so that thousands of agencies cost nothing. */
export function Tree({ tree }: { tree: AgencyTree }) {
  const { tim = '', ...others } = route.useSearch();
  const navigate = useNavigate();
  const roots = useMemo(() => searchTree(growTree(tree.agencies), tim), [tree, tim]);
  return (
    <section className="card agency-tree" aria-label="Cây đơn vị">
      <SearchBox
        label="Tìm cơ quan"
        placeholder="Tìm cơ quan, đơn vị"
        value={tim}
        onChange={(text) =>
          void navigate({
            to: '/don-vi',
            search: text ? { ...others, tim: text } : others,
            replace: true,
          })
        }
      />
      {roots.length === 0 ? (
        <EmptyState title="Không có cơ quan nào" text="Thử từ khác, hoặc xem vào một ngày khác." />
      ) : (
        <ul>
          {roots.map((node) => (
            <Branch key={node.id} node={node} open={tim !== ''} depth={0} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Branch({ node, open, depth }: { node: Node; open: boolean; depth: number }) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const search = route.useSearch();
  const { coquan } = search;
  const shown = chosen ?? open;
  return (
    <li>
      <div className={node.id === coquan ? 'agency-line on' : 'agency-line'}>
        {node.children.length > 0 ? (
          <button
            type="button"
            className="icon"
            aria-expanded={shown}
            aria-label={`${shown ? 'Thu lại' : 'Mở'} ${node.name}`}
            onClick={() => setChosen(!shown)}
          >
            {shown ? '▾' : '▸'}
          </button>
        ) : (
          <span className="agency-leaf" />
        )}
        <Link
          to="/don-vi"
          search={{ ...search, coquan: node.id }}
          aria-current={node.id === coquan ? 'true' : undefined}
        >
          {node.name}
        </Link>
        <small className="muted">
          {kindWords[node.kind]}
          {node.children.length > 0 && ` · ${sayNumber(node.children.length)} trực thuộc`}
        </small>
      </div>
      {shown && node.children.length > 0 && (
        <ul>
          {node.children.map((child) => (
            <Branch key={child.id} node={child} open={open} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}
