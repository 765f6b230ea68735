import { type AddressInfo, createServer, type Server } from 'node:net';

/** A scanner for tests that speaks as clamd does: takes at most 2 MB, and finds the word VIRUS. */
export async function fakeClamd(path?: string): Promise<{ server: Server; address: string }> {
  const server = createServer((socket) => {
    const heard: Buffer[] = [];
    let size = 0;
    let answered = false;
    const answer = (text: string) => {
      answered = true;
      socket.end(text);
    };
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      if (answered) return;
      heard.push(chunk);
      size += chunk.length;
      if (size > 2_000_000) return answer('INSTREAM size limit exceeded. ERROR\0');
      const content = readStream(Buffer.concat(heard));
      if (content !== undefined) answer(answerTo(content));
    });
  });
  await new Promise<void>((resolve) => {
    if (path) server.listen(path, resolve);
    else server.listen(0, '127.0.0.1', resolve);
  });
  return { server, address: path ?? `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const answerTo = (content: Buffer): string => {
  if (content.includes('NONSENSE')) return 'UNKNOWN COMMAND\0';
  return content.includes('VIRUS') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
};

/** What was streamed, once it has come to its end. */
function readStream(bytes: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (bytes.subarray(0, command.length).toString('latin1') !== command) return undefined;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
