import { useMemo, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { useTokens } from '#renderer/theme/readTokens.ts';
import type { SaveAnswer } from '#renderer/ui/InlineEdit.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import { powerMapContract, type RelationKind, type StakeholderFields } from '#shared/contract/powerMap.contract.ts';
import { layers, mapEdges, mapNodes } from './mapModel.ts';

export type PowerMapAnswer = OutputOf<typeof powerMapContract.get>;

/** The map of a deal. */
export const usePowerMap = (opportunityId: string) => useOperationQuery(powerMapContract.get, { opportunityId });

/** Cards and lines for the graph, and which layers are on; `small` is the preview. */
export function useMapPicture(map: PowerMapAnswer | undefined, small = false) {
  const t = useT();
  const tokens = useTokens();
  const [shown, setShown] = useState<ReadonlySet<RelationKind>>(new Set(layers));
  const nodes = useMemo(
    () => (map ? mapNodes(map.stakeholders, map.relations, t, tokens, small) : []),
    [map, t, tokens, small],
  );
  const edges = useMemo(() => (map ? mapEdges(map.relations, shown, t, small) : []), [map, shown, t, small]);
  const toggle = (kind: RelationKind) => {
    const next = new Set(shown);
    if (!next.delete(kind)) next.add(kind);
    setShown(next);
  };
  return { nodes, edges, shown, toggle };
}

/** Everything that changes a map, each with undo. */
export function useMapCommands(opportunityId: string) {
  const t = useT();
  const add = useOperationCommand(powerMapContract.add, { undoLabel: () => t('powerMap.add.done') });
  const update = useOperationCommand(powerMapContract.update, {
    handles: true,
    undoLabel: () => t('powerMap.edit.saved'),
  });
  const remove = useOperationCommand(powerMapContract.remove, { undoLabel: () => t('powerMap.remove.done') });
  const relate = useOperationCommand(powerMapContract.relate, { undoLabel: () => t('powerMap.relation.drawn') });
  const unrelate = useOperationCommand(powerMapContract.unrelate, { undoLabel: () => t('powerMap.relation.removed') });
  return {
    add,
    remove: (id: string) => void remove.run({ id }),
    save: (id: string, fields: Partial<StakeholderFields>): Promise<SaveAnswer> => update.run({ id, fields }),
    relate: (fromId: string, toId: string, kind: RelationKind) =>
      void relate.run({ opportunityId, fromId, toId, fields: { kind, confirmed: false } }),
    confirm: (edge: { id: string; fromId: string; toId: string; kind: RelationKind }, confirmed: boolean) =>
      void relate.run({
        id: edge.id,
        opportunityId,
        fromId: edge.fromId,
        toId: edge.toId,
        fields: { kind: edge.kind, confirmed },
      }),
    unrelate: (id: string) => void unrelate.run({ id }),
  };
}
export type MapCommands = ReturnType<typeof useMapCommands>;
