import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '#renderer/platform/language.ts';
import { useTokens } from '#renderer/theme/readTokens.ts';
import { useTheme } from '#renderer/theme/useTheme.ts';
import { kitTheme } from './kitTheme.ts';

/** Dresses the component kit in our theme and language; stands once around everything. */
export function KitProvider({ children }: { readonly children: ReactNode }) {
  const { theme } = useTheme();
  const tokens = useTokens();
  const language = useLanguage();
  const config = useMemo(() => kitTheme(tokens, theme), [tokens, theme]);
  return (
    <ConfigProvider
      theme={config}
      locale={language === 'zh-CN' ? zhCN : enUS}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
