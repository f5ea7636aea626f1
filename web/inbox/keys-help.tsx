/** The keys that move through the inbox. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';

const KEYS = [
  { word: 'next', keys: ['j', '↓'] },
  { word: 'previous', keys: ['k', '↑'] },
  { word: 'enter', keys: ['Enter'] },
  { word: 'select', keys: ['x'] },
  { word: 'help', keys: ['?'] },
] as const;

export function KeysHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation('inbox');
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <table className="inbox-keys">
        <thead>
          <tr>
            <th scope="col">{t('keys.key')}</th>
            <th scope="col">{t('keys.act')}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(({ word, keys }) => (
            <tr key={word}>
              <td>
                {keys.map((key, index) => (
                  <span key={key}>
                    {index === 0 ? null : ` ${t('keys.or')} `}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </td>
              <td>{t(`keys.${word}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
