/** What came of an act: said aloud and shown above the tab until the next one, or until it is put away. */
import { Alert } from 'antd';
import {
  createContext,
  useContext,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

export function Announcements({ children }: { readonly children: ReactNode }): ReactElement {
  const [text, setText] = useState('');
  const announce = useMemo(() => (said: string) => setText(said), []);
  return (
    <AnnounceContext value={announce}>
      <div role="status" className="announcement">
        {text === '' ? null : (
          <Alert
            type="success"
            role="presentation"
            showIcon
            title={text}
            closable={{ onClose: () => setText(''), 'aria-label': '×' }}
          />
        )}
      </div>
      {children}
    </AnnounceContext>
  );
}
