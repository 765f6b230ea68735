import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { sayEvidenceKinds } from '../../../src/report/consolidated/say.ts';
import type { Measure } from '../../../src/report/measure/model.ts';
import type { ConsolidationView } from '../../../src/report/views.ts';
import { queryString } from '../../api.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { nameAgencies, sayComponent } from '../../words/work.ts';
import { roundSums, type WhichText } from './api.ts';
import { Opens, SourceLinks } from './SourceLinks.tsx';
import { stateWords } from './say.ts';

type Names = ReadonlyMap<string, string>;
type Item = ConsolidationView['items'][number];
type Sources = ConsolidationView['counted'];

/** `so`: the figures of today, though a version is approved. */
type Props = { which: WhichText; so: 'hien-nay' | undefined; onTurn: (so: 'hien-nay' | undefined) => void };

/** What the reports of a round come to: every figure opens to the reports it is made of. */
export function Sums({ which, so, onTurn }: Props) {
  const shown = { ...which, ...(so && { as: 'now' }) };
  const query = useQuery(roundSums(shown));
  return (
    <>
      <p className="row">
        <a className="btn small" href={`/api/report-rounds/workbook${queryString(shown)}`} download>
          Bảng tính số liệu (.xlsx)
        </a>
      </p>
      <Loaded query={query} label="Đang tổng hợp">
        {(sums) => (
          <>
            <As sums={sums} onTurn={onTurn} />
            <Whole sums={sums} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** Which figures these are, where a version was approved: its own, or those of today, one press from each other. */
function As({ sums: { of, approved }, onTurn }: { sums: ConsolidationView; onTurn: Props['onTurn'] }) {
  if (approved === null) return null;
  const name = `bản ${approved.version} ngày ${sayDay(approved.day)}`;
  return (
    <div className={of === null ? 'notice due' : 'notice ok'} role="note">
      <p>
        {of === null
          ? `Số liệu hiện nay, gồm cả báo cáo gửi, sửa sau khi duyệt; có thể khác ${name} đã duyệt.`
          : `Số liệu của ${name}, đúng như khi duyệt, gửi.`}
      </p>
      <div className="row">
        <Button className="btn small" onPress={() => onTurn(of === null ? undefined : 'hien-nay')}>
          {of === null ? 'Xem số liệu của bản đã duyệt' : 'Xem số liệu hiện nay'}
        </Button>
      </div>
    </div>
  );
}

function Whole({ sums }: { sums: ConsolidationView }) {
  const names = nameAgencies(sums.agencies);
  const { units } = sums;
  if (units.reported === 0)
    return (
      <div className="card">
        <EmptyState
          title="Chưa có báo cáo nào để tổng hợp"
          text={`${sayNumber(units.expected)} đơn vị phải gửi, chưa đơn vị nào gửi. Số liệu hiện ở đây ngay khi có báo cáo đầu tiên.`}
        />
      </div>
    );
  const byKey = new Map(sums.items.map((one) => [one.item.id, one]));
  return (
    <Opens.Provider value={sums.opens}>
      <section className="card" aria-label="Phạm vi tổng hợp">
        <p>
          Tổng hợp từ {sayNumber(units.reported - units.excluded.length)} báo cáo trên {sayNumber(units.expected)} đơn
          vị phải gửi.
        </p>
        <From sources={sums.counted} names={names} />
        <Left title="Chưa gửi (không tính là 0)" list={units.missing.map((id) => names.get(id) ?? '')} />
        <Left
          title="Không tính"
          list={units.excluded.map(({ agencyId, reason }) => `${names.get(agencyId)} (${reason})`)}
        />
        <From sources={sums.leftOut} names={names} label="Xem báo cáo không tính" />
        <Left
          title="Không phải gửi"
          list={units.excused.map(({ agencyId, reason }) => `${names.get(agencyId)} (${reason})`)}
        />
        <Left
          title="Gửi trễ"
          list={units.late.map(({ agencyId, days }) => `${names.get(agencyId)} (${days} ngày làm việc)`)}
        />
        <Left
          title="Chỉ báo cáo một số kỳ"
          list={units.partly.map(({ agencyId, rounds }) => `${names.get(agencyId)} (thiếu ${rounds.join(', ')})`)}
        />
        {sums.evidence > 0 && (
          <p>
            <b>Tài liệu kiểm chứng ({sayNumber(sums.evidence)}):</b> {sayEvidenceKinds(sums)}.
          </p>
        )}
        <From sources={sums.proofs} names={names} label="Báo cáo có tài liệu kiểm chứng" />
      </section>
      {sums.components.map((component) => (
        <section
          key={`${component.key} ${component.itemKeys[0]}`}
          className="card sums"
          aria-label={component.component ?? 'Nhiệm vụ chung'}
        >
          <h3>
            {component.index && <span className="role">{component.index}</span>}{' '}
            {sayComponent({ ...component, kind: 'task' })}
          </h3>
          <Counts counts={component.counts} />
          <From
            sources={component.itemKeys.flatMap((key) => Object.values(byKey.get(key)?.sources ?? {}).flat())}
            names={names}
          />
          {component.evidence > 0 && <p className="muted">Tài liệu kiểm chứng: {sayEvidenceKinds(component)}</p>}
          <From sources={component.proofs} names={names} label="Báo cáo có tài liệu kiểm chứng" />
          <Voices title="Kết quả chung của nội dung" voices={component.results} names={names} />
          <ul className="report-items">
            {component.itemKeys.map((key) => {
              const one = byKey.get(key);
              return one && <Task key={key} one={one} names={names} />;
            })}
          </ul>
        </section>
      ))}
      <section className="card" aria-label="Chung">
        <Voices title="Kết quả nổi bật" voices={sums.results} names={names} />
        <Voices title="Tồn tại, hạn chế" voices={sums.shortcomings} names={names} open />
        <Voices title="Khó khăn, vướng mắc chung" voices={sums.difficulties} names={names} open />
        <Voices title="Đề xuất, kiến nghị chung" voices={sums.proposals} names={names} open />
        <Voices title="Phương hướng kỳ tới" voices={sums.next} names={names} />
      </section>
    </Opens.Provider>
  );
}

/** The reports a figure is made of, each once. */
function From({ sources, names, label = 'Nguồn' }: { sources: Sources; names: Names; label?: string }) {
  const each = [...new Map(sources.map((one) => [one.reportId, one])).values()];
  if (each.length === 0) return null;
  return (
    <details className="report-before">
      <summary>
        {label}: {sayNumber(each.length)} báo cáo
      </summary>
      <SourceLinks sources={each} names={names} />
    </details>
  );
}

function Left({ title, list }: { title: string; list: readonly string[] }) {
  if (list.length === 0) return null;
  return (
    <p>
      <b>
        {title} ({list.length}):
      </b>{' '}
      {list.join('; ')}.
    </p>
  );
}

/** Counts in words; what is nothing is left out. */
function Counts({ counts }: { counts: Item['counts'] }) {
  const parts = [
    [counts.done, stateWords.done.word],
    [counts.doing, stateWords.doing.word],
    [counts['not-begun'], stateWords['not-begun'].word],
    [counts.none, stateWords.none.word],
    [counts.silent, 'Không trả lời'],
    [counts.missing, 'Chưa có báo cáo'],
  ] as const;
  return (
    <p className="counts">
      {parts
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${word} ${sayNumber(count)}`)
        .join(' · ')}
    </p>
  );
}

function Task({ one, names }: { one: Item; names: Names }) {
  const states = (['done', 'doing', 'not-begun', 'none', 'silent'] as const).filter(
    (state) => (one.sources[state] ?? []).length > 0,
  );
  return (
    <li className="report-item">
      <p className="report-text pre">{one.item.text}</p>
      {one.owed === 0 ? (
        <p className="muted">Không có đơn vị trực tiếp thực hiện trong kỳ.</p>
      ) : (
        <Counts counts={one.counts} />
      )}
      {one.targets.map((target, at) => {
        const measure = one.measures[at];
        // biome-ignore lint/suspicious/noArrayIndexKey: targets are told apart by their place alone
        return measure && <Result key={at} quote={target.quote} unit={target.unit} measure={measure} />;
      })}
      {one.evidence > 0 && <p className="muted">Tài liệu kiểm chứng: {sayEvidenceKinds(one)}</p>}
      <details className="report-before">
        <summary>Nguồn</summary>
        {states.map((state) => (
          <p key={state}>
            <b>{state === 'silent' ? 'Không trả lời' : stateWords[state].word}:</b>{' '}
            <SourceLinks sources={one.sources[state] ?? []} names={names} />
          </p>
        ))}
        {one.targets.map((target, at) => {
          const stating = one.measured[at] ?? [];
          return (
            stating.length > 0 && (
              // biome-ignore lint/suspicious/noArrayIndexKey: targets are told apart by their place alone
              <p key={at}>
                <b>Nêu số “{target.quote}”:</b> <SourceLinks sources={stating} names={names} />
              </p>
            )
          );
        })}
        {one.proofs.length > 0 && (
          <p>
            <b>Có tài liệu kiểm chứng:</b> <SourceLinks sources={one.proofs} names={names} />
          </p>
        )}
        {one.missing.length > 0 && (
          <p>
            <b>Chưa có báo cáo:</b> {one.missing.map((id) => names.get(id)).join('; ')}
          </p>
        )}
      </details>
      <Voices title="Kết quả" voices={one.results} names={names} />
      <Voices title="Khó khăn, vướng mắc" voices={one.difficulties} names={names} />
      <Voices title="Đề xuất" voices={one.proposals} names={names} />
    </li>
  );
}

const round = (value: number): string => sayNumber(Math.round(value * 100) / 100);

/** A target's measured result with what it is made of. */
function Result({ quote, unit, measure }: { quote: string; unit: string | null; measure: Measure }) {
  const { kind, value, part, whole, of, without, bare, met } = measure;
  const told = [
    part !== null && whole !== null && `${round(part)}/${round(whole)}`,
    of > 0 && `từ ${of} đơn vị`,
    kind === 'mean' && of > 1 && 'trung bình',
    without > 0 && `${without} đơn vị không nêu số`,
    bare > 0 && `${bare} đơn vị chỉ nêu tỷ lệ nên không cộng được`,
  ].filter(Boolean);
  return (
    <p className="measure">
      <span>{quote}: </span>
      <b>{value === null ? 'chưa có số' : `${round(value)}${kind === 'share' ? '%' : ` ${unit ?? ''}`}`}</b>
      {told.length > 0 && <span className="muted"> ({told.join('; ')})</span>}
      {met !== null && <span className={met ? 'tag ok' : 'tag due'}>{met ? '● đạt' : '◐ chưa đạt'}</span>}
    </p>
  );
}

function Voices({
  title,
  voices,
  names,
  open = false,
}: {
  title: string;
  voices: Item['results'];
  names: Names;
  open?: boolean;
}) {
  if (voices.length === 0) return null;
  return (
    <details className="report-before" open={open}>
      <summary>
        {title} ({voices.length})
      </summary>
      <ul className="voices">
        {voices.map(({ text, sources }) => (
          <li key={text}>
            <p className="pre">{text}</p>
            <SourceLinks sources={sources} names={names} />
          </li>
        ))}
      </ul>
    </details>
  );
}
