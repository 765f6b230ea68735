import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Settled } from '../../../src/report/consolidated/paragraph.ts';
import { settle } from '../../../src/report/consolidated/settle.ts';
import type { GatheringView } from '../../../src/report/consolidated/views.ts';
import { emptyContent, type FieldPlace, type WholeField, wholeFields } from '../../../src/report/content/model.ts';
import { queryString } from '../../api.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Story } from '../../components/Story.tsx';
import { currentSession } from '../../queries.ts';
import { nameAgencies } from '../../words/work.ts';
import { reportApi, roundText, type WhichText } from './api.ts';
import { BothWrote } from './BothWrote.tsx';
import type { Known } from './drafting.ts';
import { Papers } from './Papers.tsx';
import { Saved } from './Saved.tsx';
import { Opens } from './SourceLinks.tsx';
import { sayReportAct, textWords } from './say.ts';
import { TextActs } from './TextActs.tsx';
import { TextParagraph } from './TextParagraph.tsx';
import { Parts, TextSources } from './TextSources.tsx';
import { TextVersions } from './TextVersions.tsx';
import { type Draft, useReportDraft, type Way } from './useReportDraft.ts';

/** The text of a consolidated report: written by its office, with the sources of each paragraph; or as it was approved. */
export function Text({ which }: { which: WhichText }) {
  const query = useQuery(roundText(which));
  const { data: session } = useQuery(currentSession());
  return (
    <Loaded query={query} label="Đang dự thảo báo cáo">
      {(view) => (
        <Opens.Provider value={view.opens}>
          <Desk key={JSON.stringify(which)} view={view} which={which} by={session?.officer ?? ''} />
        </Opens.Provider>
      )}
    </Loaded>
  );
}

const knownOf = ({ lines, fields }: GatheringView): Known => ({
  content: { ...emptyContent, paragraphs: lines },
  fields,
});

const wayOf = (which: WhichText): Way<GatheringView> => ({
  id: `text ${which.plan} ${which.round} ${which.scope ?? ''} ${which.agency ?? ''}`,
  queryKey: roundText(which).queryKey,
  save: (fields) => reportApi.saveText(which, fields),
  take: (view, put) => {
    const { content, fields } = put(knownOf(view));
    return { ...view, lines: { ...content.paragraphs }, fields };
  },
});

function Desk({ view, which, by }: { view: GatheringView; which: WhichText; by: string }) {
  const way = useMemo(() => wayOf(which), [which]);
  const draft = useReportDraft(knownOf(view), by, way);
  const [source, setSource] = useState<string | null>(null);
  const lines = draft.content.paragraphs ?? {};
  const settled = view.sent ? sentOf(view.sent) : settle(view.paragraphs, lines);
  const names = nameAgencies(view.agencies);
  const changed = settled.filter((one) => one.changed).length;
  if (view.sent === null && view.reports.length === 0 && view.paragraphs.length === 0)
    return (
      <div className="card">
        <EmptyState
          title={view.writes ? 'Chưa có báo cáo nào để tổng hợp' : 'Đơn vị chưa gửi phần tổng hợp này'}
          text={
            view.writes
              ? 'Dự thảo hiện ở đây ngay khi đơn vị đầu tiên gửi báo cáo của kỳ này.'
              : 'Bản đang soạn chỉ đơn vị xem được. Khi đơn vị gửi, nội dung hiện ở đây để tiếp nhận hoặc trả lại.'
          }
        />
      </div>
    );
  return (
    <div className="report-desk">
      {view.reason && (
        <p className="notice late" role="note">
          <b>{view.status === 'returned' ? 'Bị trả lại' : 'Lý do sửa'}:</b> {view.reason}
        </p>
      )}
      <div className="report-bar text-bar">
        <TextActs view={view} which={which} onBefore={draft.flush} changed={changed} />
        <Papers href={`/api/report-rounds/paper${queryString(which)}`} what="Báo cáo tổng hợp" />
        {view.writable && <Saved draft={draft} />}
        {changed > 0 && view.writable && (
          <p className="notice due">{changed} đoạn có nguồn đã thay đổi từ lúc xem. Hãy xem lại các đoạn có dấu ◐.</p>
        )}
      </div>
      {view.writable && <BothWrote draft={draft} sayPlace={(place) => sayParagraph(place, settled)} />}
      <Parts view={view} names={names} />
      <TextSources view={view} settled={settled} names={names} chosen={source} onChoose={setSource} />
      {wholeFields.map((section) => (
        <Section
          key={section}
          section={section}
          settled={settled.filter((one) => one.section === section)}
          {...{ view, draft, names, source }}
        />
      ))}
      <section className="card text-history">
        <Story
          history={view.history.map((one) => ({ ...one, agencyId: null }))}
          agencies={view.agencies}
          none="Chưa trình, chưa gửi lần nào."
        >
          {({ act }) => sayReportAct(act)}
        </Story>
        {(view.writes || view.signs) && view.history.length > 0 && <TextVersions which={which} />}
      </section>
    </div>
  );
}

/** A paragraph by its section and its first words. */
function sayParagraph(place: FieldPlace, settled: readonly Settled[]): string {
  const one = settled.find(({ key }) => 'key' in place && key === place.key);
  if (one === undefined) return 'Đoạn không còn trong dự thảo';
  return `${textWords[one.section].title}: ${(one.printed ?? one.text).slice(0, 80)}`;
}

/** What was approved, as paragraphs nothing can be done about. */
const sentOf = (sent: NonNullable<GatheringView['sent']>): Settled[] =>
  sent.map((one) => ({ ...one, printed: one.text, from: one.text, changed: false, gone: false }));

type SectionProps = {
  section: WholeField;
  settled: readonly Settled[];
  view: GatheringView;
  draft: Draft;
  names: ReadonlyMap<string, string>;
  source: string | null;
};

function Section({ section, settled, view, draft, names, source }: SectionProps) {
  const { title, hint } = textWords[section];
  const open = settled.filter(({ standing, key, text }) => standing === null && text !== '' && !key.endsWith('/own'));
  const accept = () =>
    draft.writeAll(
      open.flatMap(({ key, text }) => [
        { place: { of: 'paragraph', key, field: 'standing' }, value: 'accepted' },
        { place: { of: 'paragraph', key, field: 'from' }, value: text },
      ]),
      `Đã chấp nhận ${open.length} đoạn.`,
    );
  if (!view.writable && settled.every(({ printed }) => printed === null)) return null;
  return (
    <section className="card text-section" aria-labelledby={`text-${section}`}>
      <header className="report-lines-head">
        <h2 id={`text-${section}`}>{title}</h2>
        {view.writable && open.length > 0 && (
          <Button className="btn small" onPress={accept}>
            Chấp nhận {open.length} đoạn chưa xem
          </Button>
        )}
      </header>
      {settled.map((one, at) => (
        <div key={one.key}>
          {one.under !== null && one.under !== settled[at - 1]?.under && <h3 className="text-under">{one.under}</h3>}
          <TextParagraph
            one={one}
            writable={view.writable}
            hint={hint}
            names={names}
            cites={source !== null && one.sources.some(({ agencyId }) => agencyId === source)}
            by={view.fields.find(({ place }) => 'key' in place && place.key === one.key)?.by}
            write={draft.write}
          />
        </div>
      ))}
    </section>
  );
}
