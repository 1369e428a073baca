import { ArrowLeft, Coins, Timer } from 'lucide-react';
import type { ActionTable } from '../../app/actions/action.ts';

export type HeatMeasure = 'revenue' | 'speed';

export interface HeatContext {
  readonly show: (measure: HeatMeasure) => void;
  readonly leave: () => void;
}

export const heatActions: ActionTable<
  HeatContext,
  'reports.heat.revenue' | 'reports.heat.speed' | 'reports.heat.back'
> = {
  scope: 'reports.heat',
  actions: [
    {
      id: 'reports.heat.revenue',
      label: 'reports.heat.revenue',
      icon: Coins,
      keys: ['T'],
      enabled: () => true,
      run: ({ show }) => show('revenue'),
    },
    {
      id: 'reports.heat.speed',
      label: 'reports.heat.speed',
      icon: Timer,
      keys: ['S'],
      enabled: () => true,
      run: ({ show }) => show('speed'),
    },
    {
      id: 'reports.heat.back',
      label: 'reports.heat.back',
      icon: ArrowLeft,
      keys: ['Escape'],
      enabled: () => true,
      run: ({ leave }) => leave(),
    },
  ],
};
