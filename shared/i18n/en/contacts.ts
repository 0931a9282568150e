import type { Translation } from '../catalogue.ts';
import type { contacts as source } from '../zhCN/contacts.ts';

export const contacts = {
  'contacts.page.title': 'Contact',
  'contacts.list.title': 'Contacts',
  'contacts.list.empty': 'No contacts yet',
  'contacts.add.button': 'Add contact',
  'contacts.add.done': 'Contact added: {{name}}',
  'contacts.edit.saved': 'Contact changed',
  'contacts.tabs.label': 'Parts of the contact',
  'contacts.fields.title': 'Contact details',
  'contacts.parts.title': 'Part in deals',
  'contacts.parts.empty': 'Not on any power map yet',
  'contacts.parts.emptyHint': "Add this person to a deal's power map.",
} as const satisfies Translation<typeof source>;
