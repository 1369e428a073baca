import { CalendarCheck, ChevronLeft, ChevronRight, Printer, Sheet } from 'lucide-react';
import { text } from '../../../src-shared/text/text.ts';
import type { ActionTable } from '../../app/actions/action.ts';

export interface ReportContext {
  readonly isToday: boolean;
  readonly isLoaded: boolean;
  readonly goTo: (step: -1 | 0 | 1) => void;
  readonly saveCsv: () => void;
  readonly print: () => void;
}

export type ReportActionId = 'reports.earlier' | 'reports.later' | 'reports.today' | 'reports.csv' | 'reports.print';

export const reportActions: ActionTable<ReportContext, ReportActionId> = {
  scope: 'reports',
  actions: [
    {
      id: 'reports.earlier',
      label: 'reports.act.earlier',
      icon: ChevronLeft,
      keys: ['F5'],
      enabled: () => true,
      run: ({ goTo }) => goTo(-1),
    },
    {
      id: 'reports.later',
      label: 'reports.act.later',
      icon: ChevronRight,
      keys: ['F6'],
      enabled: ({ isToday }) => !isToday || text('reports.not.future'),
      run: ({ goTo }) => goTo(1),
    },
    {
      id: 'reports.today',
      label: 'reports.act.today',
      icon: CalendarCheck,
      keys: ['F7'],
      enabled: ({ isToday }) => !isToday || text('reports.not.today'),
      run: ({ goTo }) => goTo(0),
    },
    {
      id: 'reports.csv',
      label: 'reports.act.csv',
      icon: Sheet,
      keys: ['F8'],
      enabled: ({ isLoaded }) => isLoaded || text('reports.not.loaded'),
      run: ({ saveCsv }) => saveCsv(),
    },
    {
      id: 'reports.print',
      label: 'reports.act.print',
      icon: Printer,
      keys: ['F9'],
      enabled: ({ isLoaded }) => isLoaded || text('reports.not.loaded'),
      run: ({ print }) => print(),
    },
  ],
};
