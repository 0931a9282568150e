import { accounts as accountsEn } from './en/accounts.ts';
import { activities as activitiesEn } from './en/activities.ts';
import { analytics as analyticsEn } from './en/analytics.ts';
import { attributes as attributesEn } from './en/attributes.ts';
import { app as appEn } from './en/app.ts';
import { behaviour as behaviourEn } from './en/behaviour.ts';
import { contacts as contactsEn } from './en/contacts.ts';
import { deal as dealEn } from './en/deal.ts';
import { documents as documentsEn } from './en/documents.ts';
import { errors as errorsEn } from './en/errors.ts';
import { fields as fieldsEn } from './en/fields.ts';
import { imports as importsEn } from './en/imports.ts';
import { leads as leadsEn } from './en/leads.ts';
import { notices as noticesEn } from './en/notices.ts';
import { pipeline as pipelineEn } from './en/pipeline.ts';
import { powerMap as powerMapEn } from './en/powerMap.ts';
import { processes as processesEn } from './en/processes.ts';
import { risks as risksEn } from './en/risks.ts';
import { rules as rulesEn } from './en/rules.ts';
import { scoringFeatures as scoringFeaturesEn } from './en/scoringFeatures.ts';
import { scoreModels as scoreModelsEn } from './en/scoreModels.ts';
import { scoringPanel as scoringPanelEn } from './en/scoringPanel.ts';
import { settings as settingsEn } from './en/settings.ts';
import { start as startEn } from './en/start.ts';
import { tasks as tasksEn } from './en/tasks.ts';
import { today as todayEn } from './en/today.ts';
import type { Language } from './language.ts';
import { accounts } from './zhCN/accounts.ts';
import { activities } from './zhCN/activities.ts';
import { analytics } from './zhCN/analytics.ts';
import { attributes } from './zhCN/attributes.ts';
import { app } from './zhCN/app.ts';
import { behaviour } from './zhCN/behaviour.ts';
import { contacts } from './zhCN/contacts.ts';
import { deal } from './zhCN/deal.ts';
import { documents } from './zhCN/documents.ts';
import { errors } from './zhCN/errors.ts';
import { fields } from './zhCN/fields.ts';
import { imports } from './zhCN/imports.ts';
import { leads } from './zhCN/leads.ts';
import { notices } from './zhCN/notices.ts';
import { pipeline } from './zhCN/pipeline.ts';
import { powerMap } from './zhCN/powerMap.ts';
import { processes } from './zhCN/processes.ts';
import { risks } from './zhCN/risks.ts';
import { rules } from './zhCN/rules.ts';
import { scoringFeatures } from './zhCN/scoringFeatures.ts';
import { scoreModels } from './zhCN/scoreModels.ts';
import { scoringPanel } from './zhCN/scoringPanel.ts';
import { settings } from './zhCN/settings.ts';
import { start } from './zhCN/start.ts';
import { tasks } from './zhCN/tasks.ts';
import { today } from './zhCN/today.ts';

/*
 * Every text of the interface. A new area is one file in zhCN/, one in en/ and one line in each of the two lists below.
 */

const zhCN = {
  ...app,
  ...errors,
  ...start,
  ...settings,
  ...scoringFeatures,
  ...behaviour,
  ...scoreModels,
  ...scoringPanel,
  ...risks,
  ...rules,
  ...pipeline,
  ...deal,
  ...documents,
  ...accounts,
  ...contacts,
  ...leads,
  ...activities,
  ...tasks,
  ...today,
  ...notices,
  ...powerMap,
  ...processes,
  ...analytics,
  ...attributes,
  ...imports,
  ...fields,
};

const en = {
  ...appEn,
  ...errorsEn,
  ...startEn,
  ...settingsEn,
  ...scoringFeaturesEn,
  ...behaviourEn,
  ...scoreModelsEn,
  ...scoringPanelEn,
  ...risksEn,
  ...rulesEn,
  ...pipelineEn,
  ...dealEn,
  ...documentsEn,
  ...accountsEn,
  ...contactsEn,
  ...leadsEn,
  ...activitiesEn,
  ...tasksEn,
  ...todayEn,
  ...noticesEn,
  ...powerMapEn,
  ...processesEn,
  ...analyticsEn,
  ...attributesEn,
  ...importsEn,
  ...fieldsEn,
};

/** The source texts with their literal types: the list of all keys and of what each needs. */
export type SourceTexts = typeof zhCN;
/** A key of the catalogues, `area.thing.part`. */
export type TextKey = keyof SourceTexts;

/** Texts by language; `en` may hold singular forms beside the keys of the source. */
export const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { 'zh-CN': zhCN, en };

/** Tells whether a composed key exists, for keys made from codes of the domain. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(zhCN, key);
}
