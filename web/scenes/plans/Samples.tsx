import { Button } from 'react-aria-components';
import { say } from '../../state/toasts.ts';
import { addFiles } from '../../state/uploads.ts';

/** Plans of the fictional province Minh Hà that come with the product, to try it without a document of one's own. */
const samples = import.meta.glob<string>('../../../samples/*.docx', { query: '?url', import: 'default', eager: true });

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function openSample(path: string, url: string): Promise<void> {
  const name = path.split('/').at(-1) ?? 'ke-hoach-mau.docx';
  const response = await fetch(url);
  if (!response.ok) return say('Chưa tải được kế hoạch mẫu. Hãy thử lại.', { tone: 'late' });
  addFiles([new File([await response.arrayBuffer()], name, { type: docxType })]);
}

export function Samples() {
  const [first] = Object.entries(samples);
  if (!first) return null;
  return (
    <>
      {Object.entries(samples).map(([path, url], i) => (
        <Button key={path} className="btn" onPress={() => void openSample(path, url)}>
          Thử kế hoạch mẫu {i + 1}
        </Button>
      ))}
    </>
  );
}
