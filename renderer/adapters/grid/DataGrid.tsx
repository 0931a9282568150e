import {
  type CellKeyDownEvent,
  CellStyleModule,
  type ColDef,
  ColumnApiModule,
  type GridApi,
  InfiniteRowModelModule,
  LocaleModule,
  type RowClassParams,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  type SortChangedEvent,
} from 'ag-grid-community';
import { AgGridProvider, AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '#renderer/platform/language.ts';
import styles from './DataGrid.module.css';
import { gridLocale } from './gridLocale.ts';
import { gridTheme } from './gridTheme.ts';
import { pagedRows, type RowSource } from './pagedRows.ts';

export type { RowSource } from './pagedRows.ts';

/** A column of the grid. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** The title is only for listeners. */
  readonly titleHidden?: boolean;
  /** The row source can sort by this key. */
  readonly sortable?: boolean;
  readonly align?: 'start' | 'end';
  readonly width: number;
  /** Takes what is left of the width. */
  readonly flex?: number;
  readonly pinned?: boolean;
  /** Plain text of a cell; columns with `cell` draw themselves. */
  readonly text?: (row: Row) => string;
  readonly cell?: (row: Row) => React.ReactNode;
}

interface DataGridProps<Row> {
  /** What the rows are, for listeners. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  /** A new function means other rows: the grid starts from the top. */
  readonly source: RowSource<Row>;
  /** A new value means that the same rows may have changed: they are asked for again and stay visible meanwhile. */
  readonly version: unknown;
  readonly rowId: (row: Row) => string;
  readonly sort: { readonly by: string; readonly descending: boolean };
  readonly onSort: (by: string, descending: boolean) => void;
  readonly isSelected: (row: Row) => boolean;
  /** Any value that changes with the selection. */
  readonly selection: unknown;
  /** The row that has the focus, or was clicked. */
  readonly onFocusRow: (row: Row) => void;
  /** True when the key was used. */
  readonly onKey: (row: Row, event: KeyboardEvent) => boolean;
  readonly onContextMenu?: (row: Row, x: number, y: number) => void;
  readonly onFailure: (thrown: unknown) => void;
}

const modules = [
  RenderApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  CellStyleModule,
  RowStyleModule,
  RowApiModule,
  ScrollApiModule,
  ColumnApiModule,
];

/** As many rows as one window of the source has. */
const BLOCK = 100;
/** Keys of ours that the grid must leave alone. */
const ownKeys = new Set([' ', 'Enter', 'x', 'm', 'n']);

/** A grid over any number of rows, of which it asks for a window at a time. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, source, version, rowId, sort, onSort, onFailure, selection, label } = props;
  const language = useLanguage();
  const [api, setApi] = useState<GridApi<Row> | null>(null);
  const newest = useRef(props);
  useEffect(() => {
    newest.current = props;
  });
  const columnDefs = useMemo(() => columns.map((column) => toColDef(column, sort)), [columns, sort]);
  const datasource = useMemo(() => pagedRows(source, onFailure), [source, onFailure]);
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    api?.refreshInfiniteCache();
  }, [api, version]);
  const drawn = useRef(selection);
  useEffect(() => {
    if (drawn.current === selection) return;
    drawn.current = selection;
    api?.redrawRows();
  }, [api, selection]);
  return (
    <div className={styles.grid}>
      <AgGridProvider modules={modules}>
        <AgGridReact<Row>
          key={language}
          theme={gridTheme}
          localeText={gridLocale(language)}
          columnDefs={columnDefs}
          defaultColDef={{ suppressMovable: true, sortable: false, suppressKeyboardEvent }}
          rowModelType="infinite"
          datasource={datasource}
          cacheBlockSize={BLOCK}
          maxBlocksInCache={20}
          blockLoadDebounceMillis={60}
          infiniteInitialRowCount={1}
          getRowId={({ data }) => rowId(data)}
          rowBuffer={4}
          suppressMultiSort
          sortingOrder={['asc', 'desc']}
          suppressColumnVirtualisation={false}
          animateRows={false}
          ensureDomOrder
          gridOptions={{ getRowClass: (row: RowClassParams<Row>) => rowClass(row, newest.current) }}
          onGridReady={(event) => {
            event.api.setGridAriaProperty('label', label);
            setApi(event.api);
          }}
          onSortChanged={(event: SortChangedEvent<Row>) => {
            const sorted = event.api.getColumnState().find((column) => column.sort);
            if (sorted && event.source !== 'gridOptionsChanged') onSort(sorted.colId, sorted.sort === 'desc');
          }}
          onCellFocused={(event) => {
            const row = api?.getDisplayedRowAtIndex(event.rowIndex ?? -1)?.data;
            if (row) newest.current.onFocusRow(row);
          }}
          onCellKeyDown={(event) => {
            const { event: key, data } = event as CellKeyDownEvent<Row>;
            if (data && key instanceof KeyboardEvent && newest.current.onKey(data, key)) key.preventDefault();
          }}
          onCellContextMenu={({ data, event }) => {
            if (!data || !(event instanceof MouseEvent) || !newest.current.onContextMenu) return;
            event.preventDefault();
            newest.current.onContextMenu(data, event.clientX, event.clientY);
          }}
          preventDefaultOnContextMenu
        />
      </AgGridProvider>
    </div>
  );
}

function suppressKeyboardEvent({ event }: { readonly event: KeyboardEvent }): boolean {
  return ownKeys.has(event.key) && !event.ctrlKey && !event.metaKey;
}

function rowClass<Row>({ data }: RowClassParams<Row>, { isSelected }: DataGridProps<Row>): string | undefined {
  return data && isSelected(data) ? styles.selected : undefined;
}

function toColDef<Row>(column: GridColumn<Row>, sort: DataGridProps<Row>['sort']): ColDef<Row> {
  const {
    key,
    title,
    titleHidden = false,
    sortable = false,
    align = 'start',
    width,
    flex,
    pinned = false,
    text,
    cell,
  } = column;
  return {
    colId: key,
    headerName: title,
    sortable,
    width,
    minWidth: Math.min(width, 64),
    resizable: width > 48,
    ...(flex === undefined ? {} : { flex, minWidth: width }),
    ...(pinned ? { pinned: 'left' as const, lockPinned: true } : {}),
    ...(sort.by === key ? { sort: sort.descending ? ('desc' as const) : ('asc' as const) } : { sort: null }),
    ...(titleHidden ? { headerClass: styles.hiddenHead ?? '' } : {}),
    ...(align === 'end' ? { headerClass: styles.endHead ?? '', cellClass: styles.end ?? '' } : {}),
    ...(text ? { valueGetter: ({ data }) => (data ? text(data) : '') } : {}),
    ...(cell
      ? {
          cellClass: [styles.drawn ?? '', ...(align === 'end' ? [styles.drawnEnd ?? ''] : [])],
          cellRenderer: ({ data }: { data?: Row }) => (data ? cell(data) : null),
        }
      : {}),
  };
}
