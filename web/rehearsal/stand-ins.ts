/** Sessions of rehearsal persons, kept in memory only: opened when first needed, and again when they are over. */
import { api, apiAs, bodyOf } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';

type Api = typeof api;

export interface StandIns {
  /** Makes a call as the holder of an office; the page's own session is not touched. */
  readonly as: <T>(office: string, call: (client: Api) => Promise<T>) => Promise<T>;
}

export function createStandIns(programmeId: string): StandIns {
  const clients = new Map<string, Promise<Api>>();
  const clientOf = (office: string): Promise<Api> => {
    const known = clients.get(office) ?? open(programmeId, office);
    clients.set(office, known);
    known.catch(() => clients.delete(office));
    return known;
  };
  return {
    as: async (office, call) => {
      const client = await clientOf(office);
      try {
        return await call(client);
      } catch (error) {
        if (!isProblem(error, 'unauthenticated')) throw error;
        clients.delete(office);
        return call(await clientOf(office));
      }
    },
  };
}

/** By the reader's own session; when that is over too, the page asks for the password. */
async function open(id: string, office: string): Promise<Api> {
  const { token } = await bodyOf(
    api.POST('/v1/programmes/{id}/stand-ins', { params: { path: { id } }, body: { office } }),
  );
  return apiAs(token);
}
