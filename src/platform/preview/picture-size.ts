/**
 * How many pixels a picture says it has, read from its head without decoding any: a few kilobytes may hold a picture of
 * gigabytes. Undefined where the head does not say.
 */
export function pictureSize(
  bytes: Uint8Array,
  type: 'jpg' | 'png' | 'webp',
): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readers[type](view);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Size = { width: number; height: number } | undefined;

const readers: Record<'jpg' | 'png' | 'webp', (view: DataView) => Size> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  jpg: frameOfJpeg,
  webp: canvasOfWebp,
};

/** The frame header (SOFn) stands behind any number of other segments (ITU-T T.81, B.1.1). */
function frameOfJpeg(view: DataView): Size {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** The three forms of the first chunk (RFC 9649, 2.5 to 2.7). */
function canvasOfWebp(view: DataView): Size {
  const form = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (form === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  return form === 'VP8 '
    ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    : undefined;
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
