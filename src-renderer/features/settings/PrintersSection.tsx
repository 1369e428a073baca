import { useState } from 'react';
import type { DeviceSettings } from '../../../src-shared/contract/paper.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useAct } from '../../app/use-act.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Message } from '../../ui/Message.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Status } from '../../ui/Status.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Where receipt printers listen. */
const RECEIPT_PORT = 9100;

/** This PC's printers, gate and maps, the printers each with its test. */
export function PrintersSection() {
  const settings = useReading('settings.get', {}, ['settings']);
  if (!settings.value) return <Skeleton lines={6} />;
  return <Printers stored={settings.value} />;
}

interface PartProps {
  readonly draft: DeviceSettings;
  readonly stored: DeviceSettings;
  readonly onChange: (draft: DeviceSettings) => void;
  readonly wasTried: boolean;
}

function isComplete({ receiptPrinter, gate }: DeviceSettings): boolean {
  return gate.trim() !== '' && (receiptPrinter.kind === 'NONE' || receiptPrinter.host.trim() !== '');
}

function Printers({ stored }: { readonly stored: DeviceSettings }) {
  const act = useAct();
  const [draft, setDraft] = useState(stored);
  const [wasTried, setWasTried] = useState(false);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const save = () => {
    setWasTried(true);
    if (isComplete(draft)) void act.run(text('settingsScreen.printer.save.act'), 'settings.set', draft);
  };
  const part = { draft, stored, onChange: setDraft, wasTried };
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
      <TicketPrinter {...part} />
      <ReceiptPrinter {...part} />
      <section>
        <h2>{text('settingsScreen.printer.gate')}</h2>
        <TextField
          size="compact"
          label={text('settingsScreen.printer.gate.name')}
          help={text('settingsScreen.printer.gate.help')}
          value={draft.gate}
          onChange={(gate) => setDraft({ ...draft, gate })}
          maxLength={60}
          problem={wasTried && draft.gate.trim() === '' ? text('settingsScreen.printer.gate.needed') : null}
        />
      </section>
      <section>
        <h2>{text('settingsScreen.printer.map')}</h2>
        <div className="settings-status">
          <Checkbox isSelected={draft.mapGlides} onChange={(mapGlides) => setDraft({ ...draft, mapGlides })}>
            {text('settingsScreen.printer.map.glides')}
          </Checkbox>
          <p>{text('settingsScreen.printer.map.help')}</p>
        </div>
      </section>
      <div className="office-form-foot">
        <Button tone="primary" type="submit" isPending={act.isBusy}>
          {text('office.save')}
        </Button>
        {isChanged ? <Status tone="note">{text('office.unsaved')}</Status> : null}
        {!isChanged && wasTried ? <Status tone="ok">{text('office.saved')}</Status> : null}
      </div>
    </form>
  );
}

function TicketPrinter({ draft, stored, onChange }: PartProps) {
  const { ticketPrinter } = draft;
  const isUnsaved = JSON.stringify(ticketPrinter) !== JSON.stringify(stored.ticketPrinter);
  return (
    <section>
      <h2>{text('settingsScreen.printer.tickets')}</h2>
      <div className="settings-fields">
        <Select
          size="compact"
          label={text('settingsScreen.printer.ticketPrinter')}
          choices={[
            { id: 'NONE', name: text('settingsScreen.printer.none') },
            { id: 'SYSTEM', name: text('settingsScreen.printer.system') },
          ]}
          value={ticketPrinter.kind}
          onChange={(kind) =>
            onChange({ ...draft, ticketPrinter: kind === 'SYSTEM' ? { kind, name: '' } : { kind: 'NONE' } })
          }
        />
        {ticketPrinter.kind === 'SYSTEM' ? (
          <TextField
            size="compact"
            label={text('settingsScreen.printer.systemName')}
            value={ticketPrinter.name}
            onChange={(name) => onChange({ ...draft, ticketPrinter: { kind: 'SYSTEM', name } })}
            maxLength={200}
          />
        ) : null}
        <Select
          size="compact"
          label={text('settingsScreen.printer.layout')}
          choices={(['A4', 'A6'] as const).map((id) => ({ id, name: text(`settingsScreen.printer.layout.${id}`) }))}
          value={draft.ticketLayout}
          onChange={(id) => onChange({ ...draft, ticketLayout: id as DeviceSettings['ticketLayout'] })}
        />
      </div>
      <TestPrint which="TICKET" isSet={stored.ticketPrinter.kind !== 'NONE'} isUnsaved={isUnsaved} />
    </section>
  );
}

function ReceiptPrinter({ draft, stored, onChange, wasTried }: PartProps) {
  const { receiptPrinter } = draft;
  const isUnsaved = JSON.stringify(receiptPrinter) !== JSON.stringify(stored.receiptPrinter);
  return (
    <section>
      <h2>{text('settingsScreen.printer.receipts')}</h2>
      <div className="settings-fields">
        <Select
          size="compact"
          label={text('settingsScreen.printer.receiptPrinter')}
          choices={[
            { id: 'NONE', name: text('settingsScreen.printer.noReceipt') },
            { id: 'NETWORK', name: text('settingsScreen.printer.network') },
          ]}
          value={receiptPrinter.kind}
          onChange={(kind) =>
            onChange({
              ...draft,
              receiptPrinter:
                kind === 'NETWORK' ? { kind, host: '', port: RECEIPT_PORT, reportsStatus: true } : { kind: 'NONE' },
            })
          }
        />
        {receiptPrinter.kind === 'NETWORK' ? (
          <>
            <TextField
              size="compact"
              label={text('settingsScreen.printer.host')}
              placeholder={text('settingsScreen.printer.host.hint')}
              value={receiptPrinter.host}
              onChange={(host) => onChange({ ...draft, receiptPrinter: { ...receiptPrinter, host } })}
              maxLength={200}
              problem={
                wasTried && receiptPrinter.host.trim() === '' ? text('settingsScreen.printer.host.needed') : null
              }
            />
            <NumberField
              size="compact"
              label={text('settingsScreen.printer.port')}
              value={receiptPrinter.port}
              onChange={(port) => onChange({ ...draft, receiptPrinter: { ...receiptPrinter, port } })}
              minValue={1}
              maxValue={65_535}
              formatOptions={{ useGrouping: false }}
            />
          </>
        ) : null}
        <Select
          size="compact"
          label={text('settingsScreen.printer.columns')}
          choices={(['32', '42', '48'] as const).map((id) => ({ id, name: id }))}
          value={String(draft.receiptColumns)}
          onChange={(id) => onChange({ ...draft, receiptColumns: Number(id) as DeviceSettings['receiptColumns'] })}
        />
      </div>
      {receiptPrinter.kind === 'NETWORK' ? (
        <div className="settings-status">
          <Checkbox
            isSelected={receiptPrinter.reportsStatus}
            onChange={(reportsStatus) => onChange({ ...draft, receiptPrinter: { ...receiptPrinter, reportsStatus } })}
          >
            {text('settingsScreen.printer.reportsStatus')}
          </Checkbox>
          <p>{text('settingsScreen.printer.reportsStatus.help')}</p>
        </div>
      ) : null}
      <TestPrint which="RECEIPT" isSet={stored.receiptPrinter.kind !== 'NONE'} isUnsaved={isUnsaved} />
    </section>
  );
}

interface TestPrintProps {
  readonly which: 'TICKET' | 'RECEIPT';
  readonly isSet: boolean;
  readonly isUnsaved: boolean;
}

function TestPrint({ which, isSet, isUnsaved }: TestPrintProps) {
  const act = useAct();
  const [outcome, setOutcome] = useState<'PRINTED' | 'SENT' | 'NONE' | null>(null);
  const print = async () => {
    setOutcome(null);
    const tested = await act.run(text('settingsScreen.printer.test.act'), 'printer.test', { which });
    if (tested.ok) setOutcome(tested.value.outcome);
  };
  const refusal = isUnsaved
    ? text('settingsScreen.printer.test.saveFirst')
    : isSet
      ? null
      : text('settingsScreen.printer.test.noPrinter');
  return (
    <div className="office-buttons settings-test">
      <Button size="compact" unavailable={refusal} isPending={act.isBusy} onPress={() => void print()}>
        {text('settingsScreen.printer.test')}
      </Button>
      {act.error ? <Status tone="bad">{act.error.message}</Status> : null}
      {outcome ? (
        <Status tone={outcome === 'PRINTED' ? 'ok' : 'warn'}>{text(`settingsScreen.printer.test.${outcome}`)}</Status>
      ) : null}
    </div>
  );
}
