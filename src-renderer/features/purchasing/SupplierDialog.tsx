import { useId, useRef, useState } from 'react';
import type { Input } from '../../../src-shared/contract/calls.ts';
import { text } from '../../../src-shared/text/text.ts';
import { messageBeyondFields, problemOf } from '../../app/issues.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useFirstField } from '../../ui/use-first-field.ts';

type Supplier = Input<'supplier.create'>;

const TERMS = ['IMMEDIATE', 'NET_30', 'NET_60'] as const;
const TEXTS = ['name', 'kind', 'contact', 'note'] as const;
const LABELS = {
  name: 'office.name',
  kind: 'purchasingScreen.kind',
  contact: 'purchasingScreen.contact',
  note: 'purchasingScreen.note',
} as const;

export interface SupplierDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (supplierId: string) => void;
}

/** A new supplier: who it is, how it is reached, when it is paid. */
export function SupplierDialog({ onClose, onCreated }: SupplierDialogProps) {
  const act = useAct();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  const [supplier, setSupplier] = useState<Supplier>({
    name: '',
    kind: '',
    contact: '',
    terms: 'NET_30',
    note: '',
  });
  const create = async () => {
    const sentence = text('purchasingScreen.supplier.act', { name: supplier.name });
    const created = await act.run(sentence, 'supplier.create', supplier);
    if (created.ok) onCreated(created.value.supplierId);
  };
  const beyond = messageBeyondFields(act.error, TEXTS);
  return (
    <Dialog
      title={text('purchasingScreen.newSupplier')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} isPending={act.isBusy}>
            {text('office.create')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        className="office-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        {beyond ? <Message tone="bad">{beyond}</Message> : null}
        {TEXTS.map((field) => (
          <TextField
            key={field}
            label={text(LABELS[field])}
            value={supplier[field]}
            onChange={(value) => setSupplier({ ...supplier, [field]: value })}
            problem={problemOf(act.error, field, text(LABELS[field]))}
            {...(field === 'kind' ? { placeholder: text('purchasingScreen.kind.hint') } : {})}
          />
        ))}
        <Select
          label={text('purchasingScreen.terms')}
          choices={TERMS.map((id) => ({ id, name: text(`purchasingScreen.terms.${id}`) }))}
          value={supplier.terms}
          onChange={(id) => setSupplier({ ...supplier, terms: id as Supplier['terms'] })}
        />
      </form>
    </Dialog>
  );
}
