import { accountContract, contactContract } from './account.contract.ts';
import { attributeScoreContract } from './attributeScore.contract.ts';
import { automationContract, riskContract } from './automation.contract.ts';
import { behaviourContract } from './behaviour.contract.ts';
import { calendarContract } from './calendar.contract.ts';
import { changesContract } from './changes.contract.ts';
import { documentContract } from './document.contract.ts';
import { funnelContract } from './funnel.contract.ts';
import { duplicateContract } from './duplicate.contract.ts';
import { importContract } from './import.contract.ts';
import { noticeContract } from './notice.contract.ts';
import { leadContract } from './lead.contract.ts';
import type { Operation } from './operation.ts';
import { activityContract, opportunityContract, taskContract } from './opportunity.contract.ts';
import { pipelineContract, viewsContract } from './pipeline.contract.ts';
import { powerMapContract } from './powerMap.contract.ts';
import { processContract } from './process.contract.ts';
import { qualificationContract } from './qualification.contract.ts';
import { scoringContract } from './scoring.contract.ts';
import { scoreModelContract } from './scoreModel.contract.ts';
import { searchContract } from './search.contract.ts';
import { settingsContract } from './settings.contract.ts';
import { taskCalendarContract } from './taskCalendar.contract.ts';
import { workspaceContract } from './workspace.contract.ts';

/** Every contract by area: the process boundary in one map. */
export const contracts = {
  workspace: workspaceContract,
  settings: settingsContract,
  calendar: calendarContract,
  automation: automationContract,
  risk: riskContract,
  behaviour: behaviourContract,
  changes: changesContract,
  search: searchContract,
  pipeline: pipelineContract,
  process: processContract,
  views: viewsContract,
  opportunity: opportunityContract,
  activity: activityContract,
  task: taskContract,
  document: documentContract,
  account: accountContract,
  contact: contactContract,
  lead: leadContract,
  duplicate: duplicateContract,
  powerMap: powerMapContract,
  qualification: qualificationContract,
  scoreModel: scoreModelContract,
  funnel: funnelContract,
  import: importContract,
  notice: noticeContract,
  taskCalendar: taskCalendarContract,
  scoring: scoringContract,
  attributeScore: attributeScoreContract,
} as const;

/** Every operation by its name. */
export const allOperations: ReadonlyMap<string, Operation> = new Map(
  Object.values(contracts)
    .flatMap((area) => Object.values(area) as Operation[])
    .map((operation) => [operation.name, operation]),
);
