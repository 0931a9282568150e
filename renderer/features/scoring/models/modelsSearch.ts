import type { RawSearch } from '#renderer/platform/navigation.ts';
import type { ModelKind } from '#shared/contract/scoreModel.contract.ts';

/** What the address says of the models: which kind, which version is open. */
export interface ModelsSearch {
  readonly kind: ModelKind;
  /** The version in use (or the newest) while undefined. */
  readonly model: string | undefined;
}

/** Reads the address; whatever it says, there is something to show. */
export function readModelsSearch({ kind, model }: RawSearch): ModelsSearch {
  return { kind: kind === 'lead' ? 'lead' : 'deal', model: typeof model === 'string' ? model : undefined };
}
