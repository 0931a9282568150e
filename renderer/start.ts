/*
 * What the document loads, and nothing large: it connects to the core, which takes the one-time token out of the address
 * before the router reads it, asks for what the first screen needs, and fetches the code of page and screen, all at once.
 */
import { askEarly } from '#renderer/platform/earlyAnswers.ts';
import { loadCode } from '#renderer/platform/loadCode.ts';

/** Where most starts lead; other screens are fetched when the router knows them. */
const screens = [
  {
    path: '/pipeline',
    load: () => import('#renderer/features/pipeline/PipelineScreen.tsx'),
    questions: [
      ['pipeline.processes', {}],
      ['settings.members', {}],
      ['views.list', { screen: 'pipeline' }],
    ],
  },
  { path: '/today', load: () => import('#renderer/features/today/TodayScreen.tsx'), questions: [] },
] as const;

const path = location.pathname === '/' ? '/today' : location.pathname;
const first = screens.find((screen) => screen.path === path);
askEarly([['workspace.status', {}], ['settings.get', {}], ...(first?.questions ?? [])]);
void loadCode(() => import('./main.tsx'));
// What fails here is tried again when the screen is shown.
first?.load().catch(() => undefined);
