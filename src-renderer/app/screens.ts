/** Which screen stands in which area, and every table of actions, so that two actions on one key are found at start. */
import type { ComponentType } from 'react';
import type { ActionTable } from './actions/action.ts';
import type { Area } from './area.ts';
import { eventChoiceActions, eventListActions, seatWorkActions } from '../features/event/event-actions.ts';
import { EventsScreen } from '../features/event/EventsScreen.tsx';
import { doorActions, doorSetupActions } from '../features/door/door-actions.ts';
import { DoorScreen } from '../features/door/DoorScreen.tsx';
import { mapChoiceActions, mapListActions, mapVersionActions } from '../features/map/map-actions.ts';
import { MapsScreen } from '../features/map/MapsScreen.tsx';
import { SELL_ACTION_TABLES } from '../features/sell/sell-actions.ts';
import { SellScreen } from '../features/sell/SellScreen.tsx';
import { orderActions, purchasingActions, receiveChoiceActions } from '../features/purchasing/purchasing-actions.ts';
import { PurchasingScreen } from '../features/purchasing/PurchasingScreen.tsx';
import { peopleActions } from '../features/settings/settings-actions.ts';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { frameActions } from './frame-actions.ts';
import { bookingActions, finderActions, reasonActions } from '../features/booking/booking-actions.ts';
import { BookingsScreen } from '../features/booking/BookingsScreen.tsx';
import { printActions } from '../features/booking/print-actions.ts';
import { heatActions } from '../features/report/heat-actions.ts';
import { reportActions } from '../features/report/report-actions.ts';
import { ReportsScreen } from '../features/report/ReportsScreen.tsx';
import { closedActions, tillActions } from '../features/till/till-actions.ts';
import { TillScreen } from '../features/till/TillScreen.tsx';

export const SCREENS: Readonly<Partial<Record<Area, ComponentType>>> = {
  sell: SellScreen,
  events: EventsScreen,
  door: DoorScreen,
  maps: MapsScreen,
  purchasing: PurchasingScreen,
  settings: SettingsScreen,
  bookings: BookingsScreen,
  till: TillScreen,
  reports: ReportsScreen,
};

export const ACTION_TABLES: readonly ActionTable<never>[] = [
  frameActions,
  ...SELL_ACTION_TABLES,
  eventListActions,
  seatWorkActions,
  eventChoiceActions,
  mapListActions,
  mapVersionActions,
  mapChoiceActions,
  purchasingActions,
  orderActions,
  receiveChoiceActions,
  peopleActions,
  finderActions,
  bookingActions,
  reasonActions,
  printActions,
  tillActions,
  closedActions,
  reportActions,
  heatActions,
  doorSetupActions,
  doorActions,
];
