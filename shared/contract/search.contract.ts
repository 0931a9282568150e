import { z } from 'zod';
import { defineQuery } from './operation.ts';
import { idSchema } from './primitives.ts';

export const searchContract = {
  /** Finds deals, accounts, contacts and leads by 汉字, pinyin, initials, phone or id; best first. */
  find: defineQuery({
    name: 'search.find',
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(12) }),
    output: z.object({
      hits: z.array(
        z.object({
          entity: z.enum(['opportunity', 'account', 'contact', 'lead']),
          id: idSchema,
          title: z.string(),
          subtitle: z.string(),
        }),
      ),
    }),
  }),
};
