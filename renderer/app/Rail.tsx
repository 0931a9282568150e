import { useRouterState } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { readConnection, subscribeConnection } from '#renderer/platform/connection.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { BrandMark } from '#renderer/ui/BrandMark.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Light } from '#renderer/ui/Light.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import styles from './Rail.module.css';
import { type Room, rooms } from './rooms.ts';

/** The way to every room; icons alone on narrow windows. */
export function Rail() {
  const t = useT();
  return (
    <nav className={styles.rail} aria-label={t('app.rail.label')}>
      <Link to="/" className={styles.brand} aria-label={t('app.name.short')}>
        <BrandMark />
        <b>{t('app.name.short')}</b>
      </Link>
      <RailLinks rooms={at('top')} />
      {at('middle').length > 0 && at('top').length > 0 ? <div className={styles.rule} /> : null}
      <RailLinks rooms={at('middle')} />
      <div className={styles.foot}>
        <RailLinks rooms={at('foot')} />
        <WorkspaceState />
        <Person />
      </div>
    </nav>
  );
}

const at = (place: string) => rooms.filter((room) => room.rail?.place === place);

function RailLinks({ rooms: shown }: { readonly rooms: readonly Room[] }) {
  const t = useT();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isWithin = (start: string) => path === start || path.startsWith(`${start}/`);
  return (
    <ul>
      {shown.map(({ path: to, rail }) => {
        if (!rail) return null;
        const here = isWithin(to) || (rail.also?.some(isWithin) ?? false);
        const Icon = rail.icon;
        return (
          <li key={to}>
            <Tooltip text={t(rail.labelKey)} side="right" narrowOnly>
              <Link
                to={to}
                className={classNames(styles.link, here && styles.here)}
                aria-current={here ? 'page' : undefined}
              >
                <Icon size={16} strokeWidth={1.75} aria-hidden />
                <span>{t(rail.labelKey)}</span>
              </Link>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}

function WorkspaceState() {
  const t = useT();
  const workspace = useWorkspace();
  const connection = useSyncExternalStore(subscribeConnection, readConnection);
  if (!workspace) return null;
  const well = connection === 'connected' || connection === 'connecting';
  const line = t(well ? 'app.state.local' : 'app.state.lost');
  return (
    <Tooltip text={`${workspace.name}\n${line}`} side="right" narrowOnly>
      <div className={styles.state}>
        <Light state={well ? 'planned' : 'overdue'} silent />
        <span>
          <span className={styles.workspace}>{workspace.name}</span>
          {line}
        </span>
      </div>
    </Tooltip>
  );
}

function Person() {
  const t = useT();
  const me = useWorkspace()?.me;
  const roleKey = `settings.role.${me?.role ?? ''}`;
  const role = isTextKey(roleKey) ? t(roleKey) : '';
  const name = me?.name ?? t('app.rail.choosePerson');
  return (
    <Tooltip text={role === '' ? name : `${name}\n${role}`} side="right" narrowOnly>
      <Link to={paths.settings({ tab: 'people' })} className={styles.person}>
        <Avatar name={me?.name ?? null} size="large" silent />
        <span>
          <span className={styles.personName}>{name}</span>
          {role}
        </span>
      </Link>
    </Tooltip>
  );
}
