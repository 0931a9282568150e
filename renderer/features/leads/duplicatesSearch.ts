import { z } from 'zod';
import type { RawSearch } from '#renderer/platform/navigation.ts';
import { duplicateEntities } from '#shared/domain/leads/duplicateKeys.ts';

const schema = z.object({
  entity: z.enum(duplicateEntities).catch('lead'),
  hints: z.boolean().optional().catch(undefined),
});
export type DuplicatesSearch = z.infer<typeof schema>;

/** Which queue is shown, in the address. */
export const parseDuplicatesSearch = (raw: RawSearch): DuplicatesSearch => schema.parse(raw);
