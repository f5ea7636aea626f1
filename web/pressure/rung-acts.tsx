/** What may be done about a rung: answer it, appeal, decide the appeal, decide what is proposed. */
import { Form, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client.ts';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { Act } from './act.tsx';
import type { Escalation, Pending } from './pressure-queries.ts';
import { isOneOf, type Standing } from './standing.ts';
import { TextField } from './text-field.tsx';

export interface RungActsProps {
  readonly escalation: Escalation;
  readonly standing: Standing;
  readonly pending: readonly Pending[];
}

export function RungActs(props: RungActsProps): ReactElement {
  return (
    <div className="acts">
      <AnswerAct {...props} />
      <AppealAct {...props} />
      <ReviewAct {...props} />
      <AccountabilityAct {...props} />
    </div>
  );
}

function AnswerAct({ escalation, standing }: RungActsProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { id: programmeId, status } = useShownProgramme();
  const { id, answeredAt, struck, responsible } = escalation;
  return (
    <Act<{ answer: string }>
      name={`${id}.answer`}
      programmeId={programmeId}
      label={t('answer.act')}
      done={t('answer.done')}
      isPrimary
      isOffered={
        status === 'active' &&
        answeredAt === undefined &&
        !struck &&
        isOneOf(responsible, standing.acting)
      }
      send={(body) => api.POST('/v1/escalations/{id}/answers', { params: { path: { id } }, body })}
    >
      <TextField name="answer" label={t('answer.text')} most={5000} isFirst />
    </Act>
  );
}

function AppealAct({ escalation, standing }: RungActsProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { id: programmeId } = useShownProgramme();
  const { id, appealUntil, responsible } = escalation;
  return (
    <Act<{ grounds: string }>
      name={`${id}.appeal`}
      programmeId={programmeId}
      label={t('appeal.act')}
      done={t('appeal.done')}
      isOffered={appealUntil !== undefined && isOneOf(responsible, standing.held)}
      send={(body) => api.POST('/v1/escalations/{id}/reviews', { params: { path: { id } }, body })}
    >
      {appealUntil === undefined ? null : <p>{t('appeal.until', { day: appealUntil })}</p>}
      <TextField name="grounds" label={t('appeal.text')} most={5000} isFirst />
    </Act>
  );
}

interface ReviewDecision {
  readonly upheld: boolean;
  readonly opinion: string;
}

function ReviewAct({ escalation, pending }: RungActsProps): ReactElement | null {
  const { t } = useTranslation('pressure');
  const { id: programmeId } = useShownProgramme();
  const { review } = escalation;
  if (review === undefined) return null;
  const { id } = review;
  return (
    <Act<ReviewDecision>
      name={`${id}.decision`}
      programmeId={programmeId}
      label={t('review.act')}
      done={t('review.done')}
      isPrimary
      isOffered={review.status === 'open' && pending.some((one) => one.id === id)}
      send={(body) => api.POST('/v1/reviews/{id}/decisions', { params: { path: { id } }, body })}
    >
      <Form.Item
        name="upheld"
        label={t('review.choice')}
        rules={[{ required: true, message: t('chooseOne') }]}
      >
        <Radio.Group
          options={[
            { value: true, label: t('review.uphold') },
            { value: false, label: t('review.strike') },
          ]}
        />
      </Form.Item>
      <TextField name="opinion" label={t('opinion')} most={5000} />
    </Act>
  );
}

const MEASURES = ['none', 'talk', 'criticism', 'discipline-referral'] as const;

function AccountabilityAct({ escalation, pending }: RungActsProps): ReactElement | null {
  const { t } = useTranslation('pressure');
  const { id: programmeId } = useShownProgramme();
  const { id, accountability, review } = escalation;
  if (accountability === undefined) return null;
  const waits = pending.some((one) => one.kind === 'accountability' && one.id.startsWith(`${id}.`));
  const path = { id };
  return (
    <Act<Schemas['AccountabilityDecision']>
      name={`${id}.accountability`}
      programmeId={programmeId}
      label={t('proposal.act')}
      done={t('proposal.done')}
      isPrimary
      isOffered={accountability.status === 'proposed' && review?.status !== 'open' && waits}
      send={(body) =>
        api.POST('/v1/escalations/{id}/accountability-decisions', { params: { path }, body })
      }
    >
      <p>{t('proposal.hint')}</p>
      <Form.Item
        name="measure"
        label={t('proposal.choice')}
        rules={[{ required: true, message: t('chooseOne') }]}
      >
        <Radio.Group options={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))} />
      </Form.Item>
      <TextField name="opinion" label={t('opinion')} most={5000} />
    </Act>
  );
}
