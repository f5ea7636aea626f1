/** Days that the place settles for itself: written down, previewed, and published. */
import { Button, Form, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../parts/link-button.tsx';
import { Page } from '../parts/page.tsx';
import { usePreview, type Proposal } from './calendar-queries.ts';
import { ProposalPanel } from './proposal-panel.tsx';
import './proposal.css';

interface DayFields {
  readonly date?: string;
  readonly off: 'off' | 'worked';
  readonly zh?: string;
  readonly en?: string;
}

interface Fields {
  readonly documentNumber?: string;
  readonly reason?: string;
  readonly days: readonly DayFields[];
}

const BLANK: DayFields = { off: 'off' };
const INITIAL: Fields = { days: [BLANK] };

export function OverridePage(): ReactElement {
  const { t } = useTranslation('calendars');
  const { key = '' } = useParams();
  const preview = usePreview(key);
  const [fields, setFields] = useState(INITIAL);
  return (
    <Page
      title={t('override.title')}
      actions={<LinkButton to="/calendars">{t('back')}</LinkButton>}
    >
      <p className="quiet">{t('override.lead')}</p>
      <Form<Fields>
        layout="vertical"
        initialValues={INITIAL}
        onValuesChange={(_changed, all) => {
          setFields(all);
        }}
        onFinish={(all) => {
          const proposal = proposalOf(key, all);
          if (proposal !== null) preview.mutate(proposal);
        }}
        className="proposal-form"
      >
        <div className="proposal-row">
          <Form.Item
            name="documentNumber"
            label={t('override.documentNumber')}
            rules={[{ required: true, whitespace: true, message: t('override.documentNeeded') }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t('override.reason')}
            rules={[{ required: true, whitespace: true, message: t('override.reasonNeeded') }]}
          >
            <Input maxLength={1000} />
          </Form.Item>
        </div>
        <DayList />
        <Button htmlType="submit" loading={preview.isPending}>
          {t('preview')}
        </Button>
      </Form>
      <ProposalPanel calendarKey={key} preview={preview} proposal={proposalOf(key, fields)} />
    </Page>
  );
}

function DayList(): ReactElement {
  const { t } = useTranslation('calendars');
  return (
    <fieldset className="proposal-days">
      <legend>{t('override.days')}</legend>
      <Form.List name="days">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <OneDay
                key={key}
                name={name}
                onRemove={
                  rows.length < 2
                    ? null
                    : () => {
                        remove(name);
                      }
                }
              />
            ))}
            <Button
              type="dashed"
              onClick={() => {
                add(BLANK);
              }}
            >
              {t('override.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

interface OneDayProps {
  readonly name: number;
  readonly onRemove: (() => void) | null;
}

function OneDay({ name, onRemove }: OneDayProps): ReactElement {
  const { t } = useTranslation('calendars');
  const index = name + 1;
  const needed = [{ required: true, whitespace: true, message: t('override.nameNeeded') }];
  return (
    <div className="proposal-day" role="group" aria-label={t('override.day', { index })}>
      <Form.Item
        name={[name, 'date']}
        label={t('override.date')}
        rules={[{ required: true, message: t('override.dateNeeded') }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name={[name, 'off']} label={t('override.off')}>
        <Select
          options={[
            { value: 'off', label: t('off') },
            { value: 'worked', label: t('worked') },
          ]}
        />
      </Form.Item>
      <Form.Item name={[name, 'zh']} label={t('override.nameZh')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[name, 'en']} label={t('override.nameEn')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      {onRemove === null ? null : (
        <Button type="text" danger onClick={onRemove}>
          {t('override.remove', { index })}
        </Button>
      )}
    </div>
  );
}

/** Null while something is missing. */
function proposalOf(key: string, { documentNumber, reason, days }: Fields): Proposal | null {
  const settled = days.flatMap(({ date, off, zh, en }) =>
    date === undefined || zh === undefined || en === undefined
      ? []
      : [{ date, off: off === 'off', name: { zh: zh.trim(), en: en.trim() } }],
  );
  if (documentNumber === undefined || reason === undefined || settled.length < days.length) {
    return null;
  }
  const texts = { documentNumber: documentNumber.trim(), reason: reason.trim() };
  return { override: { key, ...texts, days: settled } };
}
