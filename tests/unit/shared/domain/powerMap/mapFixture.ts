import type { MapPerson, MapRelation, PowerMapView } from '#shared/domain/powerMap/powerMapView.ts';
import { isoDate } from '#shared/lib/time.ts';

/** A person on a test map; nothing is known of them but what is given. */
export function person(id: string, known: Partial<MapPerson> = {}): MapPerson {
  return {
    id,
    contact: { id: `contact-${id}`, name: id },
    departmentShown: '',
    roles: [],
    influence: null,
    stance: 'unknown',
    stanceDate: null,
    coverage: 'unknown',
    politicalStatus: 'unknown',
    lastTouchAt: null,
    touches90: 0,
    ...known,
  };
}

export function line(
  kind: MapRelation['kind'],
  fromId: string,
  toId: string,
  more: Partial<MapRelation> = {},
): MapRelation {
  return { id: `${kind}:${fromId}>${toId}`, kind, fromId, toId, strength: null, confirmed: true, ...more };
}

/** The hospital of the design's power map: nine people and a vacant role, influence summing to 100. */
export const hospital: PowerMapView = {
  people: [
    person('chen', {
      roles: ['approver'],
      influence: 22,
      stance: 'neutral',
      stanceDate: isoDate('2026-07-04'),
      coverage: 'brief',
      departmentShown: '院领导',
      lastTouchAt: 1,
      touches90: 2,
    }),
    person('xu', { roles: ['decider'], influence: 20, coverage: 'none', departmentShown: '院领导' }),
    person('liang', { influence: 8, stance: 'neutral', coverage: 'brief', departmentShown: '财务', lastTouchAt: 1 }),
    person('zhao', {
      influence: 18,
      stance: 'champion',
      stanceDate: isoDate('2026-09-14'),
      coverage: 'deep',
      departmentShown: '影像科',
      lastTouchAt: 1,
      touches90: 6,
    }),
    person('zhou', {
      influence: 10,
      stance: 'resist',
      stanceDate: isoDate('2026-09-15'),
      coverage: 'deep',
      departmentShown: '设备科',
      lastTouchAt: 1,
      touches90: 12,
    }),
    person('luo', { influence: 4, coverage: 'none', departmentShown: '招标与信息' }),
    person('wang', {
      influence: 6,
      stance: 'neutral',
      coverage: 'brief',
      departmentShown: '招标与信息',
      lastTouchAt: 1,
      touches90: 3,
    }),
    person('sun', {
      influence: 8,
      stance: 'support',
      stanceDate: isoDate('2026-09-01'),
      coverage: 'multiple',
      departmentShown: '影像科',
      lastTouchAt: 1,
      touches90: 2,
    }),
    person('han', {
      influence: 4,
      stance: 'support',
      stanceDate: isoDate('2026-09-01'),
      coverage: 'multiple',
      departmentShown: '影像科',
      lastTouchAt: 1,
      touches90: 1,
    }),
    person('expert', { contact: null }),
  ],
  relations: [
    line('reportsTo', 'xu', 'chen'),
    line('reportsTo', 'liang', 'chen'),
    line('reportsTo', 'zhou', 'xu'),
    line('reportsTo', 'luo', 'xu'),
    line('reportsTo', 'wang', 'liang'),
    line('reportsTo', 'sun', 'zhao'),
    line('reportsTo', 'han', 'zhao'),
    line('introduces', 'zhao', 'xu'),
    line('influences', 'xu', 'chen', { confirmed: false }),
    line('influences', 'liang', 'chen', { confirmed: false }),
    line('influences', 'zhou', 'wang'),
    line('influences', 'expert', 'zhou', { confirmed: false }),
    line('conflict', 'zhao', 'zhou'),
  ],
};
