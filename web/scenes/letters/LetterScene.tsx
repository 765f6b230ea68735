import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { LetterView } from '../../../src/publish/letters/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { sayMoment } from '../../words/time.ts';
import { today } from '../follow/useFollow.ts';
import { letterUrl, oneLetter, type WhichLetter } from './api.ts';
import { HeadFields } from './HeadFields.tsx';
import { LetterStart } from './LetterStart.tsx';
import { Rows } from './Rows.tsx';
import { type LetterDraft, useLetterDraft } from './useLetterDraft.ts';
import { Words } from './Words.tsx';

const route = getRouteApi('/van-ban');

/** Soạn văn bản: a paper filled in from what is known, what is typed kept, and taken away as a file. */
export function LetterScene() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { loai } = search;
  if (loai === undefined)
    return (
      <Scene
        title="Soạn văn bản"
        sub="Phần đã biết được điền sẵn, phần đã gõ được giữ lại, tải về theo biểu mẫu của đơn vị."
      >
        <LetterStart
          year={search.nam ?? Number(today().slice(0, 4))}
          onYear={(nam) => void navigate({ search: { nam }, replace: true })}
        />
      </Scene>
    );
  return <Letter key={JSON.stringify(search)} which={{ ...search, loai }} />;
}

function Letter({ which }: { which: WhichLetter }) {
  const query = useQuery({ ...oneLetter(which), staleTime: Number.POSITIVE_INFINITY });
  const view = query.data;
  return (
    <Scene
      title={view?.name ?? 'Soạn văn bản'}
      lead={<Back which={which} />}
      sub={view && `${view.issuer}. Về ${view.about}.`}
    >
      <Loaded query={query} label="Đang tải văn bản">
        {(loaded) => <Desk which={which} view={loaded} />}
      </Loaded>
    </Scene>
  );
}

const Back = ({ which: { ke, ky, 'bao-cao': report, 'don-vi': units, loai } }: { which: WhichLetter }) => {
  if (report !== undefined)
    return (
      <Link to="/bao-cao/$id" params={{ id: report }} className="back">
        ← Báo cáo
      </Link>
    );
  if (ke !== undefined && ky !== undefined)
    return (
      <Link to="/bao-cao/ky" search={{ ke, ky }} className="back">
        ← Kỳ báo cáo
      </Link>
    );
  return loai === 'explanation' ? (
    <Link to="/viec-cua-toi" className="back">
      ← Việc của tôi
    </Link>
  ) : units !== undefined ? (
    <Link to="/theo-doi" className="back">
      ← Theo dõi
    </Link>
  ) : (
    <Link to="/van-ban" className="back">
      ← Soạn văn bản
    </Link>
  );
};

function Desk({ which, view }: { which: WhichLetter; view: LetterView }) {
  const draft = useLetterDraft(which, view);
  return (
    <div className="letter">
      <div className="card letter-bar">
        {(view.kind !== 'reminder' || view.rows.length > 0) && <Downloads which={which} view={view} draft={draft} />}
        <p className="muted" role="status">
          {draft.saving || draft.dirty
            ? 'Đang lưu…'
            : draft.savedAt
              ? `Đã lưu lúc ${sayMoment(draft.savedAt)}`
              : 'Chưa gõ gì thêm; nơi nhận, người ký lấy theo lần soạn trước.'}
        </p>
        <Refusal error={draft.error} />
      </div>
      <Rows view={view} draft={draft} />
      <Words view={view} draft={draft} />
      <HeadFields view={view} draft={draft} />
    </div>
  );
}

const names = { docx: 'Tải văn bản (.docx)', pdf: 'Tải bản PDF', xlsx: 'Tải bảng tính (.xlsx)' } as const;

/** What was typed last is in the file: it is kept before the file is asked for. */
function Downloads({ which, view, draft }: { which: WhichLetter; view: LetterView; draft: LetterDraft }) {
  const formats = view.workbook ? (['docx', 'pdf', 'xlsx'] as const) : (['docx', 'pdf'] as const);
  return (
    <p className="row">
      {formats.map((format) => (
        <a
          key={format}
          className={format === 'docx' ? 'btn primary' : 'btn'}
          href={letterUrl(which, format)}
          download
          onClick={(event) => {
            if (!draft.dirty) return;
            event.preventDefault();
            const { href } = event.currentTarget;
            void draft.flush().then(
              () => location.assign(href),
              () => undefined,
            );
          }}
        >
          {names[format]}
        </a>
      ))}
    </p>
  );
}
