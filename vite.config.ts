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

export default defineConfig({
  root: 'web',
  base: '/',
  plugins: [dropForeignMessages, react()],
  // The server puts a nonce of its own into each page it sends, in place of this word.
  html: { cspNonce: '__CSP_NONCE__' },
  server: { host: '127.0.0.1', proxy: { '/api': process.env.THANG_API ?? 'http://127.0.0.1:4321' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Small fonts and samples stay files of their own: the content policy allows no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
