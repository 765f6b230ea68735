import { sayNumber } from '../../../src/kernel/number.ts';
import type { Finding, LintReport, Severity } from '../../../src/publish/lint/model.ts';
import { Tag, type Tone } from '../../components/Tag.tsx';

const words: Record<Severity, { tone: Tone; word: string; plural: string }> = {
  fault: { tone: 'late', word: 'Lỗi', plural: 'lỗi' },
  open: { tone: 'due', word: 'Để trống', plural: 'chỗ để trống' },
  advice: { tone: 'idle', word: 'Lưu ý', plural: 'lưu ý' },
};

/** What is to be mended of a file, by part of the document in the order of the page. */
export function Findings({ name, report: { type, passes, findings } }: { name: string; report: LintReport }) {
  const parts = [...Map.groupBy(findings, ({ part }) => part)];
  return (
    <>
      <div className="lint-verdict" role="status">
        <h2>{name}</h2>
        <p>
          <Tag tone={passes ? 'ok' : 'late'}>{passes ? 'Không có lỗi thể thức' : 'Chưa đúng thể thức'}</Tag>{' '}
          {[type, ...sayCounts(findings)].filter(Boolean).join(' · ')}
        </p>
      </div>
      {parts.map(([part, found]) => (
        <section key={part} className="lint-part" aria-label={part}>
          <h3>{part}</h3>
          <ul>
            {found.map((one) => (
              <li key={`${one.rule} ${one.message}`}>
                <OneFinding finding={one} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="muted lint-note">
        Dấu, chữ ký số và vị trí từng thành phần trên trang giấy cần người kiểm tra bằng mắt; độ dài đường kẻ là ước
        lượng.
      </p>
    </>
  );
}

const sayCounts = (findings: readonly Finding[]): string[] =>
  (Object.keys(words) as Severity[]).flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count > 0 ? [`${sayNumber(count)} ${words[severity].plural}`] : [];
  });

function OneFinding({
  finding: { severity, message, text, paragraph, count, clause, verified },
}: {
  finding: Finding;
}) {
  const { tone, word } = words[severity];
  return (
    <>
      <Tag tone={tone}>{word}</Tag>
      <div className="lint-words">
        <p>{message}</p>
        {text !== null && (
          <p className="muted">
            “{text}” (đoạn {sayNumber(paragraph ?? 0)}
            {count > 1 && ` và ${sayNumber(count - 1)} đoạn khác`})
          </p>
        )}
        <p className="muted">
          {clause}
          {!verified && ' (cách hiểu của phần mềm, chưa có văn bản công bố)'}
        </p>
      </div>
    </>
  );
}
