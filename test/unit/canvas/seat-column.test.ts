import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPurchaseOrderTheme } from '../../../src-renderer/canvas/column-themes.ts';
import { createSeatColumn, withColumn } from '../../../src-renderer/canvas/seat-column.ts';
import { restyle } from '../../../src-renderer/canvas/seat-scene.ts';
import { createSectionCounts } from '../../../src-renderer/canvas/section-counts.ts';
import { createSeatStateStore } from '../../../src-renderer/canvas/seat-state-source.ts';
import { SEAT_STATUSES } from '../../../src-shared/domain/seat-map/columns.ts';
import { createDemoTheatre, createFreeStates, DEMO_HOLDS } from '../../support/demo-theatre.ts';

const COUNT = 40;
const { columns } = createDemoTheatre(COUNT);
const SOLD = SEAT_STATUSES.indexOf('SOLD');

function heardBy(column: ReturnType<typeof createSeatColumn>) {
  const heard: (number[] | null)[] = [];
  column.subscribe((changed) => heard.push(changed === null ? null : Array.from(changed)));
  return heard;
}

describe('a column of figures beside the states', () => {
  test('read anew, it announces the seats whose figure is another than before, and no other', () => {
    const column = createSeatColumn(COUNT);
    column.apply([3, 7], [1, 2]);
    const heard = heardBy(column);
    const next = new Uint16Array(COUNT);
    next[3] = 1;
    next[7] = 5;
    next[8] = 2;
    column.replace(next);
    expect(heard).toEqual([[7, 8]]);
    const version = column.version();
    column.replace(next);
    expect(heard).toHaveLength(1);
    expect(column.version()).toBe(version);
  });

  test('a change of most of the house is told as a change of all', () => {
    const column = createSeatColumn(COUNT);
    const heard = heardBy(column);
    column.replace(new Uint16Array(COUNT).fill(4));
    expect(heard).toEqual([null]);
  });

  test('seats that the map does not have are passed over', () => {
    const column = createSeatColumn(COUNT);
    const heard = heardBy(column);
    column.apply([COUNT, 2], [1, 1]);
    expect(heard).toEqual([[2]]);
    column.replace(new Uint16Array(COUNT + 9));
    expect(column.values).toHaveLength(COUNT);
  });

  test('after any changes of states and figures, a map told only of those looks like one styled whole', () => {
    const change = fc.record({
      isState: fc.boolean(),
      ordinals: fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1, maxLength: COUNT }),
      value: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const states = createSeatStateStore(createFreeStates(columns));
        const column = createSeatColumn(COUNT);
        const source = withColumn(states, column);
        const theme = createPurchaseOrderTheme(DEMO_HOLDS, column);
        const told = { columns, theme, styles: new Uint16Array(COUNT), counts: createSectionCounts(columns) };
        restyle(told, source, null);
        const stop = source.subscribe((changed) => restyle(told, source, changed));
        changes.forEach(({ isState, ordinals, value }, i) => {
          const version = source.version();
          const values = ordinals.map(() => value);
          if (isState) states.apply({ sequence: i + 2, ordinals, status: values.map((each) => (each > 1 ? SOLD : 0)) });
          else column.apply(ordinals, values);
          expect(source.version()).toBeGreaterThanOrEqual(version);
        });
        const whole = { columns, theme, styles: new Uint16Array(COUNT), counts: createSectionCounts(columns) };
        restyle(whole, source, null);
        expect(told.styles).toEqual(whole.styles);
        stop();
        const before = told.styles.slice();
        column.replace(new Uint16Array(COUNT).fill(1));
        expect(told.styles).toEqual(before);
      }),
    );
  });
});
