/** One closed drawer as a sheet of figures: how it began, what went in and out, what was counted. */
import { useLocale } from 'react-aria-components';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { momentText, timeText } from '../../app/moment-text.ts';
import { useHouseZone } from '../../app/use-now.ts';
import { useProgramState } from '../../app/use-program.ts';
import { Status } from '../../ui/Status.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { differenceStanding, drawerSums, movementWord, signedAmount } from './drawer-sums.ts';

/** @param session a closed one: what was expected and counted are known */
export function ZSheet({ session }: { readonly session: CashSessionView }) {
  const { locale } = useLocale();
  const house = useProgramState((state) => state.house);
  const money = useMoney(session.currency);
  const timeZone = useHouseZone();
  const sums = drawerSums(session);
  const difference = session.differenceMinor ?? 0;
  const standing = differenceStanding(difference);
  const when = (at: number | null) => (at === null ? '' : momentText(at, timeZone, locale));
  const about = [
    [text('till.z.clerk'), session.userName],
    [text('till.z.opened'), when(session.openedAt)],
    [text('till.z.closed'), when(session.closedAt)],
  ];
  const lines = [
    [text('till.float'), session.floatMinor],
    [text('till.z.sales'), sums.salesMinor ?? 0],
    [text('till.paidIn'), sums.paidInMinor],
    [text('till.paidOut'), -sums.paidOutMinor],
    [text('till.dropped'), -sums.droppedMinor],
  ] as const;
  return (
    <article className="till-z-sheet" aria-label={text('till.z.sheet')}>
      <header>
        <h2>{text('till.z.sheet')}</h2>
        <p>{text('till.z.house', { house: house?.name ?? '', device: house?.deviceName ?? '' })}</p>
      </header>
      <dl className="till-z-about">
        {about.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl className="till-z-lines">
        {lines.map(([name, amountMinor]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{money.plain(amountMinor)}</dd>
          </div>
        ))}
        <div className="till-z-sum">
          <dt>{text('till.z.expected')}</dt>
          <dd>{money.plain(session.expectedMinor ?? 0)}</dd>
        </div>
        <div>
          <dt>{text('till.z.counted')}</dt>
          <dd>{money.plain(session.countedMinor ?? 0)}</dd>
        </div>
        <div className="till-z-difference">
          <dt>
            {text('till.z.difference')} <Status tone={standing.tone}>{standing.word}</Status>
          </dt>
          <dd>
            {money.plain(difference)} <small>{session.currency}</small>
          </dd>
        </div>
      </dl>
      <ZMovements session={session} />
      <footer className="till-z-signatures">
        <span>{text('till.z.signature')}</span>
        <span>{text('till.z.signature2')}</span>
      </footer>
    </article>
  );
}

function ZMovements({ session }: { readonly session: CashSessionView }) {
  const { locale } = useLocale();
  const timeZone = useHouseZone();
  const money = useMoney(session.currency);
  if (session.movements.length === 0) return null;
  return (
    <ul className="till-z-movements">
      {session.movements.map((movement, index) => (
        <li key={index}>
          <span>{timeText(movement.at, timeZone, locale)}</span>
          <span>
            {movementWord(movement.kind)}: {movement.reason}
          </span>
          <span>{movement.kind === 'NO_SALE' ? '' : money.plain(signedAmount(movement))}</span>
        </li>
      ))}
    </ul>
  );
}
