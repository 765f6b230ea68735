import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { api } from '../../api.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { toProblem } from '../../problem.ts';
import { follow } from '../../state/uploads.ts';

/** Text of a plan pasted instead of a file. What was pasted stays through errors. */
export function PasteSheet({ text, onClose }: { text: string | null; onClose: () => void }) {
  return (
    <Sheet title="Dán nội dung kế hoạch" kind="large" isOpen={text !== null} onClose={onClose}>
      <PasteForm initial={text ?? ''} onClose={onClose} />
    </Sheet>
  );
}

function PasteForm({ initial, onClose }: { initial: string; onClose: () => void }) {
  const [text, setText] = useState(initial);
  const [name, setName] = useState('');
  const id = useId();
  useEffect(() => setText((now) => now || initial), [initial]);
  const client = useQueryClient();
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: () => api.addText(name.trim() || 'Văn bản dán', text),
    onSuccess: (view) => {
      if ('state' in view) {
        follow(view, true);
        onClose();
        return;
      }
      client.setQueryData(['plans', view.plan.id], view);
      void client.invalidateQueries({ queryKey: ['plans', 'list'] });
      onClose();
      void navigate({ to: '/ke-hoach/$id/ra-soat', params: { id: view.plan.id } });
    },
  });
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) send.mutate();
      }}
    >
      <div className="form-field">
        <label htmlFor={`${id}-text`}>Nội dung</label>
        <textarea
          id={`${id}-text`}
          className="input"
          rows={14}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: the sheet was opened to type here
          autoFocus
          onChange={(event) => setText(event.target.value)}
          placeholder="Dán toàn bộ văn bản, kể cả bảng phụ lục"
        />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-name`}>Tên để nhớ (có thể bỏ trống)</label>
        <input id={`${id}-name`} className="input" value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      {send.isError && (
        <p className="form-error" role="alert">
          <b>{toProblem(send.error).title}.</b> {toProblem(send.error).message}
        </p>
      )}
      <div className="row">
        <Button type="submit" className="btn primary" isDisabled={!text.trim() || send.isPending}>
          {send.isPending ? 'Đang đọc văn bản…' : 'Đọc văn bản'}
        </Button>
        <Button className="btn" onPress={onClose}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
