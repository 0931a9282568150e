import {
  Building2,
  ChartNoAxesColumn,
  Component,
  FileDown,
  Inbox,
  Kanban,
  type LucideIcon,
  Settings,
  Sun,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { paths } from '#renderer/platform/paths.ts';
import type { TextKey } from '#shared/i18n/catalogues.ts';

/*
 * ADDING A ROOM (a feature's screen) takes three steps:
 *
 * 1. Write `renderer/features/<room>/<Room>Screen.tsx` with a named export, rendering one `<PageBar title={…}>` and its
 *    content. It may import #renderer/{platform,theme,ui,adapters} and #shared, never #renderer/app or another feature.
 * 2. Add one entry to `rooms` below. `load` keeps the room out of the first bundle.
 * 3. A room with a `rail` entry shows up in the rail, in the palette and under its `g` key by itself.
 *
 * Things that live above all screens (the log dialog, for instance) go into `overlays`; they register commands with
 * `useCommands` and are opened from anywhere by `runCommand('activity.log', …)`.
 *
 * What a screen reads: `useOperationQuery` / `useOperationCommand` (platform/queries.ts), filters and tabs:
 * `useSearchState` and `usePathParameter` (platform/navigation.ts), links: `paths` (platform/paths.ts), texts: `useT`,
 * figures and dates: `useFormat` or <Amount>, <DateText>, <Percent>.
 */

/** How a room appears in the rail. */
export interface RailEntry {
  readonly place: 'top' | 'middle' | 'foot';
  readonly labelKey: TextKey;
  readonly icon: LucideIcon;
  /** Pressed after `g`. */
  readonly goKey: string;
  readonly goTitleKey: TextKey;
  /** Other paths that light this entry up: the deal page belongs to the board. */
  readonly also?: readonly string[];
}

/** One screen with its address. */
export interface Room {
  /** Path with parameters as `$name`, the same as in `paths`. */
  readonly path: string;
  readonly load: () => Promise<Record<string, ComponentType>>;
  /** Name of the export that `load` brings. */
  readonly screen: string;
  readonly rail?: RailEntry;
}

const railEntries = {
  today: {
    place: 'top',
    labelKey: 'app.rail.today',
    icon: Sun,
    goKey: 't',
    goTitleKey: 'app.command.goToday',
  },
  leads: {
    place: 'top',
    labelKey: 'app.rail.leads',
    icon: Inbox,
    goKey: 'l',
    goTitleKey: 'app.command.goLeads',
    also: ['/duplicates'],
  },
  pipeline: {
    place: 'top',
    labelKey: 'app.rail.pipeline',
    icon: Kanban,
    goKey: 'p',
    goTitleKey: 'app.command.goPipeline',
    also: ['/deals'],
  },
  accounts: {
    place: 'top',
    labelKey: 'app.rail.accounts',
    icon: Building2,
    goKey: 'a',
    goTitleKey: 'app.command.goAccounts',
    also: ['/contacts'],
  },
  analytics: {
    place: 'middle',
    labelKey: 'app.rail.analytics',
    icon: ChartNoAxesColumn,
    goKey: 'f',
    goTitleKey: 'app.command.goAnalytics',
  },
  imports: {
    place: 'foot',
    labelKey: 'app.rail.imports',
    icon: FileDown,
    goKey: 'i',
    goTitleKey: 'app.command.goImports',
  },
  settings: {
    place: 'foot',
    labelKey: 'app.rail.settings',
    icon: Settings,
    goKey: 's',
    also: ['/processes', '/attribute-rules'],
    goTitleKey: 'app.command.goSettings',
  },
  gallery: {
    place: 'foot',
    labelKey: 'app.rail.gallery',
    icon: Component,
    goKey: 'x',
    goTitleKey: 'app.command.goGallery',
  },
} as const satisfies Record<string, RailEntry>;

/** Every room of the program, in the order of the rail. */
export const rooms: readonly Room[] = [
  {
    path: '/today',
    load: () => import('#renderer/features/today/TodayScreen.tsx'),
    screen: 'TodayScreen',
    rail: railEntries.today,
  },
  {
    path: '/leads',
    load: () => import('#renderer/features/leads/LeadsScreen.tsx'),
    screen: 'LeadsScreen',
    rail: railEntries.leads,
  },
  {
    path: '/leads/$leadId',
    load: () => import('#renderer/features/leads/LeadScreen.tsx'),
    screen: 'LeadScreen',
  },
  {
    path: '/leads/$leadId/convert',
    load: () => import('#renderer/features/leads/ConvertLeadScreen.tsx'),
    screen: 'ConvertLeadScreen',
  },
  {
    path: '/duplicates',
    load: () => import('#renderer/features/leads/DuplicatesScreen.tsx'),
    screen: 'DuplicatesScreen',
  },
  {
    path: '/pipeline',
    load: () => import('#renderer/features/pipeline/PipelineScreen.tsx'),
    screen: 'PipelineScreen',
    rail: railEntries.pipeline,
  },
  {
    path: '/deals/$dealId',
    load: () => import('#renderer/features/deal/DealScreen.tsx'),
    screen: 'DealScreen',
  },
  {
    path: '/accounts',
    load: () => import('#renderer/features/accounts/AccountsScreen.tsx'),
    screen: 'AccountsScreen',
    rail: railEntries.accounts,
  },
  {
    path: '/accounts/$accountId',
    load: () => import('#renderer/features/accounts/AccountScreen.tsx'),
    screen: 'AccountScreen',
  },
  {
    path: '/contacts/$contactId',
    load: () => import('#renderer/features/accounts/ContactScreen.tsx'),
    screen: 'ContactScreen',
  },
  // { path: '/analytics', … rail: railEntries.analytics }
  {
    path: '/imports',
    load: () => import('#renderer/features/imports/ImportsScreen.tsx'),
    screen: 'ImportsScreen',
    rail: railEntries.imports,
  },
  {
    path: '/analytics',
    load: () => import('#renderer/features/analytics/AnalyticsScreen.tsx'),
    screen: 'AnalyticsScreen',
    rail: railEntries.analytics,
  },
  {
    path: '/processes/$processId',
    load: () => import('#renderer/features/processes/ProcessScreen.tsx'),
    screen: 'ProcessScreen',
  },
  {
    path: '/attribute-rules/$ruleSetId',
    load: () => import('#renderer/features/scoring/attributes/AttributeRulesScreen.tsx'),
    screen: 'AttributeRulesScreen',
  },
  {
    path: '/settings',
    load: () => import('#renderer/features/settings/SettingsScreen.tsx'),
    screen: 'SettingsScreen',
    rail: railEntries.settings,
  },
  ...(import.meta.env.DEV
    ? [
        {
          path: '/gallery',
          load: () => import('./gallery/GalleryScreen.tsx'),
          screen: 'GalleryScreen',
          rail: railEntries.gallery,
        },
      ]
    : []),
];

/** What is mounted above every screen of an open workspace. */
export const overlays: readonly Omit<Room, 'path' | 'rail'>[] = [
  { load: () => import('#renderer/features/notices/NoticeHost.tsx'), screen: 'NoticeHost' },
  { load: () => import('#renderer/features/activities/LogActivityHost.tsx'), screen: 'LogActivityHost' },
  { load: () => import('#renderer/features/pipeline/move/MoveHost.tsx'), screen: 'MoveHost' },
  { load: () => import('#renderer/features/documents/DocumentsHost.tsx'), screen: 'DocumentsHost' },
  { load: () => import('#renderer/features/scoring/models/TrainHost.tsx'), screen: 'TrainHost' },
];

/** Where the program opens: the first room that exists. */
export const homePath = rooms[0]?.path ?? paths.settings();
