import { GraduationCap, SquareChartGantt } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '#renderer/platform/commands.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { type ModelKind, modelKindSchema } from '#shared/contract/scoreModel.contract.ts';
import { TrainDialog } from './TrainDialog.tsx';

/** The address of the model card of a version; of the one in use when left out. */
const cardOf = (kind: ModelKind, model?: string): string =>
  paths.settings({ tab: 'scoring', part: 'models', kind, ...(model === undefined ? {} : { model }) });

const wished = (argument: unknown): ModelKind => {
  const asked = typeof argument === 'object' && argument !== null && 'kind' in argument ? argument.kind : 'deal';
  return modelKindSchema.catch('deal').parse(asked);
};

/** 训练赢率模型 and 打开模型卡, from anywhere. */
export function TrainHost() {
  const [kind, setKind] = useState<ModelKind | null>(null);
  useCommands([
    {
      id: 'scoreModels.train',
      titleKey: 'scoreModels.command.train',
      group: 'do',
      icon: GraduationCap,
      run: (argument) => setKind(wished(argument)),
    },
    {
      id: 'scoreModels.card',
      titleKey: 'scoreModels.command.card',
      group: 'go',
      icon: SquareChartGantt,
      run: (argument) => go(cardOf(wished(argument))),
    },
  ]);
  return kind === null ? null : (
    <TrainDialog kind={kind} onClose={() => setKind(null)} onOpenCard={(id) => go(cardOf(kind, id))} />
  );
}
