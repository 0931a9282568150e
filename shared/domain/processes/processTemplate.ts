import type { StageClass } from '#shared/contract/primitives.ts';
import type { CriterionParams, DraftCriterion } from '#shared/contract/processDraft.ts';
import type { RuleCondition, RuleTrigger } from '#shared/contract/ruleBody.ts';

/** A text in both languages: Chinese first, because it is the source. */
export type LocalText = readonly [zhCN: string, en: string];

/** The languages that templates are written in. */
export type TemplateLocale = 'zh-CN' | 'en';

/**
 * 晋级标准 as a template states it; `params` are those of a draft (contract/processDraft.ts). Templates know no keys of tasks:
 * instead of `task` they give `stageTask`, the position among the stage's own tasks.
 */
export interface CriterionTemplate {
  readonly kind: DraftCriterion['kind'];
  readonly text: LocalText;
  readonly params?: Omit<CriterionParams, 'task'> & { readonly stageTask?: number };
  /** `entry`: asked of who comes into the stage; left out: of who leaves it. */
  readonly gate?: 'entry';
  /** Blocks the move; without it the move only needs a reason. */
  readonly blocks?: true;
}

/** 关键任务; `dueDays` counts business days after entering the stage. */
export interface TaskTemplate {
  readonly title: LocalText;
  readonly kind: 'task' | 'visit' | 'call' | 'meeting' | 'document' | 'demo';
  readonly role?: 'owner' | 'manager' | 'presales';
  readonly dueDays: number;
  readonly deliverable?: LocalText;
  /** Done only with the document attached. */
  readonly deliverableRequired?: true;
}

/** What helps in a stage: words to say, a text to fill in, a list to tick, an address. */
export interface ToolkitTemplate {
  readonly kind: 'script' | 'template' | 'checklist' | 'link';
  readonly title: LocalText;
  readonly body: LocalText;
}

/** One stage; `winRateMille` in thousandths, `allowedDays` in business days, null = no limit. */
export interface StageTemplate {
  readonly key: string;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly stageClass: StageClass;
  readonly winRateMille: number;
  readonly allowedDays: number | null;
  readonly requiresC139?: true;
  readonly criteria?: readonly CriterionTemplate[];
  readonly tasks?: readonly TaskTemplate[];
  readonly toolkit?: readonly ToolkitTemplate[];
}

/** A rule that comes with the process, as the editor would save it; see contract/ruleBody.ts. */
export interface RuleTemplate {
  readonly name: LocalText;
  readonly trigger: RuleTrigger;
  readonly conditions?: readonly RuleCondition[];
  readonly actions: readonly (
    | {
        readonly kind: 'createTask';
        readonly title: LocalText;
        readonly taskKind: TaskTemplate['kind'];
        readonly ownerRole?: 'owner' | 'manager' | 'presales';
        /** Business days after it fires. */
        readonly dueDays: number;
        readonly deliverable?: LocalText;
        readonly required?: boolean;
      }
    | { readonly kind: 'remind'; readonly who: 'owner' | 'manager'; readonly text: LocalText }
    | { readonly kind: 'notifyManager' | 'raiseRisk'; readonly text: LocalText }
  )[];
}

/** A way of selling for one industry: open stages in order, then won, then lost. */
export interface ProcessTemplate {
  readonly key: string;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly stages: readonly StageTemplate[];
  readonly rules?: readonly RuleTemplate[];
}

/** The text in the language asked for. */
export const textIn = (text: LocalText, locale: TemplateLocale): string => text[locale === 'en' ? 1 : 0];
