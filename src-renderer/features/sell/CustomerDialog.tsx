/** Whose tickets they are, how they get them, and whether they are kept unpaid. */
import { useState } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ToggleChip } from '../../ui/ToggleChip.tsx';
import { collectByChoices } from './collect-by.ts';
import { useFirstField } from './use-first-field.ts';
import { useSell } from './use-sell.ts';

export interface CustomerDialogProps {
  readonly sale: SaleView;
  readonly onClose: () => void;
}

interface CustomerDraft {
  readonly customerId: string | null;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

function draftOf(customer: NonNullable<SaleView['customer']> | null): CustomerDraft {
  return {
    customerId: customer?.customerId ?? null,
    name: customer?.name ?? '',
    phone: customer?.phone ?? '',
    email: customer?.email ?? '',
  };
}

export function CustomerDialog({ sale, onClose }: CustomerDialogProps) {
  const { basket } = useSell();
  const form = useFirstField<HTMLFormElement>();
  const [draft, setDraft] = useState(() => draftOf(sale.customer));
  const [isWillCall, setWillCall] = useState(sale.delivery === 'WILL_CALL');
  const name = draft.name.trim();
  const nameProblem = isWillCall && name === '' ? text('sell.customer.nameNeeded') : null;

  const set = (delivery: 'NOW' | 'WILL_CALL'): Promise<boolean> => {
    const customer = {
      customerId: draft.customerId,
      name,
      phone: draft.phone.trim() || null,
      email: draft.email.trim() || null,
    };
    return basket.setCustomer(sale, { customer: name === '' ? null : customer, delivery });
  };
  const save = () => {
    if (nameProblem !== null) return;
    void set(isWillCall ? 'WILL_CALL' : 'NOW');
    onClose();
  };
  const keep = async (collectBy: number) => {
    onClose();
    if (await set('WILL_CALL')) await basket.keepUnpaid(sale, name, collectBy);
  };

  return (
    <Dialog
      title={text('sell.customer.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} keyHint="Escape">
            {text('ui.cancel')}
          </Button>
          <Button tone="primary" keyHint="Enter" onPress={save}>
            {text('sell.customer.save')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className="sell-customer"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <CustomerFields draft={draft} nameProblem={nameProblem} onChange={setDraft} />
        <fieldset className="sell-delivery">
          <legend>{text('sell.customer.delivery')}</legend>
          <ToggleChip isLit={!isWillCall} onChange={() => setWillCall(false)}>
            {text('sell.customer.now')}
          </ToggleChip>
          <ToggleChip isLit={isWillCall} onChange={() => setWillCall(true)}>
            {text('sell.customer.willCall')}
          </ToggleChip>
        </fieldset>
        <KeepUnpaid sale={sale} isNamed={name !== ''} onKeep={(collectBy) => void keep(collectBy)} />
        {/* A form of several fields is sent by Enter only where it has a button. */}
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}

interface CustomerFieldsProps {
  readonly draft: CustomerDraft;
  readonly nameProblem: string | null;
  readonly onChange: (draft: CustomerDraft) => void;
}

/** What is typed also looks for who is on file already. */
function CustomerFields({ draft, nameProblem, onChange }: CustomerFieldsProps) {
  const [words, setWords] = useState('');
  const change = (part: Partial<CustomerDraft>, typed: string) => {
    setWords(typed);
    onChange({ ...draft, ...part });
  };
  return (
    <>
      <TextField
        label={text('sell.customer.name')}
        help={text('sell.customer.search')}
        value={draft.name}
        problem={nameProblem}
        onChange={(name) => change({ name }, name)}
        maxLength={120}
        autoComplete="off"
      />
      <div className="sell-customer-two">
        <TextField
          label={text('sell.customer.phone')}
          value={draft.phone}
          onChange={(phone) => change({ phone }, phone)}
          maxLength={40}
          autoComplete="off"
          inputMode="tel"
        />
        <TextField
          label={text('sell.customer.email')}
          value={draft.email}
          onChange={(email) => change({ email }, email)}
          maxLength={200}
          autoComplete="off"
          inputMode="email"
        />
      </div>
      {draft.customerId === null ? (
        <KnownCustomers
          words={words}
          onChoose={(known) => {
            setWords('');
            onChange(draftOf(known));
          }}
        />
      ) : null}
    </>
  );
}

interface KnownCustomersProps {
  readonly words: string;
  readonly onChoose: (customer: NonNullable<SaleView['customer']>) => void;
}

const SHOWN_MOST = 5;

function KnownCustomers({ words, onChoose }: KnownCustomersProps) {
  const asked = words.trim();
  const known = useReading('customer.search', asked.length < 2 ? null : { text: asked }, ['customers']);
  if (!known.value || known.value.length === 0) return null;
  return (
    <ul className="sell-found" aria-label={text('sell.customer.found')}>
      {known.value.slice(0, SHOWN_MOST).map((customer) => (
        <li key={customer.customerId}>
          <button type="button" onClick={() => onChoose(customer)}>
            <strong>{customer.name}</strong>
            <span>{[customer.phone, customer.email].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface KeepUnpaidProps {
  readonly sale: SaleView;
  readonly isNamed: boolean;
  readonly onKeep: (collectBy: number) => void;
}

function KeepUnpaid({ sale, isNamed, onKeep }: KeepUnpaidProps) {
  const [now] = useState(() => Date.now());
  const choices = collectByChoices(Math.min(...sale.bookings.map(({ startsAt }) => startsAt)), now);
  const [chosenId, setChosenId] = useState(choices[0]?.id ?? null);
  const chosen = choices.find(({ id }) => id === chosenId);
  const whyNot = isNamed ? null : text('sell.customer.nameNeeded');
  return (
    <div className="sell-keep">
      <Select label={text('sell.keep')} choices={choices} value={chosenId} onChange={setChosenId} />
      <Button
        unavailable={chosen ? whyNot : text('sell.keep.tooLate')}
        onPress={() => (chosen ? onKeep(chosen.at) : undefined)}
      >
        {text('sell.keep.do')}
      </Button>
    </div>
  );
}
