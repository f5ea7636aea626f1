/** Colours, type and the widgets' own words. Contrast of text is at least 4.5 : 1 on every ground that is used. */
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useReducedMotion } from './reduced-motion.ts';
import { useLanguage } from './use-language.ts';

const TOKENS = {
  colorPrimary: '#0b4f9e',
  colorLink: '#0b4f9e',
  colorError: '#b3261e',
  colorWarning: '#9a5b00',
  colorWarningBg: '#fff7e6',
  colorWarningBorder: '#e3b76b',
  colorSuccess: '#1b6e3c',
  colorText: '#1b2733',
  colorTextSecondary: '#465562',
  colorTextTertiary: '#5a6874',
  colorTextPlaceholder: '#5f6c78',
  colorBgLayout: '#f4f6f8',
  borderRadius: 6,
  fontSize: 15,
  fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif',
} as const;

// Widgets that move wait for the end of it, which never comes where the style sheet stops all motion.
const MOVING = { token: TOKENS };
const STILL = { token: { ...TOKENS, motion: false } };

/** The one that the page was served with; what the widgets write into the page at run time carries it. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

export function Look({ children }: { readonly children: ReactNode }): ReactElement {
  const { language } = useLanguage();
  const isStill = useReducedMotion();
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <ConfigProvider
      theme={isStill ? STILL : MOVING}
      locale={language === 'zh' ? zhCN : enUS}
      csp={{ nonce: pageNonce() }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
