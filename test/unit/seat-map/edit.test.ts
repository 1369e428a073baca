import { describe, expect, test } from 'vitest';
import { decideEdit } from '../../../src-shared/domain/seat-map/edit.ts';
import { smallHouse } from '../../support/small-house.ts';

const house = smallHouse();
const [premium, standard] = house.categories;

describe('giving seats a category', () => {
  test('changes those seats and nothing else', () => {
    const edit = { kind: 'ASSIGN_CATEGORY', seatIds: ['stalls-A-1', 'circle-AA-1'], categoryId: 'standard' } as const;
    const result = decideEdit(house, edit);
    if (!result.ok) throw new Error(result.error.message);
    const changed = result.value.seats.filter((seat, index) => seat !== house.seats[index]);
    expect(changed.map((seat) => [seat.id, seat.categoryId])).toEqual([
      ['stalls-A-1', 'standard'],
      ['circle-AA-1', 'standard'],
    ]);
    expect(house.seats[0]!.categoryId).toBe('premium');
  });

  test('names the seats that are not on the map', () => {
    const edit = { kind: 'ASSIGN_CATEGORY', seatIds: ['stalls-A-1', 'x', 'y'], categoryId: 'standard' } as const;
    expect(decideEdit(house, edit)).toMatchObject({ error: { code: 'SEATS_UNKNOWN', data: { seatIds: ['x', 'y'] } } });
  });

  test('refuses a category that is not on the map', () => {
    const edit = { kind: 'ASSIGN_CATEGORY', seatIds: ['stalls-A-1'], categoryId: 'gold' } as const;
    expect(decideEdit(house, edit)).toMatchObject({ error: { code: 'CATEGORY_UNKNOWN' } });
  });
});

describe('the list of categories', () => {
  test('may hold no two with one id, name or letter, whatever their case', () => {
    const twin = { ...premium!, name: 'PREMIUM', letter: 'p' };
    const result = decideEdit(house, { kind: 'SET_CATEGORIES', categories: [premium!, standard!, twin] });
    expect(result).toMatchObject({
      error: {
        code: 'CATEGORIES_ALIKE',
        data: { issues: [{ path: 'categories.2.id' }, { path: 'categories.2.name' }, { path: 'categories.2.letter' }] },
      },
    });
  });

  test('keeps every category that seats have, and says how many', () => {
    const result = decideEdit(house, { kind: 'SET_CATEGORIES', categories: [premium!] });
    expect(result).toMatchObject({
      error: { code: 'CATEGORY_IN_USE', data: { categories: [{ id: 'standard', name: 'Standard', seats: 16 }] } },
    });
  });
});
