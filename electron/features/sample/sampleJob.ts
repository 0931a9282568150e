import { writeSample } from '#db/seed/writeSample.ts';
import type { SampleSize } from '#shared/contract/workspace.contract.ts';
import type { TemplateLocale } from '#shared/domain/processes/processTemplate.ts';
import { defineJob } from '../../workers/job.ts';
import { shippedCalendar } from '../pipeline/workCalendar.ts';
import { attachSampleDocuments } from './attachSampleDocuments.ts';
import { ME_KEY } from '../settings/settingsHandlers.ts';

/** What sample is wanted. */
export interface SampleJobInput {
  readonly size: SampleSize;
  readonly seed: number;
  readonly locale: TemplateLocale;
  /** Name of the workspace. */
  readonly name: string;
}

/** What was made. */
export interface SampleJobOutput {
  readonly deals: number;
  readonly rows: number;
}

/**
 * Fills an empty workspace file with invented data whose last day is yesterday. Its progress counts deals. When it is
 * cancelled or the disk refuses, the file is incomplete: the caller throws it away.
 */
export const sampleJob = defineJob<SampleJobInput, SampleJobOutput>({
  name: 'sample',
  exclusive: true,
  run: async ({ workspace, now, timeZone, currency, newId, report }, { size, seed, locale, name }) => {
    const plan = { size, seed, locale, asOf: now, calendar: shippedCalendar(timeZone) };
    const target = { workspaceId: newId(), name, currency, timeZone, meKey: ME_KEY, writtenAt: now };
    const written = writeSample(workspace, plan, target, report);
    if (!written.ok) {
      // The router answers a refusing disk as `storage` when it finds SQLite's code.
      throw Object.assign(new Error(written.error.detail ?? written.error.code), { code: written.error.code });
    }
    if (size === 'demo') await attachSampleDocuments(workspace, { locale, now, newId });
    return { deals: written.value.deals, rows: written.value.rows };
  },
});
