import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AgencyTree, AskedReorganisation, ReorganisationForm } from '../../../src/place/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { AskedFields } from './AskedFields.tsx';
import { treeOf } from './api.ts';
import { ReorganisePreview } from './ReorganisePreview.tsx';
import { type AskedKind, askedWords } from './words.ts';

/** Sắp xếp đơn vị: what, whom, from which day; then what it changes and moves, before it is done. */
export function ReorganiseSheet({ tree, onClose }: { tree: AgencyTree; onClose: () => void }) {
  const [kind, setKind] = useState<AskedKind>('merge');
  const [effective, setEffective] = useState(tree.on);
  const [resolution, setResolution] = useState('');
  const [asked, setAsked] = useState<AskedReorganisation | null>(null);
  const [form, setForm] = useState<ReorganisationForm | null>(null);
  const { data } = useQuery(treeOf(effective));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (asked) setForm({ asked, effective, resolution: resolution.trim() || null, handing: [] });
  };
  return (
    <Sheet title="Sắp xếp đơn vị" kind="large" isOpen onClose={onClose}>
      <div hidden={form !== null}>
        <form className="panel-form" onSubmit={submit}>
          <Field label="Việc sắp xếp" hint={askedWords[kind].hint}>
            {(props) => (
              <select
                className="input"
                {...props}
                value={kind}
                onChange={({ target }) => {
                  setAsked(null);
                  setKind(target.value as AskedKind);
                }}
              >
                {Object.entries(askedWords).map(([value, { label }]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div className="two">
            <DayField label="Có hiệu lực từ ngày" required value={effective} onChange={setEffective} />
            <TextField
              label="Căn cứ"
              hint="Số, ký hiệu nghị quyết hoặc quyết định"
              maxLength={300}
              value={resolution}
              onChange={setResolution}
            />
          </div>
          <AskedFields key={kind} kind={kind} lines={data?.agencies ?? tree.agencies} onReady={setAsked} />
          <div className="row">
            <button type="submit" className="btn primary" disabled={asked === null || effective === ''}>
              Xem trước
            </button>
            <Button className="btn" onPress={onClose}>
              Thôi
            </Button>
          </div>
        </form>
      </div>
      {form && <ReorganisePreview form={form} onBack={() => setForm(null)} onDone={onClose} />}
    </Sheet>
  );
}
