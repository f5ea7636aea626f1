/** How the pages are built: into dist/web, with every text file compressed beside itself, so that the API only hands files out. */
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** The API replaces it with the nonce of each answer; see api/pages/. */
const NONCE_PLACEHOLDER = '__MILEPOST_NONCE__';

/** Where the API listens while the pages are worked on; `npm start` prints its port. */
const API_OF_DEVELOPMENT = 'http://127.0.0.1:8080';

// Vite takes the default export of its configuration.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  root: import.meta.dirname,
  plugins: [compression({ algorithms: ['brotliCompress', 'gzip'], threshold: 1_024 })],
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Inlined files would need data: addresses in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      onLog: (level, log, handle) => {
        // Packages mark what runs in browsers for frameworks that render on servers; here everything does.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: { proxy: { '/v1': API_OF_DEVELOPMENT, '/problems': API_OF_DEVELOPMENT } },
});
