import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { EvidencePlace, EvidenceView } from '../../../src/report/evidence/views.ts';
import { evidenceWords } from '../../../src/report/evidence/words.ts';
import { sayMoment } from '../../words/time.ts';
import { evidenceFileUrl, previewUrl } from './api.ts';
import { sayBytes } from './FilePick.tsx';
import { markOf } from './typed.ts';
import { UsesOf } from './UsesOf.tsx';
import { useRemoving } from './useRemoving.ts';

type Props = { one: EvidenceView; places: readonly EvidencePlace[]; readOnly: boolean; onRemoved: () => void };

/** One piece: what it is, its file, who added it, and what else it proves. */
export function EvidenceRow({ one, places, readOnly, onRemoved }: Props) {
  const { piece, said, uses, addedBy, addedAt } = one;
  const { name, mark } = evidenceWords[piece.kind];
  const [open, setOpen] = useState(false);
  const { remove, isPending } = useRemoving();
  return (
    <li className="evidence-row">
      <Thumb one={one} mark={mark} />
      <div className="evidence-words">
        <p className="role">{name}</p>
        <p>{said}</p>
        {piece.kind === 'page' && (
          <p>
            <a className="link" href={piece.address} target="_blank" rel="noreferrer noopener">
              {piece.address}
            </a>
          </p>
        )}
        <FileLine one={one} />
        {piece.kind === 'page' && piece.snapshot !== null && (
          <p className="role evidence-hash">Mã băm SHA-256 của bản chụp trang: {piece.snapshot}</p>
        )}
        <p className="role">
          {addedBy}, {sayMoment(addedAt)}
          {uses.length > 1 && `; dùng cho ${uses.length} việc`}
        </p>
        {one.mine && !readOnly && (
          <p className="row">
            <Button className="link" aria-expanded={open} onPress={() => setOpen(!open)}>
              Dùng cho việc khác
            </Button>
            <Button className="link" isDisabled={isPending} onPress={() => remove(one.id, onRemoved)}>
              Bỏ<span className="sr-only"> {said}</span>
            </Button>
          </p>
        )}
        {open && <UsesOf one={one} places={places} />}
      </div>
    </li>
  );
}

/** A small picture of the file where there is one, else what kind of thing it is. */
export function Thumb({ one: { id, file }, mark }: { one: EvidenceView; mark: string }) {
  const [failed, setFailed] = useState(false);
  if (file?.preview && !failed)
    return (
      <img className="evidence-thumb" src={previewUrl(id)} alt="" loading="lazy" onError={() => setFailed(true)} />
    );
  return (
    <span className={file ? 'evidence-thumb' : 'evidence-thumb evidence-mark'} aria-hidden="true">
      {file ? markOf(file.type) : mark}
    </span>
  );
}

const scans = {
  waiting: { mark: '○', tone: 'muted', word: 'chưa quét vi-rút' },
  clean: { mark: '●', tone: 'ok', word: 'đã quét, không thấy vi-rút' },
  'too-large': { mark: '○', tone: 'muted', word: 'chưa quét được vì tệp quá lớn' },
  infected: { mark: '▲', tone: 'late', word: 'nhiễm mã độc, không tải về được' },
} as const;

/** The file of a piece: to be saved, with what is known of viruses in it. */
export function FileLine({ one: { id, file } }: { one: EvidenceView }) {
  if (!file) return null;
  const { mark, tone, word } = scans[file.scan];
  return (
    <p className="evidence-file">
      {file.scan === 'infected' ? (
        <span>{file.name}</span>
      ) : (
        <a className="link" href={evidenceFileUrl(id)} download={file.name}>
          {file.name}
        </a>
      )}{' '}
      <span className="role">
        {sayBytes(file.size)}, <span className={`evidence-scan ${tone}`}>{`${mark} ${word}`}</span>
      </span>
    </p>
  );
}
