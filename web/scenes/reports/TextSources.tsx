import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import type { Settled } from '../../../src/report/consolidated/paragraph.ts';
import type { GatheringView } from '../../../src/report/consolidated/views.ts';
import { Tag } from '../../components/Tag.tsx';
import { statusTags } from './say.ts';

type Names = ReadonlyMap<string, string>;

/** Whose parts a consolidated report takes in: leads of its tasks, districts of its communes; who has not sent theirs is told. */
export function Parts({ view, names }: { view: GatheringView; names: Names }) {
  const { leads, districts, planId, round } = view;
  if (leads.length + districts.length === 0) return null;
  const sent = [...leads, ...districts].filter(({ counted }) => counted).length;
  return (
    <details className="card text-sources">
      <summary>
        Phần của cơ quan chủ trì{districts.length > 0 && ', cấp huyện'}: {sent}/{leads.length + districts.length} đã gửi
      </summary>
      <ul className="text-parts">
        {leads.map(({ agencyId, tasks, status, counted }) => (
          <li key={agencyId}>
            {status === 'writing' || status === 'submitted' ? (
              names.get(agencyId)
            ) : (
              <Link to="/bao-cao/tong-hop" search={{ ke: planId, ky: round.key, cua: agencyId, truc: 'chu-tri' }}>
                {names.get(agencyId)}
              </Link>
            )}{' '}
            <span className="role">chủ trì {tasks} nhiệm vụ</span>{' '}
            <Tag tone={statusTags[status].tone}>{counted ? 'Đã đưa vào dự thảo' : statusTags[status].word}</Tag>
          </li>
        ))}
        {districts.map(({ agencyId, counted }) => (
          <li key={agencyId}>
            {counted ? (
              <Link to="/bao-cao/tong-hop" search={{ ke: planId, ky: round.key, cua: agencyId }}>
                {names.get(agencyId)}
              </Link>
            ) : (
              names.get(agencyId)
            )}{' '}
            <Tag tone={counted ? 'ok' : 'idle'}>
              {counted ? 'Tính theo báo cáo của huyện' : 'Chưa gửi, tính trực tiếp từng xã'}
            </Tag>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Props = {
  view: GatheringView;
  settled: readonly Settled[];
  names: Names;
  chosen: string | null;
  onChoose: (agencyId: string | null) => void;
};

/** The reports the text was made of: chosen, the paragraphs that use one are marked; what nothing uses is told. */
export function TextSources({ view, settled, names, chosen, onChoose }: Props) {
  const uses = new Map<string, { used: number; dropped: number }>();
  for (const { sources, printed } of settled)
    for (const agencyId of new Set(sources.map((one) => one.agencyId))) {
      const { used, dropped } = uses.get(agencyId) ?? { used: 0, dropped: 0 };
      uses.set(agencyId, printed === null ? { used, dropped: dropped + 1 } : { used: used + 1, dropped });
    }
  const units = [...new Set(view.reports.map(({ agencyId }) => agencyId))];
  if (units.length === 0) return null;
  const said = chosen === null ? null : (uses.get(chosen) ?? { used: 0, dropped: 0 });
  return (
    <details className="card text-sources">
      <summary>Nguồn: báo cáo của {units.length} đơn vị</summary>
      <div className="text-units">
        {units.map((id) => (
          <Button
            key={id}
            className={id === chosen ? 'chip on' : 'chip'}
            aria-pressed={id === chosen}
            onPress={() => onChoose(id === chosen ? null : id)}
          >
            {names.get(id)}
            {(uses.get(id)?.used ?? 0) === 0 && ' (chưa dùng)'}
          </Button>
        ))}
      </div>
      <output className="text-uses">
        {said === null || chosen === null
          ? 'Chọn một đơn vị để đánh dấu những đoạn lấy từ báo cáo của đơn vị ấy.'
          : `Báo cáo của ${names.get(chosen)} dùng ở ${said.used} đoạn (đánh dấu bên dưới)${said.dropped > 0 ? `, ${said.dropped} đoạn đã bỏ` : ''}.`}
      </output>
    </details>
  );
}
