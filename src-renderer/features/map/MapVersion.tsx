import { useMemo, useRef, useState } from 'react';
import type { FaultView } from '../../../src-shared/contract/house.ts';
import type { Output } from '../../../src-shared/contract/calls.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { useRouter } from '../../app/router.ts';
import { SeatChoiceBar } from '../../app/SeatChoiceBar.tsx';
import { useAct } from '../../app/use-act.ts';
import { useReading } from '../../app/use-program.ts';
import { SeatChooser } from '../../canvas/SeatChooser.tsx';
import type { SeatLayer } from '../../canvas/seat-layer.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Status } from '../../ui/Status.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CategoryEditor } from './CategoryEditor.tsx';
import { CategoryPanel } from './CategoryPanel.tsx';
import { mapChoiceActions, mapVersionActions } from './map-actions.ts';
import { categoryOfSeats, drawDocument, themeOfDocument } from './map-drawing.ts';
import { ProblemList } from './ProblemList.tsx';
import './maps.css';

type MapRead = Output<'map.get'>;

/** One version of a map: its seats by category, its problems, and, while it is a draft, what can be changed. */
export function MapVersion({ mapVersionId }: { readonly mapVersionId: string }) {
  const router = useRouter();
  const reading = useReading('map.get', { mapVersionId }, ['mapVersions']);
  const back = { label: text('office.back'), onPress: () => router.open('maps') };
  const map = reading.value;
  if (!map) {
    return (
      <Page title={text('mapScreen.map')} back={back} padding="regular">
        {reading.error ? (
          <EmptyState title={text('office.notRead')}>{reading.error.message}</EmptyState>
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  }
  return <ReadMap key={map.mapVersionId} map={map} />;
}

/** The seat that a problem names; -1 when it names a whole row or section without seats. */
function seatAtPlace(columns: SeatColumns, place: FaultView['places'][number]): number {
  const isThere = (ordinal: number) => {
    const row = columns.rows[columns.row[ordinal] ?? 0];
    const section = columns.sections[columns.section[ordinal] ?? 0];
    return (
      section?.name === place.section &&
      (place.row === '' || row?.label === place.row) &&
      (place.label === '' || columns.labels[ordinal] === place.label)
    );
  };
  return Array.from({ length: columns.count }, (_, ordinal) => ordinal).findIndex(isThere);
}

function useMapWork(map: MapRead) {
  const { document, mapVersionId, version } = map;
  const router = useRouter();
  const act = useAct();
  const { run } = act;
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [isEditing, setEditing] = useState(false);
  const [published, setPublished] = useState<number | null>(null);
  // Drawn once: what changes here are categories, and they come by the theme, so that the view stays where it is.
  const [drawing] = useState(() => drawDocument(document));
  const theme = useMemo(() => themeOfDocument(drawing.columns, document), [drawing, document]);
  const errorCount = map.faults
    .filter((fault) => fault.severity === 'ERROR')
    .reduce((sum, each) => sum + each.count, 0);
  const context = useMemo(
    () => ({
      isDraft: map.status === 'DRAFT',
      categoryCount: document.categories.length,
      chosenCount: chosen.length,
      errorCount,
      give: async (categoryIndex: number) => {
        const category = document.categories[categoryIndex];
        if (!category || chosen.length === 0) return;
        const seatIds = chosen.map((ordinal) => drawing.columns.ids.at(ordinal));
        const sentence = text('mapScreen.category.act', { count: chosen.length, category: category.name });
        const input = { mapVersionId, version, seatIds, categoryId: category.id };
        const given = await run(sentence, 'map.assignCategory', input);
        if (given.ok) setChosen([]);
      },
      publish: async () => {
        const sentence = text('mapScreen.publish.act', { number: map.number, name: map.name });
        const done = await run(sentence, 'map.publish', { mapVersionId, version });
        if (done.ok) setPublished(done.value.seatCount);
      },
      startDraft: async () => {
        const sentence = text('mapScreen.newDraft.act', { name: map.name });
        const made = await run(sentence, 'map.startDraft', { mapVersionId });
        if (made.ok) router.open('maps', { mapVersionId: made.value.mapVersionId });
      },
      editCategories: () => setEditing(true),
    }),
    [map, document, chosen, errorCount, drawing, mapVersionId, version, run, router],
  );
  const bound = useActions(mapVersionActions, context);
  return { act, bound, chosen, setChosen, context, drawing, theme, isEditing, setEditing, published, setPublished };
}

function ReadMap({ map }: { readonly map: MapRead }) {
  const router = useRouter();
  const work = useMapWork(map);
  const { act, bound, chosen, setChosen, drawing, theme, published } = work;
  const layer = useRef<SeatLayer | null>(null);
  const go = (place: FaultView['places'][number]) => {
    const seat = seatAtPlace(drawing.columns, place);
    if (seat < 0) return;
    setChosen([seat]);
    layer.current?.reveal(seat);
  };
  return (
    <Page
      title={map.name}
      back={{ label: text('office.back'), onPress: () => router.open('maps') }}
      facts={
        <>
          <span>{text('mapScreen.versionNumber', { number: map.number })}</span>
          <MapStatus status={map.status} />
          <span className="figures">{text('office.seats', { count: drawing.columns.count })}</span>
        </>
      }
      actions={<MapActions map={map} bound={bound} />}
      messages={
        <>
          <ActMessage act={act} />
          {published === null ? null : (
            <Message tone="ok" onDismiss={() => work.setPublished(null)}>
              {text('mapScreen.publish.done', { number: map.number, count: published })}
            </Message>
          )}
        </>
      }
    >
      <div className="ui-split">
        <SeatChooser
          ref={layer}
          {...drawing}
          theme={theme}
          label={map.name}
          chosen={chosen}
          onChoose={setChosen}
          bar={
            <SeatChoiceBar table={mapChoiceActions} columns={drawing.columns} chosen={chosen} onChoose={setChosen} />
          }
        />
        <MapColumn map={map} work={work} onGo={go} />
      </div>
      {work.isEditing ? (
        <CategoryEditor
          mapVersionId={map.mapVersionId}
          version={map.version}
          mapName={map.name}
          categories={map.document.categories}
          onClose={() => work.setEditing(false)}
        />
      ) : null}
    </Page>
  );
}

function MapActions({ map, bound }: { readonly map: MapRead; readonly bound: ReturnType<typeof useMapWork>['bound'] }) {
  const router = useRouter();
  if (map.status === 'DRAFT') return <ActionButton action={bound['maps.publish']} tone="primary" size="compact" />;
  return (
    <>
      <ActionButton action={bound['maps.startDraft']} size="compact" />
      <Button
        size="compact"
        tone="primary"
        onPress={() => router.open('events', { view: 'new', mapVersionId: map.mapVersionId })}
      >
        {text('mapScreen.newEvent')}
      </Button>
    </>
  );
}

/** A refused act, with the way to the draft that stands in the way of another. */
function ActMessage({ act }: { readonly act: ReturnType<typeof useAct> }) {
  const router = useRouter();
  if (!act.error) return null;
  const { data } = act.error;
  const draftId =
    typeof data === 'object' && data !== null && 'mapVersionId' in data ? String(data.mapVersionId) : null;
  return (
    <Message
      tone="bad"
      onDismiss={act.clearError}
      action={
        draftId === null ? null : (
          <Button size="compact" onPress={() => router.open('maps', { mapVersionId: draftId })}>
            {text('mapScreen.draft.exists')}
          </Button>
        )
      }
    >
      {act.error.message}
    </Message>
  );
}

interface MapColumnProps {
  readonly map: MapRead;
  readonly work: ReturnType<typeof useMapWork>;
  readonly onGo: (place: FaultView['places'][number]) => void;
}

function MapColumn({ map, work, onGo }: MapColumnProps) {
  const [tab, setTab] = useState('categories');
  const { bound, chosen, setChosen, drawing, context } = work;
  const categories = categoryOfSeats(drawing.columns, map.document);
  const counts = new Uint32Array(map.document.categories.length + 1);
  for (const category of categories) counts[category]! += 1;
  const chooseAll = (wanted: number) =>
    setChosen(Array.from(categories.keys()).filter((ordinal) => categories[ordinal] === wanted));
  return (
    <div className="map-column">
      <Tabs
        label={map.name}
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'categories',
            name: text('mapScreen.categories'),
            content: (
              <CategoryPanel
                categories={map.document.categories}
                styles={work.theme.styles}
                counts={counts}
                giveActions={([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((number) => bound[`maps.category.${number}`])}
                editAction={bound['maps.editCategories']}
                hasChoice={chosen.length > 0}
                isDraft={context.isDraft}
                onGive={(index) => void context.give(index)}
                onChooseAll={chooseAll}
              />
            ),
          },
          {
            id: 'problems',
            name: text('mapScreen.problems'),
            count: map.faults.reduce((sum, fault) => sum + fault.count, 0),
            content: <ProblemList faults={map.faults} onGo={onGo} />,
          },
        ]}
      />
    </div>
  );
}

export function MapStatus({ status }: { readonly status: 'DRAFT' | 'PUBLISHED' }) {
  return <Status tone={status === 'PUBLISHED' ? 'ok' : 'idle'}>{text(`mapScreen.${status}`)}</Status>;
}
