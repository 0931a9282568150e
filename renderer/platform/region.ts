import { create } from 'zustand';
import { dayAt } from '#shared/i18n/formatInstant.ts';

interface Region {
  /** IANA zone of the workspace, in which days begin and end. */
  readonly timeZone: string;
  /** Currency of the workspace. */
  readonly currency: string;
  /** The calendar day now, in that zone. */
  readonly today: string;
}

const zoneOfDevice = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What dates and amounts are shown against: the open workspace, or the device while none is open. */
export const regionStore = create<Region>(() => ({
  timeZone: zoneOfDevice,
  currency: 'CNY',
  today: dayAt(Date.now(), zoneOfDevice),
}));

/** Takes zone and currency from the workspace that was opened. */
export function setRegion(timeZone: string, currency: string): void {
  regionStore.setState({ timeZone, currency, today: dayAt(Date.now(), timeZone) });
}

/** Looks whether a new day began; call now and then. */
export function refreshToday(): void {
  const { timeZone, today } = regionStore.getState();
  const now = dayAt(Date.now(), timeZone);
  if (now !== today) regionStore.setState({ today: now });
}

/** The calendar day now, for a component. */
export function useToday(): string {
  return regionStore((region) => region.today);
}
