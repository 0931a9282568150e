import { defaultStringifySearch } from '@tanstack/react-router';

const withSearch = (path: string, search: object = {}): string => path + defaultStringifySearch({ ...search });

/** The address of every screen. Links between features go through here, because no feature knows another. */
export const paths = {
  start: () => '/start',
  today: () => '/today',
  pipeline: (search?: object) => withSearch('/pipeline', search),
  deal: (id: string, search?: object) => withSearch(`/deals/${encodeURIComponent(id)}`, search),
  accounts: (search?: object) => withSearch('/accounts', search),
  account: (id: string, search?: object) => withSearch(`/accounts/${encodeURIComponent(id)}`, search),
  contact: (id: string, search?: object) => withSearch(`/contacts/${encodeURIComponent(id)}`, search),
  leads: (search?: object) => withSearch('/leads', search),
  lead: (id: string, search?: object) => withSearch(`/leads/${encodeURIComponent(id)}`, search),
  convertLead: (id: string) => `/leads/${encodeURIComponent(id)}/convert`,
  duplicates: (search?: object) => withSearch('/duplicates', search),
  analytics: (search?: object) => withSearch('/analytics', search),
  imports: (search?: object) => withSearch('/imports', search),
  process: (id: string) => `/processes/${encodeURIComponent(id)}`,
  attributeRules: (id: string) => `/attribute-rules/${encodeURIComponent(id)}`,
  settings: (search?: object) => withSearch('/settings', search),
  gallery: () => '/gallery',
} as const;

/** The page of a found or changed record. */
export function pathOfRecord(entity: 'opportunity' | 'account' | 'contact' | 'lead', id: string): string {
  if (entity === 'opportunity') return paths.deal(id);
  if (entity === 'lead') return paths.lead(id);
  return entity === 'account' ? paths.account(id) : paths.contact(id);
}
