import type { ColumnType } from 'kysely';

/** A column the database fills in and nobody changes. */
export type Stamped<T> = ColumnType<T, never, never>;

/** A jsonb column: read as a value, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;
