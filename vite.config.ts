import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * React Aria carries its messages in 34 languages, none of them Vietnamese. Ours come from `web/strings/react-aria.ts`,
 * so the others would only be weight to download.
 */
const dropForeignMessages: Plugin = {
  name: 'drop-foreign-messages',
  enforce: 'pre',
  load: (id) => (/react-(aria|stately)[^?]*\/intlStrings\.mjs$/.test(id) ? 'export default {};' : null),
};

/**
 * What the PDF library fetches for some files: letters that a file does not carry, and decoders for the pictures of
 * scanners. They keep their names, for the library asks for them by name.
 */
const carryPdfParts: Plugin = {
  name: 'carry-pdf-parts',
  generateBundle() {
    const library = join(import.meta.dirname, 'node_modules', 'pdfjs-dist');
    const parts = { cmaps: /\.bcmap$/, standard_fonts: /\.(?:pfb|ttf)$/, wasm: /_nowasm_fallback\.js$/ };
    const names = { cmaps: 'cmaps', standard_fonts: 'fonts', wasm: 'wasm' };
    for (const folder of Object.keys(parts) as (keyof typeof parts)[]) {
      for (const file of readdirSync(join(library, folder)).filter((name) => parts[folder].test(name))) {
        const source = readFileSync(join(library, folder, file));
        this.emitFile({ type: 'asset', fileName: `pdf/${names[folder]}/${file}`, source });
      }
    }
  },
};

export default defineConfig({
  root: 'web',
  base: '/',
  plugins: [dropForeignMessages, carryPdfParts, react()],
  // The server puts a nonce of its own into each page it sends, in place of this word.
  html: { cspNonce: '__CSP_NONCE__' },
  server: {
    host: '127.0.0.1',
    // The address that was typed goes along: to the server a request from another page is a forged one.
    proxy: { '^/api/': { target: process.env.THANG_API ?? 'http://127.0.0.1:4321', changeOrigin: false } },
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Small fonts and samples stay files of their own: the content policy allows no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
