import { useEffect, useRef, useState } from 'react';
import type { AgencyLine, AskedReorganisation } from '../../../src/place/views.ts';
import { TextField } from '../../components/Field.tsx';
import { AgencyPick } from './AgencyPick.tsx';
import type { AskedKind } from './words.ts';

/** What has been filled in so far, whatever kind of reorganisation it is for. */
type Filled = { ids: string[]; to: string; name: string; part: string; keeps: boolean; makes: boolean };
const empty: Filled = { ids: [], to: '', name: '', part: '', keeps: true, makes: false };

/** The fields a kind of reorganisation asks for; `onReady` hears what is asked as soon as it is whole, else null. */
export function AskedFields({
  kind,
  lines,
  onReady,
}: {
  kind: AskedKind;
  lines: readonly AgencyLine[];
  onReady: (asked: AskedReorganisation | null) => void;
}) {
  const [filled, setFilled] = useState(empty);
  const tell = useRef(onReady);
  tell.current = onReady;
  useEffect(() => tell.current(askedOf(kind, filled, lines)), [kind, filled, lines]);
  const set = (change: Partial<Filled>): void => setFilled((now) => ({ ...now, ...change }));
  const one = (label: string) => (
    <AgencyPick
      label={label}
      lines={lines}
      value={filled.ids[0] ?? ''}
      onChange={(id) => set({ ids: id ? [id] : [] })}
    />
  );
  const target = (label: string) => (
    <AgencyPick label={label} lines={lines} value={filled.to} onChange={(to) => set({ to })} />
  );
  const name = (label: string) => (
    <TextField label={label} required maxLength={300} value={filled.name} onChange={(text) => set({ name: text })} />
  );
  const part = (
    <TextField
      label="Mảng việc chuyển đi"
      hint="Ví dụ: giảm nghèo; chuyển đổi số"
      required
      maxLength={300}
      value={filled.part}
      onChange={(text) => set({ part: text })}
    />
  );
  switch (kind) {
    case 'merge':
      return <MergeFields filled={filled} set={set} lines={lines} />;
    case 'split':
      return (
        <>
          {one('Cơ quan tách')}
          {name('Tên cơ quan mới')}
          {part}
          <label className="check">
            <input type="checkbox" checked={filled.keeps} onChange={({ target: box }) => set({ keeps: box.checked })} />{' '}
            Cơ quan cũ vẫn hoạt động với phần việc còn lại
          </label>
        </>
      );
    case 'rename':
      return (
        <>
          {one('Cơ quan đổi tên')}
          {name('Tên mới')}
        </>
      );
    case 'abolish':
      return (
        <>
          {one('Cơ quan giải thể')}
          {target('Nơi nhận việc')}
        </>
      );
    case 'create':
      return (
        <>
          {name('Tên cơ quan')}
          {target('Trực thuộc')}
        </>
      );
    case 'move-function':
      return (
        <>
          {one('Từ cơ quan')}
          {target('Sang cơ quan')}
          {part}
        </>
      );
    case 'move-parent':
      return (
        <>
          {one('Cơ quan')}
          {target('Về trực thuộc')}
        </>
      );
  }
}

function MergeFields({
  filled,
  set,
  lines,
}: {
  filled: Filled;
  set: (change: Partial<Filled>) => void;
  lines: readonly AgencyLine[];
}) {
  return (
    <>
      {filled.ids.map((id, i) => (
        <AgencyPick
          key={id}
          label={`Cơ quan ${i + 1}`}
          lines={lines}
          value={id}
          onChange={() => set({ ids: filled.ids.filter((other) => other !== id) })}
        />
      ))}
      <AgencyPick
        key={filled.ids.length}
        label={filled.ids.length === 0 ? 'Cơ quan hợp nhất' : 'Thêm cơ quan hợp nhất'}
        lines={lines}
        value=""
        onChange={(id) => id !== '' && !filled.ids.includes(id) && set({ ids: [...filled.ids, id] })}
      />
      <label className="check">
        <input type="checkbox" checked={filled.makes} onChange={({ target }) => set({ makes: target.checked })} /> Thành
        một cơ quan mới
      </label>
      {filled.makes ? (
        <TextField
          label="Tên cơ quan mới"
          required
          maxLength={300}
          value={filled.name}
          onChange={(name) => set({ name })}
        />
      ) : (
        <AgencyPick label="Vào cơ quan" lines={lines} value={filled.to} onChange={(to) => set({ to })} />
      )}
    </>
  );
}

function askedOf(kind: AskedKind, filled: Filled, lines: readonly AgencyLine[]): AskedReorganisation | null {
  const { ids, to, keeps, makes } = filled;
  const [name, part] = [filled.name.trim(), filled.part.trim()];
  const [id] = ids;
  const model = lines.find((line) => line.id === (kind === 'create' ? to : id));
  // What is made of another is of its kind; a new one under a committee is a department or division.
  const made = kind === 'create' ? (model?.level === 'province' ? 'department' : 'division') : (model?.kind ?? 'other');
  const parentId = kind === 'create' ? to || null : (model?.parentId ?? null);
  const founding = { kind: made, level: model?.level ?? 'province', name, shortName: null, parentId };
  switch (kind) {
    case 'merge':
      if (!id || (makes ? name === '' : to === '')) return null;
      return { kind, ids, into: makes ? { founding } : { id: to } };
    case 'split':
      return id && name && part ? { kind, id, parts: [{ founding, function: part }], keeps } : null;
    case 'rename':
      return id && name ? { kind, id, name, shortName: null } : null;
    case 'abolish':
      return id && to ? { kind, id, takeovers: [{ toId: to, function: null }] } : null;
    case 'create':
      return name && to ? { kind, founding } : null;
    case 'move-function':
      return id && to && part ? { kind, fromId: id, toId: to, function: part } : null;
    case 'move-parent':
      return id && to ? { kind, id, parentId: to } : null;
  }
}
