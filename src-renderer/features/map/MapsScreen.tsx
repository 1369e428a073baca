import { useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { MapSummary } from '../../../src-shared/contract/house.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { useRoute, useRouter } from '../../app/router.ts';
import { useReading } from '../../app/use-program.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';
import { ImportPlan } from './ImportPlan.tsx';
import { mapListActions } from './map-actions.ts';
import { MapStatus, MapVersion } from './MapVersion.tsx';
import { VenueDialog } from './VenueDialog.tsx';

/** Maps: the list, one version, or the import of a plan. */
export function MapsScreen() {
  const { params } = useRoute();
  if (params['view'] === 'import') return <ImportPlan />;
  const mapVersionId = params['mapVersionId'];
  return mapVersionId ? <MapVersion key={mapVersionId} mapVersionId={mapVersionId} /> : <MapList />;
}

type VersionRow = MapSummary['versions'][number] &
  Pick<MapSummary, 'name' | 'venueName'> & { readonly isNewest: boolean };

function columnsOf(locale: string): readonly TableColumn<VersionRow>[] {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return [
    {
      id: 'map',
      name: text('mapScreen.map'),
      isWide: true,
      cell: (row) => (row.isNewest ? <strong>{row.name}</strong> : <span className="visually-hidden">{row.name}</span>),
    },
    { id: 'venue', name: text('mapScreen.venue'), cell: (row) => (row.isNewest ? row.venueName : '') },
    { id: 'version', name: text('mapScreen.version'), align: 'end', cell: (row) => row.number },
    { id: 'state', name: text('mapScreen.state'), cell: (row) => <MapStatus status={row.status} /> },
    { id: 'seats', name: text('mapScreen.seats'), align: 'end', cell: (row) => row.seatCount.toLocaleString(locale) },
    {
      id: 'published',
      name: text('mapScreen.publishedAt'),
      cell: (row) => (row.publishedAt === null ? '' : date.format(row.publishedAt)),
    },
  ];
}

function MapList() {
  const router = useRouter();
  const { locale } = useLocale();
  const maps = useReading('map.list', {}, ['maps', 'mapVersions', 'venues']);
  const [makesVenue, setMakesVenue] = useState(false);
  const context = useMemo(
    () => ({
      importPlan: () => router.open('maps', { view: 'import' }),
      newVenue: () => setMakesVenue(true),
    }),
    [router],
  );
  const actions = useActions(mapListActions, context);
  const columns = useMemo(() => columnsOf(locale), [locale]);
  const rows = maps.value?.flatMap(({ name, venueName, versions }) =>
    versions.map((version, index) => ({ ...version, name, venueName, isNewest: index === 0 })),
  );
  return (
    <Page
      title={text('frame.area.maps')}
      actions={
        <>
          <ActionButton action={actions['maps.newVenue']} size="compact" />
          <ActionButton action={actions['maps.import']} size="compact" tone="primary" />
        </>
      }
    >
      <Table
        label={text('frame.area.maps')}
        columns={columns}
        rows={rows ?? null}
        rowId={(row) => row.mapVersionId}
        rowName={(row) => `${row.name} ${row.number}`}
        onOpen={(mapVersionId) => router.open('maps', { mapVersionId })}
        empty={
          <EmptyState
            title={text('mapScreen.empty')}
            action={<ActionButton action={actions['maps.import']} tone="primary" />}
          >
            {text('mapScreen.empty.text')}
          </EmptyState>
        }
      />
      {makesVenue ? <VenueDialog onClose={() => setMakesVenue(false)} onCreated={() => setMakesVenue(false)} /> : null}
    </Page>
  );
}
