/** An event's house by heat: where the money came from, and which seats went first. */
import { useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { SeatFigures } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { useEventMap, useReading } from '../../app/use-program.ts';
import { whenInWords } from '../../app/wall-clock.ts';
import { SeatChooser } from '../../canvas/SeatChooser.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { heatActions, type HeatMeasure } from './heat-actions.ts';
import { SectionFigures } from './SectionFigures.tsx';
import { useHeat } from './use-heat.ts';

export interface HouseHeatProps {
  readonly eventId: string;
  readonly onLeave: () => void;
}

export function HouseHeat({ eventId, onLeave }: HouseHeatProps) {
  const { locale } = useLocale();
  const [measure, show] = useState<HeatMeasure>('revenue');
  const actions = useActions(
    heatActions,
    useMemo(() => ({ show, leave: onLeave }), [onLeave]),
  );
  const { map, error } = useEventMap(eventId);
  const figures = useReading('report.seatFigures', { eventId }, ['saleLines']);
  const event = map?.event;
  const failure = error ?? figures.error;
  const isSold = figures.value !== null && figures.value.ordinals.length > 0;
  return (
    <Page
      title={event?.title ?? text('reports.heat.title')}
      back={{ label: text('office.back'), onPress: onLeave }}
      facts={
        event ? (
          <>
            <span className="figures">{whenInWords(event.startsAt, event.timeZone, locale)}</span>
            <span>{event.venueName}</span>
          </>
        ) : null
      }
      actions={
        isSold ? (
          <Segmented
            label={text('reports.heat.measure')}
            segments={(['revenue', 'speed'] as const).map((id) => ({
              id,
              name: actions[`reports.heat.${id}`].label,
              keyHint: actions[`reports.heat.${id}`].keys[0],
            }))}
            value={measure}
            onChange={show}
          />
        ) : null
      }
    >
      {map && figures.value ? (
        isSold ? (
          <HeatMap map={map} figures={figures.value} measure={measure} />
        ) : (
          <EmptyState title={text('reports.heat.nothing')}>{text('reports.heat.nothing.text')}</EmptyState>
        )
      ) : failure ? (
        <EmptyState title={text('office.notRead')}>{failure.message}</EmptyState>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

const NOTHING_CHOSEN: readonly number[] = [];

interface HeatMapProps {
  readonly map: EventMap;
  readonly figures: SeatFigures;
  readonly measure: HeatMeasure;
}

function HeatMap({ map, figures, measure }: HeatMapProps) {
  const { theme, source, describe } = useHeat(map, figures, measure);
  return (
    <div className="ui-split report-heat">
      <SeatChooser
        columns={map.columns}
        shapes={map.shapes}
        areas={map.areas}
        source={source}
        theme={theme}
        label={text(`reports.heat.map.${measure}`, { title: map.event.title })}
        chosen={NOTHING_CHOSEN}
        describe={describe}
      />
      <SectionFigures event={map.event} columns={map.columns} figures={figures} />
    </div>
  );
}
