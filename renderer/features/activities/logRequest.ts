import { z } from 'zod';

/** What a caller may hand to the command `activity.log`: where it happened and what is already known. */
const requestSchema = z
  .object({
    opportunityId: z.string().optional(),
    accountId: z.string().optional(),
    leadId: z.string().optional(),
    /** Shown instead of the picker while nothing was searched. */
    name: z.string().optional(),
    kind: z.enum(['visit', 'call', 'wechat', 'email', 'meeting', 'demo', 'note']).optional(),
    subject: z.string().optional(),
    /** The task that this completes. */
    taskId: z.string().optional(),
    taskTitle: z.string().optional(),
  })
  .catch({});
export type LogRequest = z.infer<typeof requestSchema>;

/** Makes sense of a command's argument; anything foreign is an empty request. */
export function readLogRequest(argument: unknown): LogRequest {
  return requestSchema.parse(argument ?? {});
}
