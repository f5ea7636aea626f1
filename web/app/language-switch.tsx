/** Chinese or English, in the words of the language that it leads to. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage } from './use-language.ts';

export function LanguageSwitch(): ReactElement {
  const { language, change } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => {
        change(other);
      }}
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
