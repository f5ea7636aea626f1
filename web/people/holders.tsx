/** Who holds an office, since when, and who will. */
import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { dayText, dueDayText } from '../parts/when.tsx';
import type { Office, OfficeAppointment } from './directory-queries.ts';
import type { EndingAsked } from './end-dialog.tsx';

export interface HoldersProps {
  readonly office: Office;
  /** Null for whoever may not end an appointment. */
  readonly onEnd: ((asked: EndingAsked) => void) | null;
}

export function Holders({ office, onEnd }: HoldersProps): ReactElement {
  const { t } = useTranslation('people');
  const { say } = useLanguage();
  const { appointments, holders } = office;
  return (
    <>
      {holders.length > 0 ? null : (
        <div className="vacancy">
          <WarningOutlined aria-hidden="true" /> {t('vacancy')}
        </div>
      )}
      {appointments.map((appointment) => {
        const { id, person } = appointment;
        const isHeld = holders.some((holder) => holder.id === person.id);
        return (
          <div key={id} className="holder">
            <span>
              {say(person.name)} <Span appointment={appointment} />
              {isHeld ? null : <span className="quiet small"> · {t('upcoming')}</span>}
            </span>
            {onEnd === null ? null : (
              <Button
                size="small"
                type="link"
                aria-label={t('endOf', { person: say(person.name), office: say(office.title) })}
                onClick={() => {
                  onEnd({ office, appointment });
                }}
              >
                {t('end')}
              </Button>
            )}
          </div>
        );
      })}
    </>
  );
}

function Span({
  appointment: { from, until },
}: {
  readonly appointment: OfficeAppointment;
}): ReactElement {
  const { t } = useTranslation('people');
  const first = dayText(from);
  return (
    <span className="quiet small">
      {until === null
        ? t('since', { from: first })
        : t('between', { from: first, until: dueDayText(until) })}
    </span>
  );
}
