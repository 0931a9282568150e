import type { Migration } from '../migrate.ts';

/** Every table of the drizzle schema as of the first release. Immutable once released. */
export const initial: Migration = {
  id: 10,
  name: 'initial',
  up: `
CREATE TABLE "member" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "email" text NOT NULL DEFAULT '',
  "role" text NOT NULL DEFAULT 'seller',
  "managerId" text,
  "active" integer NOT NULL DEFAULT 1,
  "custom" text NOT NULL DEFAULT '{}',
  "createdAt" integer NOT NULL DEFAULT 0
);
CREATE TABLE "savedView" (
  "id" text PRIMARY KEY NOT NULL,
  "screen" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "ownerId" text,
  "shared" integer NOT NULL DEFAULT 0,
  "state" text NOT NULL DEFAULT '{}',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("ownerId") REFERENCES "member"("id")
);
CREATE TABLE "setting" (
  "id" text PRIMARY KEY NOT NULL,
  "value" text NOT NULL DEFAULT 'null'
);
CREATE TABLE "team" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "parentId" text,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer
);
CREATE TABLE "teamMember" (
  "id" text PRIMARY KEY NOT NULL,
  "teamId" text,
  "memberId" text,
  FOREIGN KEY ("teamId") REFERENCES "team"("id"),
  FOREIGN KEY ("memberId") REFERENCES "member"("id")
);
CREATE TABLE "workspace" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "currency" text NOT NULL DEFAULT 'CNY',
  "timeZone" text NOT NULL DEFAULT 'Asia/Shanghai',
  "industry" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0
);
CREATE TABLE "account" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "shortName" text NOT NULL DEFAULT '',
  "creditCode" text NOT NULL DEFAULT '',
  "industry" text NOT NULL DEFAULT '',
  "grade" text NOT NULL DEFAULT '',
  "tier" text NOT NULL DEFAULT '',
  "ownership" text NOT NULL DEFAULT '',
  "region" text NOT NULL DEFAULT '',
  "city" text NOT NULL DEFAULT '',
  "address" text NOT NULL DEFAULT '',
  "website" text NOT NULL DEFAULT '',
  "phone" text NOT NULL DEFAULT '',
  "employees" integer,
  "annualRevenueMinor" integer,
  "foundedYear" integer,
  "parentId" text,
  "ownerId" text,
  "source" text NOT NULL DEFAULT '',
  "note" text NOT NULL DEFAULT '',
  "custom" text NOT NULL DEFAULT '{}',
  "mergedIntoId" text,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("parentId") REFERENCES "account"("id"),
  FOREIGN KEY ("ownerId") REFERENCES "member"("id")
);
CREATE INDEX "account_byOwner" ON "account" ("ownerId", "name");
CREATE INDEX "account_byParent" ON "account" ("parentId");
CREATE INDEX "account_byName" ON "account" ("name");
CREATE TABLE "behaviourEvent" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL DEFAULT '',
  "at" integer NOT NULL DEFAULT 0,
  "durationSeconds" integer,
  "detail" text NOT NULL DEFAULT '',
  "source" text NOT NULL DEFAULT '',
  "leadId" text,
  "contactId" text,
  "accountId" text,
  "opportunityId" text,
  "counted" integer NOT NULL DEFAULT 1,
  "who" text NOT NULL DEFAULT '{}',
  "unmatched" text NOT NULL DEFAULT '',
  FOREIGN KEY ("leadId") REFERENCES "lead"("id"),
  FOREIGN KEY ("contactId") REFERENCES "contact"("id"),
  FOREIGN KEY ("accountId") REFERENCES "account"("id")
);
CREATE INDEX "behaviourEvent_byLead" ON "behaviourEvent" ("leadId", "at");
CREATE INDEX "behaviourEvent_byContact" ON "behaviourEvent" ("contactId", "at");
CREATE INDEX "behaviourEvent_byAccount" ON "behaviourEvent" ("accountId", "at");
CREATE INDEX "behaviourEvent_byOpportunity" ON "behaviourEvent" ("opportunityId", "at");
CREATE INDEX "behaviourEvent_byKind" ON "behaviourEvent" ("kind");
CREATE TABLE "contact" (
  "id" text PRIMARY KEY NOT NULL,
  "accountId" text,
  "name" text NOT NULL DEFAULT '',
  "title" text NOT NULL DEFAULT '',
  "department" text NOT NULL DEFAULT '',
  "mobile" text NOT NULL DEFAULT '',
  "phone" text NOT NULL DEFAULT '',
  "email" text NOT NULL DEFAULT '',
  "wechat" text NOT NULL DEFAULT '',
  "reportsToId" text,
  "note" text NOT NULL DEFAULT '',
  "custom" text NOT NULL DEFAULT '{}',
  "leftAt" integer,
  "mergedIntoId" text,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("accountId") REFERENCES "account"("id"),
  FOREIGN KEY ("reportsToId") REFERENCES "contact"("id")
);
CREATE INDEX "contact_byAccount" ON "contact" ("accountId", "name");
CREATE INDEX "contact_byReportsTo" ON "contact" ("reportsToId");
CREATE TABLE "fact" (
  "id" text PRIMARY KEY NOT NULL,
  "accountId" text,
  "kind" text NOT NULL DEFAULT '',
  "label" text NOT NULL DEFAULT '',
  "value" text NOT NULL DEFAULT '',
  "valueMinor" integer,
  "currency" text NOT NULL DEFAULT 'CNY',
  "date" text,
  "source" text NOT NULL DEFAULT '',
  "confidence" real,
  "supersededById" text,
  "createdAt" integer NOT NULL DEFAULT 0,
  "createdById" text,
  FOREIGN KEY ("accountId") REFERENCES "account"("id"),
  FOREIGN KEY ("createdById") REFERENCES "member"("id")
);
CREATE INDEX "fact_byAccount" ON "fact" ("accountId", "kind", "date");
CREATE TABLE "lead" (
  "id" text PRIMARY KEY NOT NULL,
  "company" text NOT NULL DEFAULT '',
  "personName" text NOT NULL DEFAULT '',
  "title" text NOT NULL DEFAULT '',
  "department" text NOT NULL DEFAULT '',
  "mobile" text NOT NULL DEFAULT '',
  "phone" text NOT NULL DEFAULT '',
  "email" text NOT NULL DEFAULT '',
  "wechat" text NOT NULL DEFAULT '',
  "creditCode" text NOT NULL DEFAULT '',
  "industry" text NOT NULL DEFAULT '',
  "region" text NOT NULL DEFAULT '',
  "city" text NOT NULL DEFAULT '',
  "website" text NOT NULL DEFAULT '',
  "source" text NOT NULL DEFAULT '',
  "status" text NOT NULL DEFAULT 'new',
  "ownerId" text,
  "need" text NOT NULL DEFAULT '',
  "budgetMinor" integer,
  "authority" text NOT NULL DEFAULT '',
  "timing" text NOT NULL DEFAULT '',
  "reasonCode" text NOT NULL DEFAULT '',
  "reason" text NOT NULL DEFAULT '',
  "accountId" text,
  "contactId" text,
  "opportunityId" text,
  "custom" text NOT NULL DEFAULT '{}',
  "note" text NOT NULL DEFAULT '',
  "heldSince" integer,
  "heldUntil" integer,
  "recycled" integer NOT NULL DEFAULT 0,
  "convertedAt" integer,
  "disqualifiedAt" integer,
  "mergedIntoId" text,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("ownerId") REFERENCES "member"("id"),
  FOREIGN KEY ("accountId") REFERENCES "account"("id"),
  FOREIGN KEY ("contactId") REFERENCES "contact"("id")
);
CREATE INDEX "lead_byStatus" ON "lead" ("status", "removedAt", "createdAt");
CREATE INDEX "lead_byOwner" ON "lead" ("ownerId", "status", "heldUntil");
CREATE INDEX "lead_byCreated" ON "lead" ("createdAt");
CREATE INDEX "lead_bySource" ON "lead" ("source", "createdAt");
CREATE TABLE "process" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "productLineId" text,
  "currentVersionId" text,
  "rank" text NOT NULL DEFAULT 'a0',
  "allowSkip" integer NOT NULL DEFAULT 1,
  "allowBack" integer NOT NULL DEFAULT 1,
  "templateKey" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0,
  "archivedAt" integer,
  FOREIGN KEY ("productLineId") REFERENCES "productLine"("id")
);
CREATE TABLE "processDraft" (
  "id" text PRIMARY KEY NOT NULL,
  "body" text NOT NULL DEFAULT '{}',
  "baseVersionId" text,
  "updatedAt" integer NOT NULL DEFAULT 0,
  "updatedById" text,
  FOREIGN KEY ("updatedById") REFERENCES "member"("id")
);
CREATE TABLE "processVersion" (
  "id" text PRIMARY KEY NOT NULL,
  "processId" text,
  "number" integer NOT NULL DEFAULT 1,
  "note" text NOT NULL DEFAULT '',
  "publishedAt" integer,
  "createdAt" integer NOT NULL DEFAULT 0,
  FOREIGN KEY ("processId") REFERENCES "process"("id")
);
CREATE INDEX "processVersion_byProcess" ON "processVersion" ("processId", "number");
CREATE TABLE "product" (
  "id" text PRIMARY KEY NOT NULL,
  "productLineId" text,
  "name" text NOT NULL DEFAULT '',
  "code" text NOT NULL DEFAULT '',
  "unit" text NOT NULL DEFAULT '',
  "priceMinor" integer,
  "currency" text NOT NULL DEFAULT 'CNY',
  "custom" text NOT NULL DEFAULT '{}',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("productLineId") REFERENCES "productLine"("id")
);
CREATE INDEX "product_byLine" ON "product" ("productLineId", "name");
CREATE TABLE "productLine" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer
);
CREATE TABLE "stage" (
  "id" text PRIMARY KEY NOT NULL,
  "processVersionId" text,
  "key" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "description" text NOT NULL DEFAULT '',
  "stageClass" text NOT NULL DEFAULT 'verify',
  "position" integer NOT NULL DEFAULT 0,
  "winRateMille" integer NOT NULL DEFAULT 0,
  "allowedDays" integer,
  "requiresC139" integer NOT NULL DEFAULT 0,
  "toolkit" text NOT NULL DEFAULT '[]',
  FOREIGN KEY ("processVersionId") REFERENCES "processVersion"("id")
);
CREATE INDEX "stage_byVersion" ON "stage" ("processVersionId", "position");
CREATE TABLE "stageCriterion" (
  "id" text PRIMARY KEY NOT NULL,
  "stageId" text,
  "key" text NOT NULL DEFAULT '',
  "gate" text NOT NULL DEFAULT 'exit',
  "kind" text NOT NULL DEFAULT 'evidence',
  "text" text NOT NULL DEFAULT '',
  "params" text NOT NULL DEFAULT '{}',
  "enforcement" text NOT NULL DEFAULT 'warn',
  "position" integer NOT NULL DEFAULT 0,
  FOREIGN KEY ("stageId") REFERENCES "stage"("id")
);
CREATE INDEX "stageCriterion_byStage" ON "stageCriterion" ("stageId", "position");
CREATE TABLE "stageTask" (
  "id" text PRIMARY KEY NOT NULL,
  "stageId" text,
  "key" text NOT NULL DEFAULT '',
  "title" text NOT NULL DEFAULT '',
  "kind" text NOT NULL DEFAULT 'task',
  "ownerRole" text NOT NULL DEFAULT 'owner',
  "dueDays" integer NOT NULL DEFAULT 0,
  "deliverable" text NOT NULL DEFAULT '',
  "deliverableRequired" integer NOT NULL DEFAULT 0,
  "position" integer NOT NULL DEFAULT 0,
  FOREIGN KEY ("stageId") REFERENCES "stage"("id")
);
CREATE INDEX "stageTask_byStage" ON "stageTask" ("stageId", "position");
CREATE TABLE "competitor" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "strengths" text NOT NULL DEFAULT '',
  "weaknesses" text NOT NULL DEFAULT '',
  "note" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer
);
CREATE TABLE "criterionEvidence" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "criterionId" text,
  "note" text NOT NULL DEFAULT '',
  "at" integer NOT NULL DEFAULT 0,
  "byId" text,
  "removedAt" integer,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("criterionId") REFERENCES "stageCriterion"("id"),
  FOREIGN KEY ("byId") REFERENCES "member"("id")
);
CREATE INDEX "criterionEvidence_byOpportunity" ON "criterionEvidence" ("opportunityId", "criterionId");
CREATE TABLE "forecastCall" (
  "id" text PRIMARY KEY NOT NULL,
  "memberId" text,
  "teamId" text,
  "period" text NOT NULL DEFAULT '',
  "amountMinor" integer,
  "currency" text NOT NULL DEFAULT 'CNY',
  "note" text NOT NULL DEFAULT '',
  "version" integer NOT NULL DEFAULT 1,
  "at" integer NOT NULL DEFAULT 0,
  FOREIGN KEY ("memberId") REFERENCES "member"("id")
);
CREATE TABLE "opportunity" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "accountId" text,
  "primaryContactId" text,
  "ownerId" text,
  "processId" text,
  "processVersionId" text,
  "stageId" text,
  "status" text NOT NULL DEFAULT 'open',
  "stageEnteredAt" integer NOT NULL DEFAULT 0,
  "closedAt" integer,
  "outcomeReason" text NOT NULL DEFAULT '',
  "outcomeNote" text NOT NULL DEFAULT '',
  "winnerCompetitorId" text,
  "amountMinor" integer,
  "currency" text NOT NULL DEFAULT 'CNY',
  "ownWinRate" real,
  "expectedClose" text,
  "forecastCategory" text NOT NULL DEFAULT '',
  "nextStep" text NOT NULL DEFAULT '',
  "description" text NOT NULL DEFAULT '',
  "source" text NOT NULL DEFAULT '',
  "leadId" text,
  "qualificationLevel" text NOT NULL DEFAULT '',
  "custom" text NOT NULL DEFAULT '{}',
  "rank" text NOT NULL DEFAULT 'a0',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("accountId") REFERENCES "account"("id"),
  FOREIGN KEY ("primaryContactId") REFERENCES "contact"("id"),
  FOREIGN KEY ("ownerId") REFERENCES "member"("id"),
  FOREIGN KEY ("processId") REFERENCES "process"("id"),
  FOREIGN KEY ("processVersionId") REFERENCES "processVersion"("id"),
  FOREIGN KEY ("stageId") REFERENCES "stage"("id"),
  FOREIGN KEY ("leadId") REFERENCES "lead"("id")
);
CREATE INDEX "opportunity_board" ON "opportunity" ("processId", "status", "removedAt", "stageId", "rank", "id", "amountMinor", "currency", "stageEnteredAt");
CREATE INDEX "opportunity_byOwner" ON "opportunity" ("ownerId", "status", "expectedClose");
CREATE INDEX "opportunity_byStageAge" ON "opportunity" ("ownerId", "status", "stageEnteredAt");
CREATE INDEX "opportunity_byAccount" ON "opportunity" ("accountId", "createdAt");
CREATE INDEX "opportunity_byClose" ON "opportunity" ("processId", "status", "removedAt", "expectedClose");
CREATE INDEX "opportunity_byCreated" ON "opportunity" ("createdAt");
CREATE TABLE "opportunityCompetitor" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "competitorId" text,
  "position" text NOT NULL DEFAULT 'unknown',
  "priceMinor" integer,
  "note" text NOT NULL DEFAULT '',
  "removedAt" integer,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("competitorId") REFERENCES "competitor"("id")
);
CREATE INDEX "opportunityCompetitor_byOpportunity" ON "opportunityCompetitor" ("opportunityId");
CREATE INDEX "opportunityCompetitor_byCompetitor" ON "opportunityCompetitor" ("competitorId", "removedAt");
CREATE TABLE "opportunityLine" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "productId" text,
  "description" text NOT NULL DEFAULT '',
  "quantity" real NOT NULL DEFAULT 1,
  "unitPriceMinor" integer,
  "discount" real,
  "amountMinor" integer,
  "currency" text NOT NULL DEFAULT 'CNY',
  "custom" text NOT NULL DEFAULT '{}',
  "rank" text NOT NULL DEFAULT 'a0',
  "removedAt" integer,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("productId") REFERENCES "product"("id")
);
CREATE INDEX "opportunityLine_byOpportunity" ON "opportunityLine" ("opportunityId", "rank");
CREATE TABLE "pastChange" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "field" text NOT NULL DEFAULT '',
  "fromValue" text,
  "toValue" text,
  "at" integer NOT NULL DEFAULT 0,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id")
);
CREATE INDEX "pastChange_byOpportunity" ON "pastChange" ("opportunityId", "field", "at");
CREATE TABLE "stageChange" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "fromStageId" text,
  "toStageId" text,
  "at" integer NOT NULL DEFAULT 0,
  "byId" text,
  "kind" text NOT NULL DEFAULT 'advance',
  "reason" text NOT NULL DEFAULT '',
  "openCriteria" text NOT NULL DEFAULT '[]',
  "outcome" text NOT NULL DEFAULT '',
  "outcomeReason" text NOT NULL DEFAULT '',
  "door" text NOT NULL DEFAULT 'screen',
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("fromStageId") REFERENCES "stage"("id"),
  FOREIGN KEY ("toStageId") REFERENCES "stage"("id"),
  FOREIGN KEY ("byId") REFERENCES "member"("id")
);
CREATE INDEX "stageChange_byOpportunity" ON "stageChange" ("opportunityId", "at");
CREATE INDEX "stageChange_byStage" ON "stageChange" ("toStageId", "at", "opportunityId");
CREATE TABLE "target" (
  "id" text PRIMARY KEY NOT NULL,
  "memberId" text,
  "period" text NOT NULL DEFAULT '',
  "amountMinor" integer,
  "currency" text NOT NULL DEFAULT 'CNY',
  FOREIGN KEY ("memberId") REFERENCES "member"("id")
);
CREATE TABLE "activity" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL DEFAULT 'note',
  "at" integer NOT NULL DEFAULT 0,
  "durationMinutes" integer,
  "subject" text NOT NULL DEFAULT '',
  "note" text NOT NULL DEFAULT '',
  "location" text NOT NULL DEFAULT '',
  "opportunityId" text,
  "accountId" text,
  "leadId" text,
  "ownerId" text,
  "private" integer NOT NULL DEFAULT 0,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("accountId") REFERENCES "account"("id"),
  FOREIGN KEY ("leadId") REFERENCES "lead"("id"),
  FOREIGN KEY ("ownerId") REFERENCES "member"("id")
);
CREATE INDEX "activity_byOpportunity" ON "activity" ("opportunityId", "at");
CREATE INDEX "activity_byAccount" ON "activity" ("accountId", "at");
CREATE INDEX "activity_byOwner" ON "activity" ("ownerId", "at");
CREATE INDEX "activity_byLead" ON "activity" ("leadId", "at");
CREATE TABLE "activityContact" (
  "id" text PRIMARY KEY NOT NULL,
  "activityId" text,
  "contactId" text,
  FOREIGN KEY ("activityId") REFERENCES "activity"("id"),
  FOREIGN KEY ("contactId") REFERENCES "contact"("id")
);
CREATE INDEX "activityContact_byActivity" ON "activityContact" ("activityId");
CREATE INDEX "activityContact_byContact" ON "activityContact" ("contactId", "activityId");
CREATE TABLE "attachment" (
  "id" text PRIMARY KEY NOT NULL,
  "documentId" text,
  "entity" text NOT NULL DEFAULT '',
  "entityId" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("documentId") REFERENCES "document"("id")
);
CREATE INDEX "attachment_byEntity" ON "attachment" ("entity", "entityId");
CREATE INDEX "attachment_byDocument" ON "attachment" ("documentId");
CREATE TABLE "directive" (
  "id" text PRIMARY KEY NOT NULL,
  "text" text NOT NULL DEFAULT '',
  "issuedById" text,
  "ownerId" text,
  "opportunityId" text,
  "accountId" text,
  "dueDate" text,
  "condition" text NOT NULL DEFAULT '{}',
  "status" text NOT NULL DEFAULT 'open',
  "closedAt" integer,
  "createdAt" integer NOT NULL DEFAULT 0,
  FOREIGN KEY ("issuedById") REFERENCES "member"("id"),
  FOREIGN KEY ("ownerId") REFERENCES "member"("id"),
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("accountId") REFERENCES "account"("id")
);
CREATE INDEX "directive_byOwner" ON "directive" ("ownerId", "status");
CREATE INDEX "directive_byOpportunity" ON "directive" ("opportunityId");
CREATE TABLE "document" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "mime" text NOT NULL DEFAULT '',
  "bytes" integer NOT NULL DEFAULT 0,
  "blobHash" text NOT NULL DEFAULT '',
  "kind" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0,
  "createdById" text,
  "removedAt" integer,
  FOREIGN KEY ("createdById") REFERENCES "member"("id")
);
CREATE TABLE "review" (
  "id" text PRIMARY KEY NOT NULL,
  "teamId" text,
  "weekStart" text,
  "status" text NOT NULL DEFAULT 'planned',
  "heldAt" integer,
  "minutes" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0
);
CREATE TABLE "reviewItem" (
  "id" text PRIMARY KEY NOT NULL,
  "reviewId" text,
  "kind" text NOT NULL DEFAULT 'note',
  "opportunityId" text,
  "text" text NOT NULL DEFAULT '',
  "ownerId" text,
  "dueDate" text,
  "status" text NOT NULL DEFAULT 'open',
  "doneAt" integer,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("reviewId") REFERENCES "review"("id"),
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("ownerId") REFERENCES "member"("id")
);
CREATE INDEX "reviewItem_byReview" ON "reviewItem" ("reviewId");
CREATE INDEX "reviewItem_byOpportunity" ON "reviewItem" ("opportunityId");
CREATE TABLE "task" (
  "id" text PRIMARY KEY NOT NULL,
  "title" text NOT NULL DEFAULT '',
  "kind" text NOT NULL DEFAULT 'task',
  "opportunityId" text,
  "accountId" text,
  "contactId" text,
  "leadId" text,
  "ownerId" text,
  "stageId" text,
  "stageTaskId" text,
  "criterionId" text,
  "directiveId" text,
  "dueDate" text,
  "dueMinute" integer,
  "status" text NOT NULL DEFAULT 'open',
  "doneAt" integer,
  "deliverable" text NOT NULL DEFAULT '',
  "deliverableRequired" integer NOT NULL DEFAULT 0,
  "ruleId" text,
  "note" text NOT NULL DEFAULT '',
  "createdById" text,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("accountId") REFERENCES "account"("id"),
  FOREIGN KEY ("contactId") REFERENCES "contact"("id"),
  FOREIGN KEY ("leadId") REFERENCES "lead"("id"),
  FOREIGN KEY ("ownerId") REFERENCES "member"("id"),
  FOREIGN KEY ("stageId") REFERENCES "stage"("id"),
  FOREIGN KEY ("stageTaskId") REFERENCES "stageTask"("id"),
  FOREIGN KEY ("criterionId") REFERENCES "stageCriterion"("id"),
  FOREIGN KEY ("createdById") REFERENCES "member"("id")
);
CREATE INDEX "task_byOpportunity" ON "task" ("opportunityId", "status", "dueDate");
CREATE INDEX "task_byOwner" ON "task" ("ownerId", "status", "dueDate");
CREATE INDEX "task_byAccount" ON "task" ("accountId", "status");
CREATE INDEX "task_byLead" ON "task" ("leadId", "status");
CREATE TABLE "c139Element" (
  "id" text PRIMARY KEY NOT NULL,
  "templateId" text,
  "code" text NOT NULL DEFAULT '',
  "family" text NOT NULL DEFAULT 'clear',
  "name" text NOT NULL DEFAULT '',
  "position" integer NOT NULL DEFAULT 0,
  FOREIGN KEY ("templateId") REFERENCES "c139Template"("id")
);
CREATE INDEX "c139Element_byTemplate" ON "c139Element" ("templateId", "position");
CREATE TABLE "c139Judgement" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "code" text NOT NULL DEFAULT '',
  "judge" text NOT NULL DEFAULT 'self',
  "coachKind" text NOT NULL DEFAULT '',
  "value" integer,
  "evidence" text NOT NULL DEFAULT '',
  "at" integer NOT NULL DEFAULT 0,
  "byId" text,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("byId") REFERENCES "member"("id")
);
CREATE INDEX "c139Judgement_byOpportunity" ON "c139Judgement" ("opportunityId", "code", "judge", "at", "value");
CREATE TABLE "c139Template" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "locked" integer NOT NULL DEFAULT 0,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer
);
CREATE TABLE "stakeholder" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "contactId" text,
  "vacantLabel" text NOT NULL DEFAULT '',
  "department" text NOT NULL DEFAULT '',
  "roles" text NOT NULL DEFAULT '[]',
  "influence" integer,
  "stance" text NOT NULL DEFAULT 'unknown',
  "stanceDate" text,
  "coverage" text NOT NULL DEFAULT 'unknown',
  "politicalStatus" text NOT NULL DEFAULT 'unknown',
  "orientation" text NOT NULL DEFAULT 'unknown',
  "responseMode" text NOT NULL DEFAULT 'unknown',
  "relationship" text NOT NULL DEFAULT 'unknown',
  "relationshipDesired" text NOT NULL DEFAULT 'unknown',
  "relationshipOwnerId" text,
  "confidence" text NOT NULL DEFAULT 'unclear',
  "source" text NOT NULL DEFAULT '',
  "note" text NOT NULL DEFAULT '',
  "privateNote" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("contactId") REFERENCES "contact"("id"),
  FOREIGN KEY ("relationshipOwnerId") REFERENCES "member"("id")
);
CREATE INDEX "stakeholder_byOpportunity" ON "stakeholder" ("opportunityId");
CREATE INDEX "stakeholder_byContact" ON "stakeholder" ("contactId");
CREATE TABLE "stakeholderRelation" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "fromId" text,
  "toId" text,
  "kind" text NOT NULL DEFAULT 'influences',
  "strength" integer,
  "confirmed" integer NOT NULL DEFAULT 0,
  "note" text NOT NULL DEFAULT '',
  "source" text NOT NULL DEFAULT '',
  "date" text,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("fromId") REFERENCES "stakeholder"("id"),
  FOREIGN KEY ("toId") REFERENCES "stakeholder"("id")
);
CREATE INDEX "stakeholderRelation_byOpportunity" ON "stakeholderRelation" ("opportunityId");
CREATE TABLE "automationRule" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "processId" text,
  "enabled" integer NOT NULL DEFAULT 1,
  "trigger" text NOT NULL DEFAULT '{}',
  "conditions" text NOT NULL DEFAULT '[]',
  "actions" text NOT NULL DEFAULT '[]',
  "rank" text NOT NULL DEFAULT 'a0',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("processId") REFERENCES "process"("id")
);
CREATE INDEX "automationRule_byProcess" ON "automationRule" ("processId");
CREATE TABLE "notDuplicate" (
  "id" text PRIMARY KEY NOT NULL,
  "entity" text NOT NULL DEFAULT '',
  "oneId" text NOT NULL DEFAULT '',
  "otherId" text NOT NULL DEFAULT '',
  "byId" text,
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("byId") REFERENCES "member"("id")
);
CREATE INDEX "notDuplicate_byOne" ON "notDuplicate" ("entity", "oneId");
CREATE INDEX "notDuplicate_byOther" ON "notDuplicate" ("entity", "otherId");
CREATE TABLE "qualificationAnswer" (
  "id" text PRIMARY KEY NOT NULL,
  "questionId" text,
  "opportunityId" text,
  "leadId" text,
  "value" text NOT NULL DEFAULT 'unknown',
  "evidence" text NOT NULL DEFAULT '',
  "at" integer NOT NULL DEFAULT 0,
  "byId" text,
  FOREIGN KEY ("questionId") REFERENCES "qualificationQuestion"("id"),
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("leadId") REFERENCES "lead"("id"),
  FOREIGN KEY ("byId") REFERENCES "member"("id")
);
CREATE INDEX "qualificationAnswer_byOpportunity" ON "qualificationAnswer" ("opportunityId");
CREATE INDEX "qualificationAnswer_byLead" ON "qualificationAnswer" ("leadId");
CREATE TABLE "qualificationQuestion" (
  "id" text PRIMARY KEY NOT NULL,
  "processId" text,
  "level" text NOT NULL DEFAULT 'C',
  "topic" text NOT NULL DEFAULT 'other',
  "text" text NOT NULL DEFAULT '',
  "hint" text NOT NULL DEFAULT '',
  "decisive" integer NOT NULL DEFAULT 0,
  "rank" text NOT NULL DEFAULT 'a0',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer,
  FOREIGN KEY ("processId") REFERENCES "process"("id")
);
CREATE INDEX "qualificationQuestion_byProcess" ON "qualificationQuestion" ("processId", "rank");
CREATE TABLE "risk" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "text" text NOT NULL DEFAULT '',
  "ruleId" text,
  "raisedAt" integer NOT NULL DEFAULT 0,
  "raisedById" text,
  "clearedAt" integer,
  "clearedById" text,
  "clearedNote" text NOT NULL DEFAULT '',
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("ruleId") REFERENCES "automationRule"("id"),
  FOREIGN KEY ("raisedById") REFERENCES "member"("id"),
  FOREIGN KEY ("clearedById") REFERENCES "member"("id")
);
CREATE INDEX "risk_byOpportunity" ON "risk" ("opportunityId", "clearedAt");
CREATE TABLE "ruleFiring" (
  "id" text PRIMARY KEY NOT NULL,
  "ruleId" text,
  "opportunityId" text,
  "occasion" text NOT NULL DEFAULT '',
  "at" integer NOT NULL DEFAULT 0,
  FOREIGN KEY ("ruleId") REFERENCES "automationRule"("id"),
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id")
);
CREATE INDEX "ruleFiring_byOpportunity" ON "ruleFiring" ("opportunityId", "ruleId");
CREATE INDEX "ruleFiring_byRule" ON "ruleFiring" ("ruleId", "at");
CREATE TABLE "stallReason" (
  "id" text PRIMARY KEY NOT NULL,
  "opportunityId" text,
  "stageId" text,
  "code" text NOT NULL DEFAULT 'other',
  "note" text NOT NULL DEFAULT '',
  "at" integer NOT NULL DEFAULT 0,
  "byId" text,
  FOREIGN KEY ("opportunityId") REFERENCES "opportunity"("id"),
  FOREIGN KEY ("stageId") REFERENCES "stage"("id"),
  FOREIGN KEY ("byId") REFERENCES "member"("id")
);
CREATE INDEX "stallReason_byOpportunity" ON "stallReason" ("opportunityId", "stageId", "at");
CREATE TABLE "alias" (
  "id" text PRIMARY KEY NOT NULL,
  "entity" text NOT NULL DEFAULT '',
  "spelling" text NOT NULL DEFAULT '',
  "entityId" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer
);
CREATE INDEX "alias_bySpelling" ON "alias" ("entity", "spelling");
CREATE TABLE "externalRef" (
  "id" text PRIMARY KEY NOT NULL,
  "source" text NOT NULL DEFAULT '',
  "entity" text NOT NULL DEFAULT '',
  "externalId" text NOT NULL DEFAULT '',
  "entityId" text NOT NULL DEFAULT '',
  "createdAt" integer NOT NULL DEFAULT 0
);
CREATE INDEX "externalRef_byEntity" ON "externalRef" ("entity", "entityId");
CREATE TABLE "importMapping" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "source" text NOT NULL DEFAULT '',
  "mapping" text NOT NULL DEFAULT '{}',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer
);
CREATE TABLE "modelCheck" (
  "id" text PRIMARY KEY NOT NULL,
  "modelId" text,
  "at" integer NOT NULL DEFAULT 0,
  "fromDay" text,
  "toDay" text,
  "body" text NOT NULL DEFAULT '{}',
  FOREIGN KEY ("modelId") REFERENCES "scoreModel"("id")
);
CREATE INDEX "modelCheck_byModel" ON "modelCheck" ("modelId", "at");
CREATE TABLE "scoreModel" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL DEFAULT 'deal',
  "version" integer NOT NULL DEFAULT 1,
  "trainedAt" integer NOT NULL DEFAULT 0,
  "trainedById" text,
  "fromDay" text,
  "toDay" text,
  "verdict" text NOT NULL DEFAULT 'abstains',
  "body" text NOT NULL DEFAULT '{}',
  "report" text NOT NULL DEFAULT '{}',
  "note" text NOT NULL DEFAULT '',
  "activatedAt" integer,
  "removedAt" integer,
  FOREIGN KEY ("trainedById") REFERENCES "member"("id")
);
CREATE INDEX "scoreModel_byKind" ON "scoreModel" ("kind", "removedAt", "activatedAt");
CREATE TABLE "scoreRuleSet" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL DEFAULT 'attribute',
  "name" text NOT NULL DEFAULT '',
  "industry" text NOT NULL DEFAULT '',
  "body" text NOT NULL DEFAULT '{}',
  "createdAt" integer NOT NULL DEFAULT 0,
  "removedAt" integer
);
CREATE TABLE "attributeScore" (
  "entity" text NOT NULL,
  "entityId" text NOT NULL,
  "ruleSetId" text NOT NULL,
  "points" real,
  "completeness" real NOT NULL,
  "low" real NOT NULL,
  "high" real NOT NULL,
  "place" real,
  "inputHash" text NOT NULL,
  "asOf" integer NOT NULL
);
CREATE UNIQUE INDEX "attributeScore_key" ON "attributeScore" ("entity", "entityId");
CREATE INDEX "attributeScore_bySet" ON "attributeScore" ("ruleSetId", "entity");
CREATE TABLE "behaviourState" (
  "entity" text NOT NULL,
  "entityId" text NOT NULL,
  "state" text NOT NULL,
  "points" real NOT NULL,
  "asOf" integer NOT NULL,
  "validUntil" integer,
  "surging" integer NOT NULL,
  "ruleHash" text NOT NULL
);
CREATE UNIQUE INDEX "behaviourState_key" ON "behaviourState" ("entity", "entityId");
CREATE INDEX "behaviourState_surging" ON "behaviourState" ("entity", "surging");
CREATE TABLE "dueJob" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL,
  "key" text NOT NULL,
  "dueAt" integer NOT NULL,
  "payload" text NOT NULL,
  "attempts" integer NOT NULL,
  "startedAt" integer,
  "doneAt" integer,
  "lastError" text
);
CREATE UNIQUE INDEX "dueJob_byKey" ON "dueJob" ("kind", "key");
CREATE INDEX "dueJob_due" ON "dueJob" ("doneAt", "dueAt");
CREATE TABLE "duplicateKey" (
  "entity" text NOT NULL,
  "entityId" text NOT NULL,
  "kind" text NOT NULL,
  "key" text NOT NULL
);
CREATE UNIQUE INDEX "duplicateKey_byKey" ON "duplicateKey" ("kind", "key", "entity", "entityId");
CREATE INDEX "duplicateKey_byRecord" ON "duplicateKey" ("entity", "entityId");
CREATE TABLE "importBatch" (
  "id" text PRIMARY KEY NOT NULL,
  "source" text NOT NULL,
  "files" text NOT NULL,
  "startedAt" integer NOT NULL,
  "finishedAt" integer,
  "memberId" text,
  "counts" text NOT NULL,
  "firstSeq" integer,
  "lastSeq" integer,
  "undoneAt" integer,
  "contentHash" text
);
CREATE TABLE "leadScore" (
  "leadId" text PRIMARY KEY NOT NULL,
  "modelId" text,
  "asOf" integer NOT NULL,
  "probability" real,
  "low" real,
  "high" real,
  "inputHash" text NOT NULL
);
CREATE TABLE "localSetting" (
  "key" text PRIMARY KEY NOT NULL,
  "value" text NOT NULL
);
CREATE TABLE "notice" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL,
  "key" text NOT NULL,
  "memberId" text NOT NULL,
  "entity" text NOT NULL,
  "entityId" text NOT NULL,
  "params" text NOT NULL,
  "dueAt" integer NOT NULL,
  "shownAt" integer,
  "readAt" integer,
  "snoozedUntil" integer
);
CREATE UNIQUE INDEX "notice_byKey" ON "notice" ("kind", "key", "memberId");
CREATE INDEX "notice_open" ON "notice" ("memberId", "readAt", "shownAt", "dueAt");
CREATE INDEX "notice_byEntity" ON "notice" ("entity", "entityId");
CREATE TABLE "opportunityScore" (
  "opportunityId" text PRIMARY KEY NOT NULL,
  "modelId" text,
  "asOf" integer NOT NULL,
  "probability" real,
  "low" real,
  "high" real,
  "inputHash" text NOT NULL
);
CREATE TABLE "scoreHistory" (
  "kind" text NOT NULL,
  "entityId" text NOT NULL,
  "score" text NOT NULL,
  "asOf" integer NOT NULL,
  "value" real,
  "versionId" text,
  "inputHash" text NOT NULL
);
CREATE INDEX "scoreHistory_byRecord" ON "scoreHistory" ("kind", "entityId", "score", "asOf");
CREATE TABLE "scoreInput" (
  "no" integer PRIMARY KEY NOT NULL,
  "kind" text NOT NULL,
  "entityId" text NOT NULL,
  "facts" text NOT NULL,
  "hash" text NOT NULL,
  "stale" integer NOT NULL,
  "dueAt" integer
);
CREATE UNIQUE INDEX "scoreInput_key" ON "scoreInput" ("kind", "entityId");
CREATE INDEX "scoreInput_stale" ON "scoreInput" ("kind", "stale", "dueAt");
CREATE TABLE "scorePage" (
  "kind" text NOT NULL,
  "block" integer NOT NULL,
  "asOf" integer NOT NULL,
  "modelId" text,
  "body" blob NOT NULL
);
CREATE INDEX "scorePage_byBlock" ON "scorePage" ("kind", "block", "asOf");
CREATE TABLE "snapshot" (
  "id" text PRIMARY KEY NOT NULL,
  "takenAt" integer NOT NULL,
  "reason" text NOT NULL
);
CREATE TABLE "snapshotRow" (
  "snapshotId" text NOT NULL,
  "opportunityId" text NOT NULL,
  "stageId" text,
  "status" text NOT NULL,
  "ownerId" text,
  "teamId" text,
  "amountMinor" integer,
  "currency" text NOT NULL,
  "ownWinRate" real,
  "modelWinRate" real,
  "stageWinRateMille" integer,
  "expectedClose" text,
  "forecastCategory" text NOT NULL,
  "c139" text NOT NULL
);
CREATE UNIQUE INDEX "snapshotRow_key" ON "snapshotRow" ("snapshotId", "opportunityId");
CREATE TABLE "syncMeta" (
  "key" text PRIMARY KEY NOT NULL,
  "value" text NOT NULL
);
CREATE TABLE "syncTx" (
  "seq" integer PRIMARY KEY NOT NULL,
  "hlc" integer NOT NULL,
  "at" integer NOT NULL,
  "actor" text NOT NULL,
  "label" text NOT NULL,
  "codec" text NOT NULL,
  "body" blob NOT NULL,
  "rows" integer NOT NULL,
  "undoes" integer,
  "undoneBy" integer
);
CREATE INDEX "syncTx_byHlc" ON "syncTx" ("hlc");
`,
};
