/** Which screen stands in which area, and every table of actions, so that two actions on one key are found at start. */
import type { ComponentType } from 'react';
import type { ActionTable } from './actions/action.ts';
import type { Area } from './area.ts';
import { doorActions, doorSetupActions } from '../features/door/door-actions.ts';
import { DoorScreen } from '../features/door/DoorScreen.tsx';
import { mapChoiceActions, mapListActions, mapVersionActions } from '../features/map/map-actions.ts';
import { MapsScreen } from '../features/map/MapsScreen.tsx';
import { frameActions } from './frame-actions.ts';

export const SCREENS: Readonly<Partial<Record<Area, ComponentType>>> = {
  door: DoorScreen,
  maps: MapsScreen,
};

export const ACTION_TABLES: readonly ActionTable<never>[] = [
  frameActions,
  doorSetupActions,
  doorActions,
  mapListActions,
  mapVersionActions,
  mapChoiceActions,
];
