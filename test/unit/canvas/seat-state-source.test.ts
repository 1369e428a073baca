import { describe, expect, test } from 'vitest';
import { createSeatStateStore } from '../../../src-renderer/canvas/seat-state-source.ts';
import { createDemoTheatre, createFreeStates } from '../../support/demo-theatre.ts';

const { columns } = createDemoTheatre(50);

describe('an event’s seat states on a screen', () => {
  test('a delta changes the columns it brings of the seats it names, and nothing else', () => {
    const store = createSeatStateStore(createFreeStates(columns));
    const heard: unknown[] = [];
    store.subscribe((changed) => heard.push(changed));
    expect(store.apply({ sequence: 2, ordinals: [3, 7], status: [4, 1], hold: [0, 2] })).toBe(true);
    const { status, hold, level, sequence } = store.states();
    expect([status[3], status[7], status[4]]).toEqual([4, 1, 0]);
    expect([hold[3], hold[7]]).toEqual([0, 2]);
    expect(level).toEqual(columns.category);
    expect(sequence).toBe(2);
    expect(heard).toEqual([[3, 7]]);
  });

  test('a delta at or below the sequence held is dropped: the snapshot has it already', () => {
    const store = createSeatStateStore({ ...createFreeStates(columns), sequence: 10 });
    const version = store.version();
    expect(store.apply({ sequence: 10, ordinals: [3], status: [4] })).toBe(false);
    expect(store.states().status[3]).toBe(0);
    expect(store.version()).toBe(version);
    expect(store.apply({ sequence: 11, ordinals: [3], status: [4] })).toBe(true);
  });

  test('a new snapshot is announced as all having changed', () => {
    const store = createSeatStateStore(createFreeStates(columns));
    const heard: unknown[] = [];
    const stop = store.subscribe((changed) => heard.push(changed));
    store.replace({ ...createFreeStates(columns), sequence: 5 });
    stop();
    store.replace({ ...createFreeStates(columns), sequence: 6 });
    expect(heard).toEqual([null]);
    expect(store.states().sequence).toBe(6);
  });

  test('the snapshot given stays as it was', () => {
    const snapshot = createFreeStates(columns);
    createSeatStateStore(snapshot).apply({ sequence: 2, ordinals: [0], status: [4] });
    expect(snapshot.status[0]).toBe(0);
  });
});
