import type { StageClass } from '#shared/contract/primitives.ts';

/** A text in both languages: Chinese first, because it is the source. */
export type LocalText = readonly [zhCN: string, en: string];

/** The languages that templates are written in. */
export type TemplateLocale = 'zh-CN' | 'en';

/**
 * 晋级标准 as a template states it; what `params` means for each kind is said in `pipeline/evaluateCriteria.ts`. Templates
 * know no ids: instead of `stageTaskId` they give `stageTask`, the position among the stage's own tasks.
 */
export interface CriterionTemplate {
  readonly kind:
    | 'evidence'
    | 'fieldFilled'
    | 'taskDone'
    | 'deliverable'
    | 'activityWithin'
    | 'roleCovered'
    | 'qualification'
    | 'c139'
    | 'signOff';
  readonly text: LocalText;
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
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
  /** The task is done only with a document attached. */
  readonly deliverableRequired?: true;
}

/** A script, a template or a checklist that helps in a stage. */
export interface ToolkitTemplate {
  readonly kind: 'script' | 'template' | 'checklist';
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

/** A way of selling for one industry: open stages in order, then won, then lost. */
export interface ProcessTemplate {
  readonly key: string;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly stages: readonly StageTemplate[];
}

/** The text in the language asked for. */
export const textIn = (text: LocalText, locale: TemplateLocale): string => text[locale === 'en' ? 1 : 0];
