import type { TemplateCheck } from '../../../src/publish/template/model.ts';
import { Tag } from '../../components/Tag.tsx';
import { Findings } from '../lint/Findings.tsx';

/** What was found of a file just sent: its fields first; where these are right, its sample by the decree. */
export function CheckResult({ name, check: { passes, findings, lint } }: { name: string; check: TemplateCheck }) {
  return (
    <div className="template-check" role="status">
      <p>
        <Tag tone={passes ? 'ok' : 'late'}>{passes ? 'Dùng được' : 'Chưa dùng được'}</Tag>{' '}
        {passes
          ? `“${name}” đã được giữ lại bên dưới; bấm “Dùng mẫu này” để bắt đầu dùng.`
          : `“${name}” chưa được giữ lại. Hãy sửa các chỗ sau rồi tải lên lần nữa.`}
      </p>
      <ul>
        {findings.map(({ message, severity }) => (
          <li key={message}>
            <Tag tone={severity === 'fault' ? 'late' : 'idle'}>{severity === 'fault' ? 'Phải sửa' : 'Lưu ý'}</Tag>{' '}
            {message}
          </li>
        ))}
      </ul>
      {lint.length > 0 && (
        <Findings
          name="Thể thức của bản điền thử"
          report={{ type: null, passes: lint.every(({ severity }) => severity !== 'fault'), findings: lint }}
        />
      )}
    </div>
  );
}
