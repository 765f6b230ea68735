import { readFileSync } from 'node:fs';
import { Problem } from '../kernel/problem.ts';
import { lint as lintFile } from '../publish/lint/lint.ts';
import type { Finding, LintReport, Severity } from '../publish/lint/model.ts';
import { requireReadable } from './sources.ts';
import { wrap } from './table.ts';

/**
 * Says what of a Word file's layout is against Nghị định 30/2020/NĐ-CP: a list for a person, JSON for a program. Exit code 1
 * when something is; what a draft leaves open fails nothing.
 */
export async function lint(file: string, options: { json?: boolean }): Promise<void> {
  await requireReadable({ file });
  const bytes = readBytes(file);
  const report = lintFile(bytes, { name: file });
  const asJson = options.json ?? process.stdout.isTTY !== true;
  process.stdout.write(
    asJson ? `${JSON.stringify(report, null, 2)}\n` : layReport(file, report, process.stdout.columns ?? 100),
  );
  if (!report.passes) process.exitCode = 1;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (cause) {
    throw new Problem('file-not-there', { name: file }, { cause });
  }
}

const signs: Record<Severity, string> = { fault: '✗', open: '…', advice: '!' };

/** The findings by part of the document, for a person at a terminal of `width` columns. */
export function layReport(file: string, { type, passes, findings }: LintReport, width: number): string {
  const verdict = passes ? '✓ Không có lỗi thể thức' : '✗ Chưa đúng thể thức';
  const lines = [`${file}${type ? ` · ${type}` : ''}`, `${verdict}${sayCounts(findings)}`];
  for (const [at, one] of findings.entries()) {
    if (findings[at - 1]?.part !== one.part) lines.push('', one.part);
    lines.push(...indented(`${signs[one.severity]} ${one.message}`, 2, width));
    if (one.text !== null) lines.push(...indented(`“${one.text}”${sayPlace(one)}`, 4, width));
    lines.push(...indented(`${one.clause}${one.verified ? '' : ' (chưa có văn bản công bố)'}`, 4, width));
  }
  return `${lines.join('\n')}\n`;
}

const names: Record<Severity, string> = { fault: 'lỗi', open: 'chỗ để trống', advice: 'lưu ý' };

function sayCounts(findings: readonly Finding[]): string {
  const counts = (Object.keys(names) as Severity[]).flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count > 0 ? [`${count} ${names[severity]}`] : [];
  });
  return counts.length > 0 ? `: ${counts.join(', ')}` : '';
}

const sayPlace = ({ paragraph, count }: Finding): string =>
  ` (đoạn ${paragraph}${count > 1 ? ` và ${count - 1} đoạn khác` : ''})`;

const indented = (text: string, by: number, width: number): string[] =>
  wrap(text, width - by).map((line) => `${' '.repeat(by)}${line}`);
