import { integer, real, text } from 'drizzle-orm/sqlite-core';

/*
 * Column kinds used by every table. Names in SQL equal the names in TypeScript, so that a row needs no mapping
 * (docs/adr/0003-data-layer.md). Required columns of shared tables carry a constant default: a change that arrives
 * from an older colleague must always find a valid row to land in.
 */

/** UUIDv7 (or a deterministic id) made by the application, never by the database. */
export const id = () => text().primaryKey().notNull();
/** Free or coded text that is never null; the empty string means "nothing entered". */
export const words = (fallback = '') => text().notNull().default(fallback);
/** An instant in epoch milliseconds, null when it has not happened. */
export const instant = () => integer();
/** The instant a row came to be. */
export const createdAt = () => integer().notNull().default(0);
/** Set when a person moved the row to the trash; physical deletes are for undo and purge only. */
export const removedAt = () => integer();
/** A calendar day `YYYY-MM-DD`. */
export const day = () => text();
/** An amount in minor units. */
export const amount = () => integer();
/** A share or probability 0..1. */
export const share = () => real();
/** 0 or 1. */
export const flag = (fallback: 0 | 1 = 0) => integer().notNull().default(fallback);
/** A whole number, required. */
export const count = (fallback = 0) => integer().notNull().default(fallback);
/** JSON text; parsed by the reader with a schema, never by the database. */
export const json = (fallback: string) => text().notNull().default(fallback);
