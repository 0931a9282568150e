import type { IDatasource, IGetRowsParams } from 'ag-grid-community';

/** A window of rows: `offset` rows are above it. */
export interface RowWindow {
  readonly offset: number;
  readonly limit: number;
  /** Column to sort by, null for the order that the source prefers. */
  readonly sortBy: string | null;
  readonly descending: boolean;
}

/** Answers windows of rows and how many there are in all. */
export type RowSource<Row> = (window: RowWindow) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>;

/** A source of ours as the grid asks for it. */
export function pagedRows<Row>(source: RowSource<Row>, onFailure: (thrown: unknown) => void): IDatasource {
  return {
    getRows: (asked: IGetRowsParams<Row>) => {
      const sort = asked.sortModel[0];
      source({
        offset: asked.startRow,
        limit: asked.endRow - asked.startRow,
        sortBy: sort?.colId ?? null,
        descending: sort?.sort === 'desc',
      }).then(
        ({ rows, total }) => asked.successCallback([...rows], total),
        (thrown: unknown) => {
          asked.failCallback();
          onFailure(thrown);
        },
      );
    },
  };
}
