import { expect, test } from 'vitest';
import { createActionRegistry } from '../../../src-renderer/app/actions/action.ts';
import { AREAS } from '../../../src-renderer/app/area.ts';
import { ACTION_TABLES, SCREENS } from '../../../src-renderer/app/screens.ts';

test('no two actions seen together claim one key or one name', () => {
  expect(() => createActionRegistry(ACTION_TABLES)).not.toThrow();
});

test('every area on the rail has its screen', () => {
  expect(AREAS.filter((area) => SCREENS[area] === undefined)).toEqual([]);
});
