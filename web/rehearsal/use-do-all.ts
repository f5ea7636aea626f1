/** Everybody does his part on time: what waits is done one by one, each by its own office, until nothing waits any more. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { useLanguage } from '../app/use-language.ts';
import { useActing } from './acting.ts';
import { answer, decide, handIn, recordVote, usualCounts, type Act } from './acts.ts';
import { waitingIn, type WaitingItem } from './waiting.ts';

/** No phase asks for so many acts; a programme that does not move on is left alone. */
const MOST_ACTS = 200;

/** The number of acts, when all is done. `offices` are those through whom one may act. */
export function useDoAll(
  offices: ReadonlySet<string>,
  onDone: (count: number) => void,
): UseMutationResult<number, Error, undefined> {
  const { programme, standIns } = useActing();
  const usualAct = useUsualAct();
  const queries = useQueryClient();
  const { id } = programme;
  return useMutation({
    mutationFn: async () => {
      const done = new Set<string>();
      while (done.size < MOST_ACTS) {
        const item = (await readWaiting(id)).find((one) => offices.has(one.office));
        // Whatever is asked again right after it was done needs a person's judgement.
        if (item === undefined || done.has(item.id)) break;
        done.add(item.id);
        const { office, call } = usualAct(item);
        await standIns.as(office, call);
      }
      return done.size;
    },
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.programme(id) }),
  });
}

async function readWaiting(id: string): Promise<readonly WaitingItem[]> {
  const path = { params: { path: { id } } };
  const [programme, { items }] = await Promise.all([
    bodyOf(api.GET('/v1/programmes/{id}', path)),
    bodyOf(api.GET('/v1/programmes/{id}/escalations', path)),
  ]);
  return waitingIn(programme, items);
}

function useUsualAct(): (item: WaitingItem) => Act {
  const { t } = useTranslation('rehearsal');
  const { say } = useLanguage();
  const { programme, today } = useActing();
  return (item) => {
    switch (item.kind) {
      case 'handIn': {
        const title = say(item.deliverable.title);
        return handIn(programme.id, item, t('act.exampleNote', { title }));
      }
      case 'sign':
        return decide(item, 'approve', null);
      case 'vote':
        return recordVote(item, usualCounts(today), (n) => t('act.voter', { n }));
      case 'answer':
        return answer(item, t('act.answerExample'));
    }
  };
}
