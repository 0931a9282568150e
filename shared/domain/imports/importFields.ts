import type { ImportEntity, ImportFieldKind } from '../../contract/import.contract.ts';

/** One thing that a record of some kind can take from a file. */
export interface ImportField {
  readonly field: string;
  readonly kind: ImportFieldKind;
  /** Without a column for it the file cannot be read as this kind of record. */
  readonly required: boolean;
}

const fields = (
  kinds: Partial<Record<ImportFieldKind, readonly string[]>>,
  required: readonly string[],
): ImportField[] =>
  Object.entries(kinds).flatMap(([kind, names]) =>
    names.map((field) => ({ field, kind: kind as ImportFieldKind, required: required.includes(field) })),
  );

const dealText = ['externalId', 'name', 'nextStep', 'description', 'source', 'lostReason', 'forecastCategory'];
const dealReferences = ['account', 'contact', 'owner', 'product'];
/** `closeDate` is the planned day while a deal is open and the actual one when it is closed, as Salesforce and HubSpot use it. */
const dealInstants = ['createdAt', 'engagedAt', 'stageEnteredAt', 'closedAt', 'wonAt', 'lostAt'];

/** Every field by kind of record, in the order in which the mapping step lists them. */
export const importFields: Record<ImportEntity, readonly ImportField[]> = {
  opportunity: fields(
    {
      text: dealText,
      reference: dealReferences,
      stage: ['stage'],
      status: ['status'],
      amount: ['amount'],
      currency: ['currency'],
      percent: ['ownWinRate'],
      day: ['expectedClose', 'closeDate'],
      instant: dealInstants,
    },
    ['stage'],
  ),
  stageHistory: fields(
    {
      text: dealText,
      reference: dealReferences,
      stage: ['stage', 'fromStage'],
      status: ['status'],
      amount: ['amount'],
      currency: ['currency'],
      percent: ['ownWinRate'],
      day: ['expectedClose', 'closeDate'],
      instant: ['at', 'fromAt', 'createdAt', 'closedAt'],
    },
    ['externalId', 'stage', 'at'],
  ),
  opportunityLine: fields(
    {
      text: ['deal', 'description'],
      reference: ['product'],
      number: ['quantity'],
      amount: ['unitPrice', 'amount'],
      percent: ['discount'],
      currency: ['currency'],
      instant: ['at'],
    },
    ['deal', 'product'],
  ),
  account: fields(
    {
      text: [
        'externalId',
        'name',
        'shortName',
        'creditCode',
        'industry',
        'grade',
        'tier',
        'ownership',
        'region',
        'city',
        'address',
        'website',
        'phone',
        'source',
        'note',
      ],
      reference: ['parent', 'owner'],
      integer: ['employees', 'foundedYear'],
      amount: ['annualRevenue'],
      instant: ['createdAt'],
    },
    ['name'],
  ),
  contact: fields(
    {
      text: [
        'externalId',
        'name',
        'lastName',
        'firstName',
        'title',
        'department',
        'mobile',
        'phone',
        'email',
        'wechat',
        'note',
      ],
      reference: ['account', 'reportsTo'],
      instant: ['createdAt'],
    },
    ['name'],
  ),
  product: fields(
    {
      text: ['externalId', 'name', 'code', 'unit'],
      reference: ['productLine'],
      amount: ['price'],
      currency: ['currency'],
    },
    ['name'],
  ),
  member: fields(
    { text: ['externalId', 'name', 'email', 'role'], reference: ['manager', 'team'], instant: ['createdAt'] },
    ['name'],
  ),
  activity: fields(
    {
      text: ['externalId', 'kind', 'subject', 'note', 'location', 'deal'],
      reference: ['account', 'owner'],
      integer: ['durationMinutes'],
      instant: ['at', 'createdAt'],
    },
    ['at'],
  ),
  lead: fields(
    {
      text: [
        'externalId',
        'company',
        'personName',
        'title',
        'department',
        'mobile',
        'phone',
        'email',
        'wechat',
        'source',
        'need',
        'authority',
        'timing',
        'industry',
        'region',
        'city',
        'website',
        'creditCode',
        'note',
      ],
      reference: ['owner'],
      amount: ['budget'],
      instant: ['createdAt'],
    },
    ['company'],
  ),
  behaviourEvent: fields(
    {
      text: ['kind', 'externalId', 'email', 'mobile', 'wechat', 'personId', 'personName', 'company', 'deal', 'detail'],
      number: ['durationMinutes', 'durationSeconds'],
      instant: ['at'],
    },
    ['at', 'kind'],
  ),
};

/** How a field of a kind of record is read; undefined when that record has no such field. */
export const importFieldOf = (entity: ImportEntity, field: string): ImportField | undefined =>
  importFields[entity].find((known) => known.field === field);
