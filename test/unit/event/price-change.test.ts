import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidePrices, isOffered, newestCells } from '../../../src-shared/domain/event/price-change.ts';

const LEVELS = ['l0', 'l1'];
const ADULT = { id: 'adult', name: 'Adult', kind: 'STANDARD', position: 0 } as const;
const CHILD = { id: 'child', name: 'Child', kind: 'STANDARD', position: 1 } as const;
const cell = (priceLevelId: string, ticketTypeId: string, amountMinor: number | null, validFrom = 1) => ({
  priceLevelId,
  ticketTypeId,
  amountMinor,
  validFrom,
});
const CURRENT = {
  levelIds: LEVELS,
  types: [ADULT, CHILD],
  cells: [cell('l0', 'adult', 5000), cell('l0', 'child', 2500), cell('l1', 'adult', 3000)],
};
const ids = () => {
  let last = 0;
  return () => `new-${++last}`;
};
const asked = (id: string | null, name: string, kind: 'STANDARD' | 'COMP' = 'STANDARD') => ({
  ticketTypeId: id,
  name,
  kind,
});

describe('replacing the grid', () => {
  test('changes only the cells that change', () => {
    const request = {
      types: [asked('adult', 'Adult'), asked('child', 'Child')],
      grid: [
        { priceLevelId: 'l0', amounts: [5000, 2000] },
        { priceLevelId: 'l1', amounts: [null, null] },
      ],
    };
    const result = decidePrices(CURRENT, request, ids());
    expect(result).toMatchObject({
      ok: true,
      value: {
        dropped: [],
        cells: [
          { priceLevelId: 'l0', ticketTypeId: 'child', amountMinor: 2000 },
          { priceLevelId: 'l1', ticketTypeId: 'adult', amountMinor: null },
        ],
        basePrices: [
          { priceLevelId: 'l0', amountMinor: 5000 },
          { priceLevelId: 'l1', amountMinor: null },
        ],
      },
    });
  });

  test('a type that is left out loses its prices and its place, not its identity', () => {
    const request = { types: [asked('child', 'Child')], grid: [{ priceLevelId: 'l0', amounts: [2500] }] };
    expect(decidePrices(CURRENT, request, ids())).toMatchObject({
      ok: true,
      value: {
        types: [{ id: 'child', position: 0 }],
        dropped: [{ id: 'adult', position: -1 }],
        cells: [
          { priceLevelId: 'l0', ticketTypeId: 'adult', amountMinor: null },
          { priceLevelId: 'l1', ticketTypeId: 'adult', amountMinor: null },
        ],
      },
    });
  });

  test('everything wrong is named at once', () => {
    const request = {
      types: [asked(null, 'Guest', 'COMP'), asked('other', 'Senior'), asked('child', 'Guest'), asked('child', 'Kid')],
      grid: [
        { priceLevelId: 'l0', amounts: [1] },
        { priceLevelId: 'l0', amounts: [1, 2, 3, 4] },
        { priceLevelId: 'l9', amounts: [1, 2, 3, 4] },
      ],
    };
    const result = decidePrices(CURRENT, request, ids());
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.code).toBe('BAD_PRICES');
    const { issues } = result.error.data as { issues: { path: string }[] };
    expect(issues.map((issue) => issue.path)).toEqual([
      'types.1',
      'types.2',
      'types.3',
      'types.0',
      'grid.0',
      'grid.1',
      'grid.2',
    ]);
  });

  test('whatever is asked one grid after the other, positions are unique, the offered ones count from 0, and the cells are those asked for', () => {
    const request = fc.record({
      kept: fc.shuffledSubarray(['t0', 't1', 't2', 't3'], { minLength: 1 }),
      amounts: fc.array(fc.option(fc.nat(10_000)), { minLength: 8, maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 6 }), (requests) => {
        let types = ['t0', 't1', 't2', 't3'].map((id, position) => ({ ...ADULT, id, name: id, position: position }));
        let cells: ReturnType<typeof cell>[] = [];
        for (const [index, { kept, amounts }] of requests.entries()) {
          const grid = LEVELS.map((priceLevelId, level) => ({
            priceLevelId,
            amounts: kept.map((_, type) => amounts[level * 4 + type] ?? null),
          }));
          const asking = { types: kept.map((id) => asked(id, id)), grid };
          const result = decidePrices({ levelIds: LEVELS, types, cells }, asking, ids());
          if (!result.ok) throw new Error(result.error.message);
          const positions = new Map([...result.value.types, ...result.value.dropped].map((t) => [t.id, t.position]));
          types = types.map((type) => ({ ...type, position: positions.get(type.id) ?? type.position }));
          cells = [...cells, ...result.value.cells.map((one) => ({ ...one, validFrom: index + 1 }))];
          expect(new Set(types.map((type) => type.position)).size).toBe(types.length);
          expect(
            types
              .filter(isOffered)
              .toSorted((a, b) => a.position - b.position)
              .map((t) => t.id),
          ).toEqual(kept);
          const inForce = newestCells(cells);
          for (const [level, priceLevelId] of LEVELS.entries())
            for (const { id } of types)
              expect(inForce.get(`${priceLevelId} ${id}`)?.amountMinor ?? null).toBe(
                kept.includes(id) ? (grid[level]!.amounts[kept.indexOf(id)] ?? null) : null,
              );
        }
      }),
    );
  });
});
