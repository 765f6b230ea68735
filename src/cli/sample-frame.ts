import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '../kernel/problem.ts';
import { openReader } from '../platform/reader/reader.ts';
import type { SamplingFrame } from '../survey/sampling/model.ts';
import { readFrame } from '../survey/sampling/read-frame.ts';
import { requireReadable } from './sources.ts';

/** A list as rows, read in a process of its own: a workbook's numbers as numbers, else the rows of a CSV file. */
export async function readFrameFile(path: string): Promise<SamplingFrame> {
  await requireReadable({ file: path });
  const reader = openReader();
  const file = { path, name: basename(path) };
  try {
    const sheets = /\.xlsx$/i.test(path) ? await reader.cells(file) : await reader.rows(file);
    const filled = sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== '' && cell !== null)));
    return readFrame(filled?.rows ?? []);
  } finally {
    await reader.close();
  }
}

/** A text that was written for a command, whole. */
export async function readTextFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Problem('file-not-there', { name: path }, { cause });
  });
}
