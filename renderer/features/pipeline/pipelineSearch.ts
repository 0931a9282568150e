import { z } from 'zod';
import { boardSortSchema, expectedBySchema, pipelineFilterSchema } from '#shared/contract/pipeline.contract.ts';
import { daySchema, idSchema } from '#shared/contract/primitives.ts';

/*
 * What the address of 商机 may hold. Other rooms link here with `paths.pipeline({ view: 'list', process, stages: […] })`:
 * the filter's names are those of `pipelineFilterSchema`.
 */

const filterShape = pipelineFilterSchema.shape;
/** A part of the address that nobody can make sense of is left out instead of failing the screen. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
/** Numbers in an address are read as numbers, so an account or a search text of digits arrives as one. */
const words = (schema: z.ZodType<string | undefined>) =>
  z
    .preprocess((raw) => (typeof raw === 'number' ? String(raw) : raw), schema)
    .optional()
    .catch(undefined);

const searchSchema = z.object({
  view: z.enum(['board', 'list', 'timeline']).catch('board').default('board'),
  /** Process shown; `all` in the list only. */
  process: lenient(idSchema),
  text: words(filterShape.text),
  ownerIds: lenient(filterShape.ownerIds),
  status: lenient(filterShape.status),
  accountId: lenient(filterShape.accountId),
  amountMin: lenient(filterShape.amountMin),
  amountMax: lenient(filterShape.amountMax),
  closeFrom: lenient(filterShape.closeFrom),
  closeTo: lenient(filterShape.closeTo),
  undated: lenient(filterShape.undated),
  overdue: lenient(filterShape.overdue),
  noNextStep: lenient(filterShape.noNextStep),
  unrated: lenient(filterShape.unrated),
  qualification: lenient(filterShape.qualification),
  source: words(filterShape.source),
  /** Only these stages, in the list: the rows behind a column's figures. */
  stages: lenient(z.array(idSchema).max(100)),
  /** Order of the board's columns. */
  sort: lenient(boardSortSchema),
  /** Win rate behind 预期. */
  by: lenient(expectedBySchema),
  listSort: lenient(z.enum(['name', 'account', 'owner', 'stage', 'amount', 'expectedClose', 'stageAge', 'created'])),
  descending: lenient(z.boolean()),
  /** First day of the timeline's window. */
  from: lenient(daySchema),
});
/** The address of 商机 in our own words. */
export type PipelineSearch = Omit<z.output<typeof searchSchema>, DayName> & {
  readonly [Name in DayName]?: string | undefined;
};
type DayName = 'closeFrom' | 'closeTo' | 'from';
/** The filter as the operations take it. */
export type FilterInput = z.input<typeof pipelineFilterSchema>;
export type PipelineView = PipelineSearch['view'];

/** Reads the address; never fails. */
export const parsePipelineSearch = (raw: Readonly<Record<string, unknown>>): PipelineSearch => searchSchema.parse(raw);

/** Names of the filter's parts, in the order of the bar. */
export const filterNames = [
  'ownerIds',
  'status',
  'amount',
  'close',
  'undated',
  'overdue',
  'noNextStep',
  'unrated',
  'qualification',
  'accountId',
  'text',
  'source',
  'stages',
] as const;
export type FilterName = (typeof filterNames)[number];

/** The filter as the operations take it, without empty parts: the same choice is always the same query. */
export function filterOf(search: PipelineSearch): FilterInput {
  const {
    view: _,
    process: _p,
    stages: _s,
    sort: _o,
    by: _b,
    listSort: _l,
    descending: _d,
    from: _f,
    ...rest
  } = search;
  const set = Object.entries(rest).filter(
    ([, value]) =>
      value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(set);
}

/** Whether a part narrows what is shown. */
export function isFiltered(search: PipelineSearch, name: FilterName): boolean {
  if (name === 'amount') return search.amountMin !== undefined || search.amountMax !== undefined;
  if (name === 'close') return search.closeFrom !== undefined || search.closeTo !== undefined;
  const value = search[name];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false;
}

/** The change of address that takes a part off. */
export function withoutFilter(name: FilterName): Partial<PipelineSearch> {
  if (name === 'amount') return { amountMin: undefined, amountMax: undefined };
  if (name === 'close') return { closeFrom: undefined, closeTo: undefined };
  return { [name]: undefined };
}

/** The change of address that takes everything off. */
export function withoutFilters(): Partial<PipelineSearch> {
  return Object.assign({}, ...filterNames.map(withoutFilter)) as Partial<PipelineSearch>;
}

/** Whether anything narrows what is shown. */
export function hasFilters(search: PipelineSearch): boolean {
  return filterNames.some((name) => isFiltered(search, name));
}

/** What a saved view keeps: everything but where on the time axis one happened to look. */
export function viewState(search: PipelineSearch): string {
  const { from: _, ...kept } = search;
  const set = Object.entries(kept).filter(([, value]) => value !== undefined);
  return JSON.stringify(Object.fromEntries(set.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** The address that a saved view stands for; keys that it does not name are taken off. */
export function searchOfView(state: string): Partial<PipelineSearch> {
  const empty = Object.fromEntries(Object.keys(searchSchema.shape).map((name) => [name, undefined]));
  return { ...empty, ...parsePipelineSearch(readObject(state)) };
}

function readObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
