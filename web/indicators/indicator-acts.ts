/** Acts on an indicator: reporting a value, with its evidence, and measuring a target. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { upload } from './upload.ts';

interface Place {
  readonly id: string;
  readonly key: string;
}

export interface ReportAsked {
  readonly body: Omit<Schemas['NewReport'], 'files'>;
  readonly files: readonly File[];
}

export function useReport(path: Place): UseMutationResult<unknown, Error, ReportAsked> {
  return useIndicatorAct(path.id, async ({ body, files }: ReportAsked) => {
    const uploaded: Schemas['FileRef'][] = [];
    for (const file of files) uploaded.push(await upload(file));
    return bodyOf(
      api.POST('/v1/programmes/{id}/indicators/{key}/reports', {
        params: { path },
        body: { ...body, files: uploaded },
      }),
    );
  });
}

export function useMeasure(
  path: Place,
): UseMutationResult<Schemas['MeasureAct'], Error, Schemas['NewMeasurement']> {
  return useIndicatorAct(path.id, (body: Schemas['NewMeasurement']) =>
    bodyOf(
      api.POST('/v1/programmes/{id}/indicators/{key}/measurements', { params: { path }, body }),
    ),
  );
}

/** Whether it was done or came too late, the page shows how all stands now. */
function useIndicatorAct<Asked, Answer>(
  id: string,
  mutationFn: (asked: Asked) => Promise<Answer>,
): UseMutationResult<Answer, Error, Asked> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.programme(id) }),
  });
}
