import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Settled } from '../../../src/report/consolidated/paragraph.ts';
import { settle } from '../../../src/report/consolidated/settle.ts';
import type { GatheringView } from '../../../src/report/consolidated/views.ts';
import { emptyContent, type FieldPlace, type WholeField, wholeFields } from '../../../src/report/content/model.ts';
import { queryString } from '../../api.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Story } from '../../components/Story.tsx';
import { Tag } from '../../components/Tag.tsx';
import { currentSession } from '../../queries.ts';
import { nameAgencies } from '../../words/work.ts';
import { reportApi, roundText, type WhichText } from './api.ts';
import { BothWrote } from './BothWrote.tsx';
import { Contents, type Entry } from './Contents.tsx';
import type { Known } from './drafting.ts';
import { Papers } from './Papers.tsx';
import { Saved } from './Saved.tsx';
import { Opens } from './SourceLinks.tsx';
import { sayReportAct, statusTags, textWords } from './say.ts';
import { TextActs } from './TextActs.tsx';
import { type TextProps, TextSection } from './TextSection.tsx';
import { Parts, TextSources } from './TextSources.tsx';
import { TextVersions } from './TextVersions.tsx';
import { foldedAtFirst, type TextGroup, textGroups } from './textGroups.ts';
import { useFolds } from './useFolds.ts';
import { useReportDraft, type Way } from './useReportDraft.ts';

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
        <p className="row">
          <Tag tone={statusTags[view.status].tone}>{sayStatus(view)}</Tag>
          <span className="role">bản {view.version}</span>
        </p>
        {view.writable && <Saved draft={draft} />}
        <Papers href={`/api/report-rounds/paper${queryString(which)}`} what="Báo cáo tổng hợp" />
        <TextActs view={view} which={which} onBefore={draft.flush} changed={changed} />
        {changed > 0 && view.writable && (
          <p className="notice due">{changed} đoạn có nguồn đã thay đổi từ lúc xem. Hãy xem lại các đoạn có dấu ◐.</p>
        )}
      </div>
      {view.writable && <BothWrote draft={draft} sayPlace={(place) => sayParagraph(place, settled)} />}
      <Parts view={view} names={names} />
      <TextSources view={view} settled={settled} names={names} chosen={source} onChoose={setSource} />
      <Sections {...{ view, draft, names, source, settled }} />
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

const sayStatus = ({ top, status }: GatheringView): string =>
  top && status === 'received' ? 'Đã duyệt' : statusTags[status].word;

/** A paragraph by its section and its first words. */
function sayParagraph(place: FieldPlace, settled: readonly Settled[]): string {
  const one = settled.find(({ key }) => 'key' in place && key === place.key);
  if (one === undefined) return 'Đoạn không còn trong dự thảo';
  return `${textWords[one.section].title}: ${(one.printed ?? one.text).slice(0, 80)}`;
}

/** What was approved, as paragraphs nothing can be done about. */
const sentOf = (sent: NonNullable<GatheringView['sent']>): Settled[] =>
  sent.map((one) => ({ ...one, printed: one.text, from: one.text, changed: false, gone: false }));

type SectionsProps = TextProps & { settled: readonly Settled[] };

/** The text by sections, and what is in it beside: long texts are gone through from what is left to what is left. */
function Sections({ settled, ...props }: SectionsProps) {
  const { view } = props;
  const groups = textGroups(settled).filter(
    ({ paragraphs }) => view.writable || paragraphs.some(({ printed }) => printed),
  );
  const folds = useFolds(() => foldedAtFirst(groups));
  const sections = wholeFields.filter((section) => groups.some((one) => one.section === section));
  return (
    <div className="with-contents">
      <Contents
        entries={sections.flatMap((section) => entriesOf(section, groups, view.writable))}
        what="đoạn đã xem"
        onOpen={folds.open}
        next={view.writable ? 'Đoạn chưa xem tiếp theo' : null}
      />
      <div className="report-desk">
        {sections.map((section) => (
          <TextSection
            key={section}
            {...{ section, folds, ...props }}
            groups={groups.filter((one) => one.section === section)}
          />
        ))}
      </div>
    </div>
  );
}

/** A section, and the headings in it; nothing is left of a text that can't be changed. */
function entriesOf(section: WholeField, groups: readonly TextGroup[], counts: boolean): Entry[] {
  const own = groups.filter((one) => one.section === section);
  const bare = own.filter(({ under }) => under === null);
  const sum = (of: 'left' | 'total') => (counts ? bare.reduce((total, one) => total + one[of], 0) : 0);
  return [
    { id: `text-${section}`, name: textWords[section].title, level: 1, left: sum('left'), total: sum('total') },
    ...own.flatMap(({ id, under, left, total }): Entry[] =>
      under === null ? [] : [{ id, name: under, level: 2, left: counts ? left : 0, total: counts ? total : 0 }],
    ),
  ];
}
