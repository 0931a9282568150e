import { useMemo } from 'react';
import { themeStore } from './themeStore.ts';
import { useTheme } from './useTheme.ts';

/*
 * The tokens of tokens.css as values, for what cannot read CSS variables itself: charts, the grid, the graph and the
 * component kit. Everything else writes `var(--…)`.
 */

const tokenNames = {
  bgApp: '--bg-app',
  bgSunken: '--bg-sunken',
  bgSurface: '--bg-surface',
  bgOverlay: '--bg-overlay',
  bgHover: '--bg-hover',
  bgSelected: '--bg-selected',
  text1: '--text-1',
  text2: '--text-2',
  text3: '--text-3',
  textOff: '--text-off',
  onAccent: '--on-accent',
  border1: '--border-1',
  border2: '--border-2',
  border3: '--border-3',
  accent: '--accent',
  accentHover: '--accent-hover',
  accentFill: '--accent-fill',
  accentBg: '--accent-bg',
  focus: '--focus',
  pos: '--pos',
  posBg: '--pos-bg',
  posFill: '--pos-fill',
  neg: '--neg',
  negBg: '--neg-bg',
  negFill: '--neg-fill',
  warn: '--warn',
  warnBg: '--warn-bg',
  warnFill: '--warn-fill',
  info: '--info',
  infoBg: '--info-bg',
  infoFill: '--info-fill',
  stageVerify: '--stage-verify',
  stageEngage: '--stage-engage',
  stageNegotiate: '--stage-negotiate',
  stageClose: '--stage-close',
  stageLost: '--stage-lost',
  stanceChampion: '--stance-champion',
  stanceSupport: '--stance-support',
  stanceNeutral: '--stance-neutral',
  stanceResist: '--stance-resist',
  stanceOppose: '--stance-oppose',
  stanceUnknown: '--stance-unknown',
  ramp1: '--ramp-1',
  ramp2: '--ramp-2',
  ramp3: '--ramp-3',
  ramp4: '--ramp-4',
  ramp5: '--ramp-5',
  lower: '--lower',
  raise: '--raise',
  chart1: '--chart-1',
  chart2: '--chart-2',
  chart3: '--chart-3',
  chart4: '--chart-4',
  chart5: '--chart-5',
  chart6: '--chart-6',
  chartGrid: '--chart-grid',
  chartBand: '--chart-band',
  shadow1: '--shadow-1',
  shadow2: '--shadow-2',
  shadow3: '--shadow-3',
  font: '--font',
} as const;

/** A design token by its role: `bgSurface`, `stageVerify`, `chart1` … */
export type TokenName = keyof typeof tokenNames;
export type Tokens = Readonly<Record<TokenName, string>>;

const cache = new Map<string, Tokens>();

/** The values of all tokens in the theme shown now. Read again after `onTokensChange`. */
export function readTokens(): Tokens {
  const { theme } = themeStore.getState();
  const known = cache.get(theme);
  if (known) return known;
  const style = getComputedStyle(document.documentElement);
  const tokens = Object.fromEntries(
    Object.entries(tokenNames).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]),
  ) as Tokens;
  // Before the stylesheet has arrived everything is empty; that answer must not stay.
  if (tokens.bgApp !== '') cache.set(theme, tokens);
  return tokens;
}

/** The tokens for a component that draws by itself; renders again when the theme changes. */
export function useTokens(): Tokens {
  const { theme } = useTheme();
  // oxlint-disable-next-line react/exhaustive-deps -- the theme is what the tokens depend on, through the DOM
  return useMemo(() => readTokens(), [theme]);
}
