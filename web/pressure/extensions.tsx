/** Extensions: asked for, decided, lapsed or too late, and deciding those that wait for the reader. */
import { Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { When } from '../parts/when.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { Act } from './act.tsx';
import { Fact, Facts, Quote } from './facts.tsx';
import type { Phase } from './ladders.ts';
import { useOfficeNames } from './offices.tsx';
import type { Pending } from './pressure-queries.ts';
import { TextField } from './text-field.tsx';

type Extension = Schemas['Extension'];

export function Extensions({ pending }: { readonly pending: readonly Pending[] }): ReactElement {
  const { t } = useTranslation('pressure');
  const { phases } = useShownProgramme();
  const all = phases.flatMap((phase) =>
    phase.extensions.map((extension) => ({ phase, extension })),
  );
  const newestFirst = all.toSorted((a, b) =>
    b.extension.requestedAt.localeCompare(a.extension.requestedAt),
  );
  return (
    <section aria-labelledby="extensions-title">
      <h2 id="extensions-title">{t('extensions.title')}</h2>
      {all.length === 0 ? (
        <p className="pressure-none">
          {t('extensions.none')} <Link to="../overview">{t('extensions.where')}</Link>
        </p>
      ) : (
        newestFirst.map(({ phase, extension }) => (
          <ExtensionItem key={extension.id} {...{ phase, extension, pending }} />
        ))
      )}
    </section>
  );
}

interface ExtensionItemProps {
  readonly phase: Phase;
  readonly extension: Extension;
  readonly pending: readonly Pending[];
}

function ExtensionItem({ phase, extension, pending }: ExtensionItemProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { say } = useLanguage();
  const names = useOfficeNames();
  const { office, requestedBy, requestedAt, from, to, reason, progress, status } = extension;
  const { decider, decidedBy, decidedAt, opinion = '' } = extension;
  return (
    <article className="ladder">
      <h3>
        {say(phase.title)}{' '}
        <span className={`state-mark asked-${status}`}>{t(`extensions.status.${status}`)}</span>
      </h3>
      <Facts>
        <Fact name={t('extensions.days')}>
          <s>
            <span className="visually-hidden">{t('extensions.from')}</span>
            {from}
          </s>
          {' → '}
          <span className="visually-hidden">{t('extensions.to')}</span>
          {to}
        </Fact>
        <Fact name={t('extensions.by')}>
          {names([office])}
          {t('byName', { name: say(requestedBy.name) })} <When at={requestedAt} />
        </Fact>
        {decider === undefined ? null : <Fact name={t('decider')}>{names([decider])}</Fact>}
      </Facts>
      <Quote lead={t('extensions.reason')} text={reason} />
      <Quote lead={t('extensions.progress')} text={progress} />
      {decidedAt === undefined || decidedBy === undefined ? null : (
        <Quote
          lead={t('extensions.decided', {
            name: say(decidedBy.name),
            what: t(`extensions.status.${status}`),
          })}
          at={decidedAt}
          text={opinion}
        />
      )}
      <DecideExtension {...{ phase, extension, pending }} />
    </article>
  );
}

interface ExtensionRuling {
  readonly grant: boolean;
  readonly dueOn?: string;
  readonly opinion?: string;
}

function DecideExtension({ extension, pending }: ExtensionItemProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { id: programmeId } = useShownProgramme();
  const { id, to, status } = extension;
  return (
    <Act<ExtensionRuling>
      name={`${id}.decision`}
      programmeId={programmeId}
      label={t('extensions.decide')}
      done={t('extensions.done')}
      isPrimary
      isOffered={status === 'requested' && pending.some((one) => one.id === id)}
      send={(ruling) =>
        api.POST('/v1/programmes/{id}/extensions/{extension}/decisions', {
          params: { path: { id: programmeId, extension: id } },
          body: bodyFor(ruling),
        })
      }
    >
      <Form.Item
        name="grant"
        label={t('extensions.choice')}
        rules={[{ required: true, message: t('chooseOne') }]}
      >
        <Radio.Group
          options={[
            { value: true, label: t('extensions.grant', { day: to }) },
            { value: false, label: t('extensions.refuse') },
          ]}
        />
      </Form.Item>
      <Form.Item name="dueOn" label={t('optional', { label: t('extensions.earlier') })}>
        <Input type="date" max={to} className="act-date" />
      </Form.Item>
      <TextField name="opinion" label={t('extensions.opinion')} most={2000} isOptional />
    </Act>
  );
}

/** An earlier day goes only with a grant. */
function bodyFor({ grant, dueOn = '', opinion = '' }: ExtensionRuling): {
  grant: boolean;
  dueOn?: string;
  opinion: string | null;
} {
  return {
    grant,
    ...(grant && dueOn !== '' ? { dueOn } : {}),
    opinion: opinion.trim() === '' ? null : opinion,
  };
}
