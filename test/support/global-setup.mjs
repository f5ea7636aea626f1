/** Starts the servers that the tests of this run share; jest loads this file itself, hence plain JavaScript. */
import { tsImport } from 'tsx/esm/api';

export default async function globalSetup() {
  const { startTestServers } = await tsImport('./servers.ts', import.meta.url);
  const servers = await startTestServers();
  Object.assign(process.env, servers.environment);
  globalThis.milepostTestServers = servers;
}
