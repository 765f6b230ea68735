import { Link } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { Button } from 'react-aria-components';
import { ownKey, type Settled } from '../../../src/report/consolidated/paragraph.ts';
import type { ParagraphLine } from '../../../src/report/content/model.ts';
import { EditText } from '../../components/EditText.tsx';
import { Tag } from '../../components/Tag.tsx';
import { WordDiff } from '../compare/WordDiff.tsx';
import { Opens, SourceLinks } from './SourceLinks.tsx';
import type { Draft } from './useReportDraft.ts';

type Props = {
  one: Settled;
  writable: boolean;
  hint: string;
  names: ReadonlyMap<string, string>;
  /** made of the report of the source that was chosen */
  cites: boolean;
  /** who last wrote here */
  by: string | undefined;
  write: Draft['write'];
};

/** One paragraph with what it was made of beside it: accepted, rewritten, dropped, taken back. */
export function TextParagraph({ one, writable, hint, names, cites, by, write }: Props) {
  const put = (changes: Partial<ParagraphLine>) => {
    for (const [field, value] of Object.entries(changes))
      write({ of: 'paragraph', key: one.key, field: field as keyof ParagraphLine }, value);
  };
  const dropped = one.standing === 'dropped';
  const own = one.key === ownKey(one.section);
  return (
    <div className={`text-paragraph${cites ? ' cites' : ''}${dropped ? ' dropped' : ''}`}>
      <div className="text-words">
        {writable && !dropped ? (
          <EditText
            label={own ? 'Đoạn của cơ quan viết thêm' : `Đoạn: ${one.text.slice(0, 80)}`}
            placeholder={own ? hint : ''}
            value={one.printed ?? ''}
            onCommit={(text) =>
              put({ text, standing: 'rewritten', ...(one.standing === 'rewritten' ? {} : { from: one.text }) })
            }
          />
        ) : (
          <p className="pre">
            {one.list && '- '}
            {dropped ? one.text : one.printed}
          </p>
        )}
        {one.changed && writable && <Changed one={one} put={put} />}
      </div>
      <div className="text-side">
        <Standing one={one} by={by} names={names} />
        <Sources one={one} names={names} />
        {writable && !own && <Acts one={one} put={put} />}
      </div>
    </div>
  );
}

const standingWords = {
  accepted: { tone: 'ok', word: 'Đã chấp nhận' },
  rewritten: { tone: 'ok', word: 'Lời của cơ quan' },
  dropped: { tone: 'idle', word: 'Không đưa vào báo cáo' },
} as const;

function Standing({ one, by, names }: Pick<Props, 'one' | 'by' | 'names'>) {
  const { standing } = one;
  return (
    <>
      {standing && <Tag tone={standingWords[standing].tone}>{standingWords[standing].word}</Tag>}
      {one.by && <span className="role">Lời của {names.get(one.by)}</span>}
      {standing && by && <span className="role">{by}</span>}
    </>
  );
}

const few = 3;

function Sources({ one: { sources, inspections = [], key }, names }: Pick<Props, 'one' | 'names'>) {
  const [open, setOpen] = useState(false);
  if (sources.length === 0) return <Visits inspections={inspections} names={names} />;
  const each = [...new Map(sources.map((source) => [source.reportId, source])).values()];
  if (each.length <= few) return <SourceLinks sources={each} names={names} />;
  return (
    <>
      <Button className="link" aria-expanded={open} aria-controls={`sources-${key}`} onPress={() => setOpen(!open)}>
        Nguồn: {each.length} báo cáo
      </Button>
      {open && (
        <div id={`sources-${key}`}>
          <SourceLinks sources={each} names={names} />
        </div>
      )}
    </>
  );
}

/** The inspections a paragraph tells of, by the units inspected. */
function Visits({ inspections, names }: { inspections: NonNullable<Settled['inspections']>; names: Props['names'] }) {
  const opens = useContext(Opens);
  if (inspections.length === 0) return null;
  return (
    <details className="text-visits">
      <summary>Nguồn: {inspections.length} cuộc kiểm tra</summary>
      <span className="role">
        {inspections.map(({ id, agencyId }, at) => (
          <span key={id}>
            {at > 0 && '; '}
            {opens ? (
              <Link to="/kiem-tra/$id" params={{ id }}>
                {names.get(agencyId)}
              </Link>
            ) : (
              names.get(agencyId)
            )}
          </span>
        ))}
      </span>
    </details>
  );
}

type ActProps = { one: Settled; put: (changes: Partial<ParagraphLine>) => void };

function Acts({ one: { standing, text, gone }, put }: ActProps) {
  const back = () => put({ standing: null, text, from: text });
  return (
    <div className="row">
      {standing === null && (
        <Button className="btn small" onPress={() => put({ standing: 'accepted', from: text })}>
          Chấp nhận
        </Button>
      )}
      {standing !== 'dropped' && (
        <Button className="btn small" onPress={() => put({ standing: 'dropped', from: text })}>
          Bỏ
        </Button>
      )}
      {standing !== null && !gone && (
        <Button className="btn small" onPress={back}>
          Khôi phục dự thảo
        </Button>
      )}
    </div>
  );
}

/** The sources say something else than when the office decided: what, and what to do about it. */
function Changed({ one: { standing, text, from, gone }, put }: ActProps) {
  return (
    <div className="text-changed" role="note">
      <p>
        <Tag tone="due">Nguồn đã thay đổi</Tag>{' '}
        {gone ? 'Báo cáo làm nguồn của đoạn này không còn được tính.' : 'Dự thảo từ nguồn hiện nay khác lúc đã xem:'}
      </p>
      {!gone && <WordDiff before={from} after={text} names={['Dự thảo trước', 'Dự thảo hiện nay']} />}
      <div className="row">
        {!gone && (
          <Button className="btn small" onPress={() => put({ from: text })}>
            {standing === 'rewritten' ? 'Giữ lời đã sửa' : standing === 'dropped' ? 'Vẫn bỏ' : 'Chấp nhận bản hiện nay'}
          </Button>
        )}
        {!gone && standing === 'rewritten' && (
          <Button className="btn small" onPress={() => put({ standing: 'accepted', text, from: text })}>
            Dùng dự thảo hiện nay
          </Button>
        )}
      </div>
    </div>
  );
}
