/** What the offices of a programme are called, by the definition that it runs; published once, it never changes. */
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactElement, type ReactNode } from 'react';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { useLanguage } from '../app/use-language.ts';

type Titles = ReadonlyMap<string, Schemas['Localised']>;

const OfficeTitles = createContext<Titles>(new Map());

export interface OfficesProps {
  readonly definition: Schemas['DefinitionRef'];
  readonly children: ReactNode;
}

/** Until the titles are there, offices go by their keys. */
export function Offices({ definition: { key, version }, children }: OfficesProps): ReactElement {
  const { data } = useQuery({
    queryKey: [...keys.definitions, key, version],
    queryFn: () => {
      const path = { key, version: String(version) };
      return bodyOf(api.GET('/v1/definitions/{key}/versions/{version}', { params: { path } }));
    },
    staleTime: Infinity,
    select: titlesOf,
  });
  return <OfficeTitles value={data ?? NONE}>{children}</OfficeTitles>;
}

/** What one calls several offices. */
export function useOfficeNames(): (offices: readonly string[]) => string {
  const titles = useContext(OfficeTitles);
  const { say, marks } = useLanguage();
  return (offices) =>
    marks.listed(offices.map((office) => say(titles.get(office) ?? { zh: office, en: office })));
}

const NONE: Titles = new Map();

function titlesOf(definition: Schemas['Definition']): Titles {
  // The API's document leaves the members open; no definition is published without offices.
  const offices = definition['offices'] as readonly {
    readonly key: string;
    readonly title: Schemas['Localised'];
  }[];
  return new Map(offices.map(({ key, title }) => [key, title]));
}
