import { FieldList } from './FieldList.tsx';

/** Fields of the team's own and columns that an import kept; nothing when there are none. */
export function CustomFields({ custom }: { readonly custom: Readonly<Record<string, string>> }) {
  const entries = Object.entries(custom);
  if (entries.length === 0) return null;
  return <FieldList rows={entries.map(([label, value]) => ({ label, value }))} />;
}
