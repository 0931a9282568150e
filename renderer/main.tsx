import '#renderer/theme/tokens.css';
import '#renderer/theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '#renderer/app/App.tsx';
import { provideRecordParts } from '#renderer/app/recordParts.ts';
import { startTheme } from '#renderer/theme/themeStore.ts';

startTheme();
provideRecordParts();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
