import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { PaperKind } from '../../../src/publish/template/kinds.ts';
import { templateUrl } from './api.ts';

/** The first page of the sample as a picture, drawn when it is asked for: LibreOffice takes seconds. */
export function Preview({ kind, template, name }: { kind: PaperKind; template?: string; name: string }) {
  const [state, setState] = useState<'idle' | 'asked' | 'missing'>('idle');
  if (state === 'missing')
    return <p className="muted template-preview">Máy chủ chưa vẽ được trang mẫu; hãy tải bản điền thử.</p>;
  if (state === 'idle')
    return (
      <Button className="btn small template-preview" onPress={() => setState('asked')}>
        Xem trang đầu
      </Button>
    );
  return (
    <img
      className="template-preview"
      src={templateUrl(kind, 'preview', template === undefined ? {} : { template })}
      alt={`Trang đầu của bản điền thử ${name}`}
      onError={() => setState('missing')}
    />
  );
}
