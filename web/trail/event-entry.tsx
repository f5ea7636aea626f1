/** One entry of the trail: a sentence with its times and hash, and on demand what it changed. */
import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { Moment } from './moment.tsx';
import { EventDetails } from './event-details.tsx';
import { saidIn, sentenceOf, typeText, whoOf, type Teller } from './event-words.ts';
import type { People, TrailEvent } from './types.ts';

export interface EventEntryProps {
  readonly event: TrailEvent;
  readonly people: People;
  readonly teller: Teller;
  readonly isOpenAtFirst: boolean;
}

const SHORT_HASH = 10;

export function EventEntry({
  event,
  people,
  teller,
  isOpenAtFirst,
}: EventEntryProps): ReactElement {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const details = useId();
  const { t } = teller;
  const { position, at, recordedAt } = event;
  return (
    <li className="trail-entry">
      <div className="trail-head">
        <span className="trail-position">
          <span className="visually-hidden">{t('entry.position', { position })}</span>
          <span aria-hidden>{position}</span>
        </span>
        <div className="trail-what">
          <p className="trail-sentence">
            <span className="trail-type">{typeText(event.type, t)}</span>
            {sentenceOf(event, teller)}
          </p>
          <Said event={event} teller={teller} />
          <p className="trail-who">{whoOf(event, people, teller)}</p>
        </div>
        <div className="trail-when">
          <span>
            {t('entry.happened')} <Moment at={at} />
          </span>
          <span className="trail-recorded">
            {t('entry.recorded')} <Moment at={recordedAt} />
          </span>
          <span className="trail-recorded">
            {t('entry.hash')} <code>{event.hash.slice(0, SHORT_HASH)}</code>
          </span>
        </div>
        <Button
          size="small"
          icon={isOpen ? <UpOutlined /> : <DownOutlined />}
          aria-expanded={isOpen}
          aria-controls={details}
          aria-label={t(isOpen ? 'entry.close' : 'entry.open', { position })}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'entry.hide' : 'entry.details')}
        </Button>
      </div>
      <div id={details} hidden={!isOpen}>
        {isOpen ? <EventDetails event={event} teller={teller} /> : null}
      </div>
    </li>
  );
}

function Said({ event, teller: { t } }: Pick<EventEntryProps, 'event' | 'teller'>): ReactElement {
  return (
    <>
      {saidIn(event).map(({ label, text }) => (
        <p key={label} className="trail-said">
          {t(`said.${label}`)}
          {t('colon')}
          {text}
        </p>
      ))}
    </>
  );
}
