import {
  findExternalRef,
  knownAliases,
  type KnownName,
  knownNames,
  type NamedKind,
} from '#db/queries/imports/knownNames.ts';
import type { ReadDb } from '#db/handles.ts';
import { foldName, tidyText } from '#shared/domain/imports/foldText.ts';
import { NearNames } from '#shared/domain/imports/nearSpelling.ts';
import { externalKey, externalRefId } from './stableId.ts';

/** What a spelling in a file turned out to mean. */
export type NameMatch =
  | { readonly type: 'found'; readonly id: string }
  /** Another spelling of a known record; to be remembered. */
  | { readonly type: 'alias'; readonly id: string; readonly name: string }
  | { readonly type: 'unknown' };

/** A spelling that does not match but nearly does, for the person to decide. */
export interface AliasSuggestion {
  readonly spelling: string;
  readonly meansText: string;
  rows: number;
  readonly accepted: boolean;
}

/** A person's word on a spelling, from the plan. */
export interface AliasDecision {
  readonly meansText: string;
  readonly accepted: boolean;
}

const FOLDS_KEPT = 50_000;

/** Finds records of one kind by the names that files use for them. */
export class RecordNames {
  readonly suggestions = new Map<string, AliasSuggestion>();
  private readonly db: ReadDb;
  private readonly kind: NamedKind;
  private readonly source: string;
  private readonly byName = new Map<string, string>();
  private readonly removed = new Map<string, string>();
  private readonly near = new NearNames();
  private readonly decisions: ReadonlyMap<string, AliasDecision>;
  private readonly folds = new Map<string, string>();
  private readonly answers = new Map<string, NameMatch>();

  constructor(db: ReadDb, kind: NamedKind, source: string, decisions: ReadonlyMap<string, AliasDecision>) {
    this.db = db;
    this.kind = kind;
    this.source = source;
    this.decisions = decisions;
    for (const known of knownNames(db, kind)) this.learn(known);
    if (kind === 'team' || kind === 'productLine') return;
    for (const alias of knownAliases(db, kind)) this.byName.set(foldName(alias.spelling), alias.entityId);
  }

  /** Makes a record of this import findable; `near` false keeps names that only references mention out of the search for slips. */
  add(id: string, name: string, near: boolean): void {
    const fold = foldName(name);
    if (!this.byName.has(fold)) this.byName.set(fold, id);
    this.near.add(name, near);
    this.answers.delete(fold);
  }

  /** The record with exactly this name (but for case, spaces and width), also one in the trash. */
  exact(name: string): string | undefined {
    const fold = foldName(name);
    return this.byName.get(fold) ?? this.removed.get(fold);
  }

  /** What a reference in a row means. Counts the rows of suggestions. */
  find(text: string): NameMatch {
    const fold = this.fold(text);
    const suggestion = this.suggestions.get(fold);
    if (suggestion) suggestion.rows += 1;
    const known = this.answers.get(fold);
    if (known) return known;
    const answer = this.search(text, fold);
    // An unknown name is about to be made and added, so only answers are kept.
    if (answer.type !== 'unknown') this.answers.set(fold, answer);
    return answer;
  }

  private fold(text: string): string {
    let fold = this.folds.get(text);
    if (fold === undefined) {
      fold = foldName(text);
      // Deals name few accounts often; a file that names a million once must not fill the memory.
      if (this.folds.size < FOLDS_KEPT) this.folds.set(text, fold);
    }
    return fold;
  }

  private learn({ id, name, removed }: KnownName): void {
    const fold = foldName(name);
    const names = removed ? this.removed : this.byName;
    if (!names.has(fold)) names.set(fold, id);
    if (!removed) this.near.add(name);
  }

  private search(text: string, fold: string): NameMatch {
    const exact = this.exact(text);
    if (exact !== undefined) return { type: 'found', id: exact };
    const earlier = this.fromEarlierImport(text, fold);
    if (earlier !== undefined) return { type: 'found', id: earlier };
    const decision = this.decisions.get(fold);
    const guess = decision ? null : this.near.find(text);
    const meansText = decision?.meansText ?? guess?.name;
    if (meansText === undefined) return { type: 'unknown' };
    const accepted = decision?.accepted ?? guess?.same === true;
    if (!this.suggestions.has(fold))
      this.suggestions.set(fold, { spelling: tidyText(text), meansText, rows: 1, accepted });
    const id = accepted ? this.exact(meansText) : undefined;
    return id === undefined ? { type: 'unknown' } : { type: 'alias', id, name: meansText };
  }

  /** A record that came from this source and was renamed here since, or that the file names by its id there. */
  private fromEarlierImport(text: string, fold: string): string | undefined {
    for (const key of [`id:${externalKey(this.source, tidyText(text))}`, `name:${fold}`]) {
      const id = findExternalRef(this.db, externalRefId(this.source, this.kind, key));
      if (id !== undefined) return id;
    }
    return undefined;
  }
}
