import type { contactContract } from '#shared/contract/account.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { contactPage } from './contactPage.ts';
import { createContact, removeContact, updateContact } from './saveContact.ts';
import { suggestContacts } from './suggestContacts.ts';

/** Everything the contacts area answers. */
export const contactHandlers = {
  page: contactPage,
  create: createContact,
  update: updateContact,
  remove: removeContact,
  suggest: suggestContacts,
} satisfies HandlersFor<typeof contactContract>;
