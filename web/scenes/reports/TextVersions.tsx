import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SentTextsView } from '../../../src/report/consolidated/views.ts';
import { queryString } from '../../api.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { sayMoment } from '../../words/time.ts';
import { WordDiff } from '../compare/WordDiff.tsx';
import { sentTexts, type WhichText } from './api.ts';
import { Papers } from './Papers.tsx';
import { textWords } from './say.ts';
import { VersionPair } from './Versions.tsx';

type Version = SentTextsView['versions'][number];

/** Every version of a consolidated report as it was approved: saved again, and compared with another. */
export function TextVersions({ which }: { which: WhichText }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="report-before" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Các bản đã duyệt, đã gửi</summary>
      {open && <Listed which={which} />}
    </details>
  );
}

function Listed({ which }: { which: WhichText }) {
  const query = useQuery(sentTexts(which));
  return (
    <Loaded query={query} label="Đang tải các bản đã duyệt">
      {({ versions }) => (
        <>
          {versions.length === 0 && <p className="muted">Báo cáo chưa được duyệt, chưa gửi lần nào.</p>}
          <ul className="text-versions">
            {versions.map(({ seq, version, by, at }) => (
              <li key={seq}>
                <p>
                  <b>Bản {version}</b>{' '}
                  <span className="role">
                    {by}, {sayMoment(at)}
                  </span>
                </p>
                <div className="row">
                  <Papers href={fileOf('paper', which, seq)} what={`Bản ${version}`} />
                  <a className="btn small" href={fileOf('workbook', which, seq)} download>
                    Bảng tính của bản {version} (.xlsx)
                  </a>
                </div>
              </li>
            ))}
          </ul>
          {versions.length > 1 && (
            <VersionPair versions={versions}>{(before, after) => <Two before={before} after={after} />}</VersionPair>
          )}
        </>
      )}
    </Loaded>
  );
}

const fileOf = (file: 'paper' | 'workbook', which: WhichText, seq: number): string =>
  `/api/report-rounds/${file}${queryString({ ...which, as: String(seq) })}`;

/** Paragraph by paragraph, what was added, left out or says something else. */
function Two({ before, after }: { before: Version; after: Version }) {
  const earlier = new Map(before.paragraphs.map((one) => [one.key, one]));
  const later = new Map(after.paragraphs.map((one) => [one.key, one]));
  const changed = [...new Map([...later, ...earlier]).values()].flatMap(({ key, section, under }) => {
    const [was, is] = [earlier.get(key)?.text ?? '', later.get(key)?.text ?? ''];
    return was === is ? [] : [{ key, heading: [textWords[section].title, under].filter(Boolean).join(' · '), was, is }];
  });
  if (changed.length === 0) return <p className="muted">Hai bản giống nhau.</p>;
  return (
    <ul className="sheet-changes">
      {changed.map(({ key, heading, was, is }) => (
        <li key={key}>
          <b>{heading}</b>
          <WordDiff before={was} after={is} names={['Bản trước', 'Bản sau']} />
        </li>
      ))}
    </ul>
  );
}
