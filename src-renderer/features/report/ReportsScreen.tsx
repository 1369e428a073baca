/** Reports: the night. Figures first, then where they come from, then whether it balances and whose drawer is off. */
import { useCallback, useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { NightReport } from '../../../src-shared/contract/cash.ts';
import { tradingDayOf } from '../../../src-shared/domain/time/trading-day.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundActions } from '../../app/actions/action.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { longDayText, momentText, timeText } from '../../app/moment-text.ts';
import { saveFile } from '../../app/save-file.ts';
import { useRoute, useRouter } from '../../app/router.ts';
import { useHouseZone, useNow } from '../../app/use-now.ts';
import { useProgram, useProgramState, useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ClerkTable } from './ClerkTable.tsx';
import { DayEvents } from './DayEvents.tsx';
import { DrawerTable } from './DrawerTable.tsx';
import { HouseHeat } from './HouseHeat.tsx';
import { dayBeside } from './night-figures.ts';
import { NightHead } from './NightHead.tsx';
import { reportActions, type ReportActionId } from './report-actions.ts';
import { TakingsBars } from './TakingsBars.tsx';
import './report.css';

const TABLES = ['ledgerEntries', 'saleLines', 'printItems', 'cashSessions', 'cashCounts', 'cashMovements'] as const;

interface Said {
  readonly tone: 'ok' | 'bad';
  readonly sentence: string;
}

function useToday(): string {
  const now = useNow();
  const timeZone = useHouseZone();
  const changeMinutes = useProgramState((state) => state.house?.tradingDayMinutes ?? 0);
  return tradingDayOf(now, timeZone, changeMinutes).name;
}

function useReports() {
  const program = useProgram();
  const today = useToday();
  // Null follows the clock: a screen left open overnight shows the new day.
  const [chosenDay, setChosenDay] = useState<string | null>(useRoute().params['day'] ?? null);
  const [said, setSaid] = useState<Said | null>(null);
  const day = chosenDay ?? today;
  const reading = useReading('report.night', { tradingDay: day }, TABLES);
  const report = reading.value?.tradingDay === day ? reading.value : null;
  const choose = useCallback((next: string) => setChosenDay(next >= today ? null : next), [today]);

  const saveCsv = useCallback(async () => {
    const csv = await program.bridge.call('report.nightCsv', { tradingDay: day });
    if (!csv.ok) return setSaid({ tone: 'bad', sentence: csv.error.message });
    // A socket's decoder takes the mark off the front of a text; without it a spreadsheet reads the bytes as another code.
    saveFile(csv.value.fileName, `\ufeff${csv.value.text.replace(/^\ufeff/, '')}`, 'text/csv;charset=utf-8');
    setSaid({ tone: 'ok', sentence: text('reports.saved', { file: csv.value.fileName }) });
  }, [program, day]);

  const isLoaded = report !== null;
  const context = useMemo(
    () => ({
      isToday: day === today,
      isLoaded,
      goTo: (step: -1 | 0 | 1) => choose(step === 0 ? today : dayBeside(day, step)),
      saveCsv: () => void saveCsv(),
      print: () => window.print(),
    }),
    [day, today, isLoaded, choose, saveCsv],
  );
  const actions = useActions(reportActions, context);
  return { day, today, reading, report, choose, said, setSaid, actions };
}

/** The night, or the house of one event in it. */
export function ReportsScreen() {
  const router = useRouter();
  const { params } = useRoute();
  const { eventId, day } = params;
  const leave = useCallback(() => router.open('reports', day === undefined ? {} : { day }), [router, day]);
  return eventId === undefined ? <NightScreen /> : <HouseHeat key={eventId} eventId={eventId} onLeave={leave} />;
}

function NightScreen() {
  const router = useRouter();
  const { day, today, reading, report, choose, said, setSaid, actions } = useReports();
  const openEvent = (eventId: string) => router.open('reports', day === today ? { eventId } : { eventId, day });
  return (
    <div className="report">
      <DayHead day={day} today={today} report={report} onChoose={choose} actions={actions} />
      {said ? (
        <Message tone={said.tone} onDismiss={() => setSaid(null)}>
          {said.sentence}
        </Message>
      ) : null}
      {reading.error ? (
        <Message
          tone="bad"
          action={
            <Button size="compact" onPress={reading.readAgain}>
              {text('reports.again')}
            </Button>
          }
        >
          {text('reports.failed', { reason: reading.error.message })}
        </Message>
      ) : report ? (
        <Night report={report} onOpen={openEvent} />
      ) : (
        <div className="report-loading">
          <Skeleton lines={3} width="40rem" />
          <Skeleton lines={8} />
        </div>
      )}
    </div>
  );
}

interface DayHeadProps {
  readonly day: string;
  readonly today: string;
  readonly report: NightReport | null;
  readonly onChoose: (day: string) => void;
  readonly actions: BoundActions<ReportActionId>;
}

function DayHead({ day, today, report, onChoose, actions }: DayHeadProps) {
  const { locale } = useLocale();
  const timeZone = useHouseZone();
  const hint = report
    ? text('reports.dayHint', {
        from: timeText(report.from, timeZone, locale),
        until: momentText(report.until, timeZone, locale),
      })
    : '';
  return (
    <header className="report-day">
      <div className="report-day-name">
        <h2>{longDayText(day, locale)}</h2>
        <p className="figures">{day === today ? `${text('reports.today')}, ${hint}` : hint}</p>
      </div>
      <div className="report-day-actions">
        <TextField
          label={text('reports.day')}
          type="date"
          value={day}
          onChange={(next) => {
            if (/^\d{4}-\d{2}-\d{2}$/.test(next)) onChoose(next);
          }}
        />
        <ActionButton action={actions['reports.earlier']} />
        <ActionButton action={actions['reports.later']} />
        <ActionButton action={actions['reports.today']} />
        <ActionButton action={actions['reports.csv']} />
        <ActionButton action={actions['reports.print']} />
      </div>
    </header>
  );
}

interface NightProps {
  readonly report: NightReport;
  readonly onOpen: (eventId: string) => void;
}

function Night({ report, onOpen }: NightProps) {
  const { currency } = report;
  const isEmpty = report.byEvent.length === 0 && report.byTender.length === 0;
  return (
    <div className="report-night">
      <NightHead report={report} />
      <div className="report-columns">
        <div className="report-column">
          <DayEvents from={report.from} until={report.until} onOpen={onOpen} />
          {isEmpty ? (
            <EmptyState title={text('reports.nothing.title')}>{text('reports.nothing.text')}</EmptyState>
          ) : (
            <>
              <TakingsBars title={text('reports.byEvent')} rows={report.byEvent} currency={currency} onOpen={onOpen} />
              <TakingsBars title={text('reports.byLevel')} rows={report.byLevel} currency={currency} />
              <TakingsBars title={text('reports.byType')} rows={report.byType} currency={currency} />
            </>
          )}
        </div>
        <div className="report-column">
          <DrawerTable sessions={report.sessions} currency={currency} />
          {isEmpty ? null : (
            <>
              <ClerkTable report={report} />
              <TakingsBars title={text('reports.byTender')} rows={report.byTender} currency={currency} hidesTickets />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
