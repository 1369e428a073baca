/** An event's seats by what they brought in or how early they sold: the column and the theme that show it. */
import { useCallback, useLayoutEffect, useMemo } from 'react';
import type { SeatFigures } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { createHeatTheme, MOST_HEAT_STEPS } from '../../canvas/column-themes.ts';
import type { SeatTheme } from '../../canvas/marks.ts';
import type { SeatStateSource } from '../../canvas/seat-state-source.ts';
import { useSeatColumn } from '../../canvas/use-seat-column.ts';
import { useMoney } from '../../ui/use-money.ts';
import type { HeatMeasure } from './heat-actions.ts';
import { earlinessOf, heatSteps, stepOf } from './heat-steps.ts';
import { revenueStepText, seatFigureText, speedStepText } from './heat-words.ts';

export interface Heat {
  readonly theme: SeatTheme;
  readonly source: SeatStateSource;
  /** The seat's own figures in words, whichever is shown. */
  readonly describe: (ordinal: number) => string;
}

export function useHeat({ event, columns, source }: EventMap, figures: SeatFigures, measure: HeatMeasure): Heat {
  const money = useMoney(event.currency);
  const { startsAt } = event;
  const { column, source: withHeat } = useSeatColumn(columns, source);
  const heat = useMemo(() => {
    if (measure === 'revenue') {
      const steps = heatSteps(figures.revenueMinor, MOST_HEAT_STEPS);
      return { figures: figures.revenueMinor, steps, names: steps.map((step) => revenueStepText(step, money)) };
    }
    const { unit, before } = earlinessOf(figures.soldAt, startsAt);
    const steps = heatSteps(before, MOST_HEAT_STEPS);
    return { figures: before, steps, names: steps.map((step) => speedStepText(step, unit)) };
  }, [figures, measure, money, startsAt]);
  const namesKey = heat.names.join('\n');
  // The same ranges are the same theme, so that a sale within them repaints its own seats alone.
  const theme = useMemo(() => createHeatTheme(namesKey === '' ? [] : namesKey.split('\n'), column), [namesKey, column]);
  useLayoutEffect(() => {
    const values = new Uint16Array(columns.count);
    figures.ordinals.forEach((ordinal, i) => {
      values[ordinal] = stepOf(heat.steps, heat.figures[i]!);
    });
    column.replace(values);
  }, [columns, column, figures, heat]);

  const indexOf = useMemo(() => new Map(Array.from(figures.ordinals, (ordinal, i) => [ordinal, i])), [figures]);
  const describe = useCallback(
    (ordinal: number) => {
      const i = indexOf.get(ordinal);
      return i === undefined
        ? text('seatLayer.noFigure')
        : seatFigureText(figures.revenueMinor[i]!, figures.soldAt[i]!, startsAt, money);
    },
    [figures, indexOf, startsAt, money],
  );
  return { theme, source: withHeat, describe };
}
