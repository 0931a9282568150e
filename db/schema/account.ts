import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { amount, count, createdAt, day, flag, id, instant, json, removedAt, share, words } from './columns.ts';
import { member } from './team.ts';

/** 客户: a company or institution. */
export const account = sqliteTable(
  'account',
  {
    id: id(),
    name: words(),
    shortName: words(),
    /** 统一社会信用代码 */
    creditCode: words(),
    industry: words(),
    /** Grade within the industry, e.g. 三级甲等 for hospitals. */
    grade: words(),
    /** Importance to us: A | B | C or empty. */
    tier: words(),
    ownership: words(),
    region: words(),
    city: words(),
    address: words(),
    website: words(),
    phone: words(),
    employees: integer(),
    annualRevenueMinor: amount(),
    foundedYear: integer(),
    parentId: text().references((): AnySQLiteColumn => account.id),
    ownerId: text().references(() => member.id),
    source: words(),
    note: words(),
    /** Unmapped columns of imports and fields of the team's own, as one JSON object. */
    custom: json('{}'),
    mergedIntoId: text(),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [
    index('account_byOwner').on(t.ownerId, t.name),
    index('account_byParent').on(t.parentId),
    index('account_byName').on(t.name),
  ],
);

/** 联系人: a person at an account. */
export const contact = sqliteTable(
  'contact',
  {
    id: id(),
    accountId: text().references(() => account.id),
    name: words(),
    title: words(),
    department: words(),
    mobile: words(),
    phone: words(),
    email: words(),
    wechat: words(),
    reportsToId: text().references((): AnySQLiteColumn => contact.id),
    note: words(),
    custom: json('{}'),
    leftAt: instant(),
    mergedIntoId: text(),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [index('contact_byAccount').on(t.accountId, t.name), index('contact_byReportsTo').on(t.reportsToId)],
);

/** One sourced statement about an account (工商, 招投标, 财务风险, 应收 …); superseded, never overwritten. */
export const fact = sqliteTable(
  'fact',
  {
    id: id(),
    accountId: text().references(() => account.id),
    /** registry | tender | award | legal | financial | receivable | news */
    kind: words(),
    label: words(),
    value: words(),
    valueMinor: amount(),
    currency: words('CNY'),
    date: day(),
    source: words(),
    confidence: share(),
    supersededById: text(),
    createdAt: createdAt(),
    createdById: text().references(() => member.id),
  },
  (t) => [index('fact_byAccount').on(t.accountId, t.kind, t.date)],
);

/** 线索: a possibly interested party, not yet verified. */
export const lead = sqliteTable(
  'lead',
  {
    id: id(),
    company: words(),
    personName: words(),
    title: words(),
    department: words(),
    mobile: words(),
    phone: words(),
    email: words(),
    wechat: words(),
    /** 统一社会信用代码 of the company. */
    creditCode: words(),
    industry: words(),
    region: words(),
    city: words(),
    website: words(),
    source: words(),
    /** new | verifying | converted | disqualified | pool */
    status: words('new'),
    ownerId: text().references(() => member.id),
    need: words(),
    budgetMinor: amount(),
    authority: words(),
    timing: words(),
    /** Code and words of why it was disqualified or given back to the pool. */
    reasonCode: words(),
    reason: words(),
    accountId: text().references(() => account.id),
    contactId: text().references(() => contact.id),
    opportunityId: text(),
    custom: json('{}'),
    note: words(),
    /** When the present owner got it, and until when it stays with them before it goes to the pool. */
    heldSince: instant(),
    heldUntil: instant(),
    /** How often it went back to the pool. */
    recycled: count(0),
    convertedAt: instant(),
    disqualifiedAt: instant(),
    mergedIntoId: text(),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [
    index('lead_byStatus').on(t.status, t.removedAt, t.createdAt),
    index('lead_byOwner').on(t.ownerId, t.status, t.heldUntil),
    index('lead_byCreated').on(t.createdAt),
    index('lead_bySource').on(t.source, t.createdAt),
  ],
);

/** A recorded interaction that earns behaviour points. What happened never changes; whose it is may: conversion and merging carry it on. */
export const behaviourEvent = sqliteTable(
  'behaviourEvent',
  {
    id: id(),
    kind: words(),
    at: createdAt(),
    durationSeconds: integer(),
    detail: words(),
    source: words(),
    leadId: text().references(() => lead.id),
    contactId: text().references(() => contact.id),
    accountId: text().references(() => account.id),
    opportunityId: text(),
    counted: flag(1),
    /** Whom the file named (JSON of its words), and why nobody was found: unknown | ambiguous | nobody; empty once it is somebody's. */
    who: json('{}'),
    unmatched: words(),
  },
  (t) => [
    index('behaviourEvent_byLead').on(t.leadId, t.at),
    index('behaviourEvent_byContact').on(t.contactId, t.at),
    index('behaviourEvent_byAccount').on(t.accountId, t.at),
    index('behaviourEvent_byOpportunity').on(t.opportunityId, t.at),
    index('behaviourEvent_byKind').on(t.kind),
  ],
);
