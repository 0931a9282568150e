import { z } from 'zod';
import { documentEntitySchema } from '#shared/contract/documentShapes.ts';

/** What a caller hands to the command `document.files`: whose files, and what they are called in the title. */
const requestSchema = z.object({
  entity: documentEntitySchema,
  id: z.string(),
  title: z.string(),
  /** What is to be attached. */
  wanted: z.string().optional(),
});
export type FilesRequest = z.infer<typeof requestSchema>;

/** Makes sense of a command's argument; null for anything foreign. */
export const readFilesRequest = (argument: unknown): FilesRequest | null =>
  requestSchema.safeParse(argument).data ?? null;
