/** A compound file ([MS-CFB]) around streams, as Word and Excel kept files until 2007; `edit` breaks it where a test wants. */
export function compound(
  streams: Record<string, Uint8Array>,
  edit: (table: Uint32Array) => void = () => {},
): Uint8Array {
  const size = 512;
  const names = Object.keys(streams);
  const contents = names.map((name) => streams[name] as Uint8Array);
  // All are kept in sectors of full size: the cutoff for small ones is zero.
  const counts = contents.map(({ length }) => Math.max(1, Math.ceil(length / size)));
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const dataSectors = directorySectors + counts.reduce((sum, count) => sum + count, 0);
  const tableSectors = Math.ceil((dataSectors + 8) / 127);
  const table = new Uint32Array(tableSectors * 128).fill(0xffffffff);
  const bytes = new Uint8Array((1 + tableSectors + dataSectors) * size);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(26, 3, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, tableSectors, true);
  view.setUint32(48, tableSectors, true);
  for (const [at, value] of [
    [60, 0xfffffffe],
    [68, 0xfffffffe],
  ] as const)
    view.setUint32(at, value, true);
  for (let at = 0; at < 109; at++) view.setUint32(76 + at * 4, at < tableSectors ? at : 0xffffffff, true);
  for (let at = 0; at < tableSectors; at++) table[at] = 0xfffffffd;
  const chain = (start: number, count: number): void => {
    for (let at = 0; at < count; at++) table[start + at] = at + 1 < count ? start + at + 1 : 0xfffffffe;
  };
  chain(tableSectors, directorySectors);
  const directory = (1 + tableSectors) * size;
  writeEntry(view, directory, 'Root Entry', { type: 5, child: 1, start: 0xfffffffe, size: 0 });
  let next = tableSectors + directorySectors;
  for (const [index, name] of names.entries()) {
    const content = contents[index] as Uint8Array;
    const right = index + 1 < names.length ? index + 2 : 0xffffffff;
    writeEntry(view, directory + (index + 1) * 128, name, { type: 2, right, start: next, size: content.length });
    bytes.set(content, (1 + next) * size);
    chain(next, counts[index] as number);
    next += counts[index] as number;
  }
  edit(table);
  for (const [at, value] of table.entries()) view.setUint32(size + at * 4, value, true);
  return bytes;
}

type Entry = { type: number; right?: number; child?: number; start: number; size: number };

function writeEntry(view: DataView, at: number, name: string, entry: Entry): void {
  for (const [index, letter] of name.split('').entries()) view.setUint16(at + index * 2, letter.charCodeAt(0), true);
  view.setUint16(at + 64, (name.length + 1) * 2, true);
  view.setUint8(at + 66, entry.type);
  view.setUint32(at + 68, 0xffffffff, true);
  view.setUint32(at + 72, entry.right ?? 0xffffffff, true);
  view.setUint32(at + 76, entry.child ?? 0xffffffff, true);
  view.setUint32(at + 116, entry.start, true);
  view.setUint32(at + 120, entry.size, true);
}
