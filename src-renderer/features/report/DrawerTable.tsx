import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { timeText } from '../../app/moment-text.ts';
import { useHouseZone } from '../../app/use-now.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Status } from '../../ui/Status.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { differenceStanding } from '../till/drawer-sums.ts';
import { ZSheet } from '../till/ZSheet.tsx';

export interface DrawerTableProps {
  readonly sessions: readonly CashSessionView[];
  readonly currency: string;
}

/** Each drawer that was open on the day, with over or short; a closed one opens its sheet. */
export function DrawerTable({ sessions, currency }: DrawerTableProps) {
  const [shown, setShown] = useState<CashSessionView | null>(null);
  return (
    <>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{text('reports.drawers')}</th>
            <th scope="col">{text('reports.drawer.times')}</th>
            <th scope="col" data-align="end">
              {text('reports.drawer.expected')}
            </th>
            <th scope="col" data-align="end">
              {text('reports.drawer.counted')}
            </th>
            <th scope="col" data-align="end">
              {text('reports.drawer.difference')} {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.length === 0 ? (
            <tr>
              <td colSpan={5} className="report-none">
                {text('reports.drawers.none')}
              </td>
            </tr>
          ) : null}
          {sessions.map((session) => (
            <DrawerRow key={session.cashSessionId} session={session} onShow={() => setShown(session)} />
          ))}
        </tbody>
      </table>
      {shown ? (
        <Dialog title={text('reports.drawer.sheet', { name: shown.userName })} isOpen onClose={() => setShown(null)}>
          <ZSheet session={shown} />
        </Dialog>
      ) : null}
    </>
  );
}

interface DrawerRowProps {
  readonly session: CashSessionView;
  readonly onShow: () => void;
}

function DrawerRow({ session, onShow }: DrawerRowProps) {
  const { locale } = useLocale();
  const timeZone = useHouseZone();
  const money = useMoney(session.currency);
  const time = (at: number) => timeText(at, timeZone, locale);
  const { closedAt, differenceMinor, expectedMinor, countedMinor } = session;
  const standing = differenceMinor === null ? null : differenceStanding(differenceMinor);
  return (
    <tr>
      <th scope="row">
        {closedAt === null ? (
          session.userName
        ) : (
          <button type="button" className="report-link" onClick={onShow}>
            {session.userName}
          </button>
        )}
      </th>
      <td className="figures">
        {closedAt === null
          ? text('reports.drawer.still', { from: time(session.openedAt) })
          : text('reports.drawer.span', { from: time(session.openedAt), until: time(closedAt) })}
      </td>
      <td data-align="end">{expectedMinor === null ? '' : money.plain(expectedMinor)}</td>
      <td data-align="end">{countedMinor === null ? '' : money.plain(countedMinor)}</td>
      <td data-align="end">
        {standing && differenceMinor !== null ? (
          <span className="report-difference">
            <Status tone={standing.tone}>{standing.word}</Status> {money.plain(differenceMinor)}
          </span>
        ) : null}
      </td>
    </tr>
  );
}
