/** Whose tickets they are, how they get them, and whether they are kept unpaid. */
import { useState } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ToggleChip } from '../../ui/ToggleChip.tsx';
import { collectByChoices } from './collect-by.ts';
import { useSell } from './use-sell.ts';

export interface CustomerDialogProps {
  readonly sale: SaleView;
  readonly onClose: () => void;
}

interface Draft {
  readonly customerId: string | null;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

export function CustomerDialog({ sale, onClose }: CustomerDialogProps) {
  const sell = useSell();
  const { customer } = sale;
  const [draft, setDraft] = useState<Draft>({
    customerId: customer?.customerId ?? null,
    name: customer?.name ?? '',
    phone: customer?.phone ?? '',
    email: customer?.email ?? '',
  });
  const [isWillCall, setWillCall] = useState(sale.delivery === 'WILL_CALL');
  const [search, setSearch] = useState('');
  const startsAt = Math.min(...sale.bookings.map((booking) => booking.startsAt));
  const collectBy = collectByChoices(startsAt, Date.now());
  const [chosenBy, setChosenBy] = useState<string | null>(collectBy[0]?.id ?? null);
  const isNamed = draft.name.trim() !== '';
  const nameProblem = isWillCall && !isNamed ? text('sell.customer.nameNeeded') : null;

  const save = async (delivery: 'NOW' | 'WILL_CALL'): Promise<boolean> => {
    if (!isNamed && delivery === 'WILL_CALL') return false;
    const named = {
      customerId: draft.customerId,
      name: draft.name.trim(),
      phone: draft.phone.trim() || null,
      email: draft.email.trim() || null,
    };
    return sell.basket.setCustomer(sale, { customer: isNamed ? named : null, delivery });
  };
  const saveAndClose = () => {
    if (nameProblem !== null) return;
    void save(isWillCall ? 'WILL_CALL' : 'NOW');
    onClose();
  };
  const keep = async () => {
    const by = collectBy.find(({ id }) => id === chosenBy);
    if (!by || !isNamed || !(await save('WILL_CALL'))) return;
    onClose();
    void sell.basket.keepUnpaid(sale, draft.name.trim(), by.at);
  };

  return (
    <Dialog
      title={text('sell.customer.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button
            tone="quiet"
            onPress={() => {
              void sell.basket.setCustomer(sale, { customer: null, delivery: 'NOW' });
              onClose();
            }}
          >
            {text('sell.customer.remove')}
          </Button>
          <Button onPress={onClose} keyHint="Escape">
            {text('ui.cancel')}
          </Button>
          <Button tone="primary" keyHint="Enter" onPress={saveAndClose}>
            {text('sell.customer.save')}
          </Button>
        </>
      }
    >
      <form
        className="sell-customer"
        onSubmit={(event) => {
          event.preventDefault();
          saveAndClose();
        }}
      >
        <SearchBox
          label={text('sell.customer.search')}
          placeholder={text('sell.customer.search')}
          value={search}
          onChange={setSearch}
        />
        <Found
          words={search}
          onChoose={(found) => {
            setDraft({
              customerId: found.customerId,
              name: found.name,
              phone: found.phone ?? '',
              email: found.email ?? '',
            });
            setSearch('');
          }}
        />
        <TextField
          label={text('sell.customer.name')}
          value={draft.name}
          problem={nameProblem}
          onChange={(name) => setDraft({ ...draft, name })}
          maxLength={120}
          autoFocus
          autoComplete="off"
        />
        <div className="sell-customer-two">
          <TextField
            label={text('sell.customer.phone')}
            value={draft.phone}
            onChange={(phone) => setDraft({ ...draft, phone })}
            maxLength={40}
            autoComplete="off"
            inputMode="tel"
          />
          <TextField
            label={text('sell.customer.email')}
            value={draft.email}
            onChange={(email) => setDraft({ ...draft, email })}
            maxLength={200}
            autoComplete="off"
            inputMode="email"
          />
        </div>
        <fieldset className="sell-delivery">
          <legend>{text('sell.customer.delivery')}</legend>
          <ToggleChip isLit={!isWillCall} onChange={() => setWillCall(false)}>
            {text('sell.customer.now')}
          </ToggleChip>
          <ToggleChip isLit={isWillCall} onChange={() => setWillCall(true)}>
            {text('sell.customer.willCall')}
          </ToggleChip>
        </fieldset>
        <div className="sell-keep">
          <Select label={text('sell.keep')} choices={collectBy} value={chosenBy} onChange={setChosenBy} />
          <Button onPress={() => void keep()} unavailable={keepRefusal(isNamed, collectBy.length)}>
            {text('sell.keep.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function keepRefusal(isNamed: boolean, choices: number): string | null {
  if (choices === 0) return text('sell.keep.tooLate');
  return isNamed ? null : text('sell.customer.nameNeeded');
}

interface FoundCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** As one types; what one picks fills the fields. */
function Found({ words, onChoose }: { readonly words: string; readonly onChoose: (found: FoundCustomer) => void }) {
  const isTyped = words.trim().length >= 2;
  const found = useReading('customer.search', isTyped ? { text: words.trim() } : null, ['customers']);
  if (!isTyped || found.value === null) return null;
  return (
    <ul className="sell-found" aria-label={text('sell.customer.found')}>
      {found.value.slice(0, 5).map((customer) => (
        <li key={customer.customerId}>
          <button type="button" onClick={() => onChoose(customer)}>
            <strong>{customer.name}</strong>
            <span>{[customer.phone, customer.email].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
      {found.value.length === 0 ? <li className="sell-found-none">{text('ui.nothingFound')}</li> : null}
    </ul>
  );
}
