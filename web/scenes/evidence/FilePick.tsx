import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { accepted } from './typed.ts';

type Props = { file: File | null; onPick: (file: File | null) => void; disabled: boolean };

/** A file chosen, dropped here, or taken with the phone's camera. */
export function FilePick({ file, onPick, disabled }: Props) {
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const label = useId();
  const take = (input: HTMLInputElement) => {
    const [picked] = input.files ?? [];
    if (picked) onPick(picked);
    // The same file may be chosen again after it was taken off.
    input.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the buttons in it do the same
    <div
      className={over ? 'evidence-drop over' : 'evidence-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [dropped] = event.dataTransfer.files;
        if (dropped && !disabled) onPick(dropped);
      }}
    >
      <span id={label} className="evidence-drop-name">
        {file ? `${file.name} (${sayBytes(file.size)})` : 'Tệp kèm theo (nếu có)'}
      </span>
      <span className="row">
        <Button className="btn small" isDisabled={disabled} onPress={() => chooser.current?.click()}>
          {file ? 'Chọn tệp khác' : 'Chọn tệp'}
        </Button>
        <Button className="btn small evidence-camera" isDisabled={disabled} onPress={() => camera.current?.click()}>
          Chụp ảnh
        </Button>
        {file && (
          <Button className="link" isDisabled={disabled} onPress={() => onPick(null)}>
            Bỏ tệp
          </Button>
        )}
      </span>
      <span className="muted">Kéo tệp vào đây được. Văn bản đến 50 MB; ảnh, video, âm thanh đến 200 MB.</span>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-labelledby={label}
        accept={accepted}
        onChange={({ target }) => take(target)}
      />
      <input
        ref={camera}
        type="file"
        hidden
        aria-labelledby={label}
        accept="image/*"
        capture="environment"
        onChange={({ target }) => take(target)}
      />
    </div>
  );
}

export const sayBytes = (bytes: number): string =>
  bytes < 1_048_576
    ? `${Math.max(1, Math.round(bytes / 1_024))} KB`
    : `${(bytes / 1_048_576).toFixed(1).replace('.', ',')} MB`;
