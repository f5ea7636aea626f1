/** What waits now and for which office, to be done in place as that office, or to be left to the system. */
import { Alert, Button } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { useChangeAddress } from '../parts/address.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useActing } from './acting.ts';
import type { RehearsalPerson } from './rehearsal-queries.ts';
import { useDoAll } from './use-do-all.ts';
import { WaitingCard } from './waiting-card.tsx';
import type { WaitingItem } from './waiting.ts';
import './waiting-list.css';

export interface WaitingListProps {
  readonly items: readonly WaitingItem[];
  readonly people: readonly RehearsalPerson[];
  /** Whether the reader started the rehearsal. */
  readonly isOwn: boolean;
}

export function WaitingList({ items, people, isOwn }: WaitingListProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const [params] = useSearchParams();
  const chosen = people.find(({ office }) => office === params.get('as')) ?? null;
  const shown = chosen === null ? items : items.filter(({ office }) => office === chosen.office);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const tell = (text: string): void => {
    setSaid(text);
    // What was done has gone from the list, and the focus with it.
    status.current?.focus();
  };
  return (
    <section className="panel" aria-labelledby="waiting-heading">
      <div className="panel-head">
        <h2 id="waiting-heading">{t('waiting.heading')}</h2>
        {people.length === 0 ? null : <IdentitySelect people={people} />}
      </div>
      <Identity chosen={chosen} people={people} isOwn={isOwn} />
      <p ref={status} role="status" tabIndex={-1} className="said">
        {said}
      </p>
      {people.length === 0 || shown.length === 0 ? null : (
        <DoAll
          offices={chosen === null ? people.map(({ office }) => office) : [chosen.office]}
          onSaid={tell}
        />
      )}
      {shown.length === 0 ? (
        <Nothing chosen={chosen} />
      ) : (
        <Items items={shown} people={people} onSaid={tell} />
      )}
    </section>
  );
}

interface ItemsProps {
  readonly items: readonly WaitingItem[];
  readonly people: readonly RehearsalPerson[];
  readonly onSaid: (text: string) => void;
}

function Items({ items, people, onSaid }: ItemsProps): ReactElement {
  const { say } = useLanguage();
  const [openId, setOpenId] = useState<string | null>(null);
  const nameOf = (office: string): string | null => {
    const person = people.find((one) => one.office === office);
    return person === undefined ? null : say(person.person.name);
  };
  return (
    <ol className="items">
      {items.map((item) => (
        <WaitingCard
          key={item.id}
          item={item}
          personName={nameOf(item.office)}
          isOpen={openId === item.id}
          onToggle={() => {
            setOpenId(openId === item.id ? null : item.id);
          }}
          onDone={(text) => {
            setOpenId(null);
            onSaid(text);
          }}
        />
      ))}
    </ol>
  );
}

function IdentitySelect({ people }: { readonly people: readonly RehearsalPerson[] }): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { say } = useLanguage();
  const [params] = useSearchParams();
  const changeAddress = useChangeAddress();
  return (
    <label className="identity">
      <span>{t('identity.label')}</span>
      <select
        className="field"
        value={params.get('as') ?? ''}
        onChange={({ target }) => changeAddress({ as: target.value })}
      >
        <option value="">{t('identity.all')}</option>
        {people.map(({ office, person }) => (
          <option key={office} value={office}>
            {say(person.name)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface IdentityProps {
  readonly chosen: RehearsalPerson | null;
  readonly people: readonly RehearsalPerson[];
  readonly isOwn: boolean;
}

function Identity({ chosen, people, isOwn }: IdentityProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { say } = useLanguage();
  if (!isOwn) return <p className="panel-note">{t('identity.notStarter')}</p>;
  if (people.length === 0) return <p className="panel-note">{t('identity.none')}</p>;
  if (chosen === null) return <p className="panel-note">{t('identity.note')}</p>;
  const title = t('identity.acting', { name: say(chosen.person.name) });
  return <Alert type="warning" showIcon title={title} description={t('identity.note')} />;
}

interface DoAllProps {
  readonly offices: readonly string[];
  readonly onSaid: (text: string) => void;
}

function DoAll({ offices, onSaid }: DoAllProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const all = useDoAll(new Set(offices), (n) => {
    onSaid(t('waiting.doneAll', { n }));
  });
  return (
    <div className="do-all">
      <Button
        type="primary"
        loading={all.isPending}
        onClick={() => {
          all.mutate(undefined);
        }}
      >
        {all.isPending ? t('waiting.doing') : t('waiting.doAll')}
      </Button>
      <span className="panel-note">
        {t('waiting.doAllHint')} {t('waiting.letWait')}
      </span>
      {all.error === null ? null : <ProblemAlert error={all.error} />}
    </div>
  );
}

function Nothing({ chosen }: { readonly chosen: RehearsalPerson | null }): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { titles, programme } = useActing();
  if (chosen !== null) {
    return <p>{t('waiting.noneFor', { office: titles.office(chosen.office) })}</p>;
  }
  return (
    <>
      <p>{t('waiting.none')}</p>
      <p className="panel-note">
        {programme.rollouts.length > 0 ? t('waiting.noneUnits') : t('waiting.noneHint')}
      </p>
    </>
  );
}
