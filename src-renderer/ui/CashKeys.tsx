import { Group, useLocale } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { Button } from './Button.tsx';
import { cashOffers } from './cash-offers.ts';
import { minorToText } from './money-text.ts';
import './CashKeys.css';

export interface CashKeysProps {
  readonly amountMinor: number;
  readonly currency: string;
  /** The house's notes and large coins, in minor units. */
  readonly notesMinor: readonly number[];
  /** What the customer handed over. */
  readonly onTender: (tenderedMinor: number) => void;
  /** The keys of the exact amount and of each offer, in order. */
  readonly keyHints?: readonly string[];
}

const OFFERS = 3;

/** Cash in one press: the exact amount, or the notes a customer is likely to hand over. */
export function CashKeys({ amountMinor, currency, notesMinor, onTender, keyHints = [] }: CashKeysProps) {
  const { locale } = useLocale();
  return (
    <Group className="ui-cash-keys">
      <Button size="large" onPress={() => onTender(amountMinor)} keyHint={keyHints[0]}>
        {text('ui.cash.exact')}
      </Button>
      {cashOffers(amountMinor, notesMinor, OFFERS).map((offer, index) => (
        <Button key={offer} size="large" onPress={() => onTender(offer)} keyHint={keyHints[index + 1]}>
          {minorToText(offer, currency, locale)}
        </Button>
      ))}
    </Group>
  );
}
