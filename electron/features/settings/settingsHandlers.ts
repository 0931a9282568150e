import type { ReadDb } from '#db/handles.ts';
import { allMembers, memberById } from '#db/queries/members.ts';
import { saveLocalSetting } from '#db/repositories/localSettings.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { member } from '#db/schema/team.ts';
import { memberSchema, type PersonalSettings, type settingsContract } from '#shared/contract/settings.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, HandlersFor } from '../../ipc/handler.ts';

/** Key of the device's own setting that says who works here. */
export const ME_KEY = 'me';

/** Where personal settings are kept; they exist before a workspace does. */
export interface SettingsPort {
  settings(): PersonalSettings;
  change(patch: Partial<PersonalSettings>): PersonalSettings;
}

/** Handlers of the settings area over the given personal store. */
export function createSettingsHandlers(personal: SettingsPort): HandlersFor<typeof settingsContract> {
  return {
    get: () => ok(personal.settings()),
    set: (_context, input) => ok(personal.change(input)),
    members: ({ db }) => ok(allMembers(db).map((row) => memberSchema.parse({ ...row, active: row.active === 1 }))),
    saveMember: (context, { id, active, ...fields }) =>
      context.write('settings.saveMember', (db): Answer<(typeof settingsContract)['saveMember']> => {
        const { managerId } = fields;
        if (managerId && !memberById(db, managerId)) return err({ type: 'notFound', entity: 'member', id: managerId });
        if (managerId && id !== undefined && leads(db, id, managerId)) return err({ type: 'managerCircle' });
        const row = { ...fields, active: active ? 1 : 0 };
        if (id === undefined) {
          const newId = context.newId();
          insertRow(db, member, { id: newId, ...row, createdAt: context.now });
          return ok({ id: newId });
        }
        if (!memberById(db, id)) return err({ type: 'notFound' as const, entity: 'member', id });
        updateRow(db, member, id, row);
        return ok({ id });
      }),
    setMe: (context, { memberId }) =>
      context.write('settings.setMe', (db) => {
        if (!memberById(db, memberId)) return err({ type: 'notFound' as const, entity: 'member', id: memberId });
        saveLocalSetting(db, ME_KEY, memberId);
        return ok({});
      }),
  };
}

/** Tells whether a person leads another, by however many steps, or is the same. */
function leads(db: ReadDb, managerId: string, memberId: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = memberId; at !== null && !seen.has(at); at = memberById(db, at)?.managerId ?? null) {
    if (at === managerId) return true;
    seen.add(at);
  }
  return false;
}
