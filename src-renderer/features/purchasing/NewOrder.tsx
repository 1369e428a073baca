import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { text } from '../../../src-shared/text/text.ts';
import { useRouter } from '../../app/router.ts';
import { useAct } from '../../app/use-act.ts';
import { useProgramState, useReading } from '../../app/use-program.ts';
import { whenInWords } from '../../app/wall-clock.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Page } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LineTable } from './LineTable.tsx';
import { readLines, type LineDraft } from './order-draft.ts';
import { SupplierDialog } from './SupplierDialog.tsx';

/** As much as the core takes for a price. */
const PRICE_LIMIT_MINOR = 100_000_000;

interface OrderDraft {
  readonly supplierId: string | null;
  readonly eventId: string | null;
  readonly reference: string;
}

const blankLine = (key: number): LineDraft => ({ key, description: '', quantity: '', unit: '' });

function useChoices() {
  const { locale } = useLocale();
  const suppliers = useReading('supplier.list', {}, ['suppliers']);
  const events = useReading('event.list', {}, ['events']);
  const brokered = events.value?.filter((event) => event.inventory !== 'HOUSE') ?? [];
  return {
    suppliers: (suppliers.value ?? []).map(({ supplierId, name }) => ({ id: supplierId, name })),
    events: brokered.map((event) => ({
      id: event.eventId,
      name: event.title,
      detail: whenInWords(event.startsAt, event.timeZone, locale),
    })),
    hasNoEvent: events.value !== null && brokered.length === 0,
    currencyOf: (eventId: string | null) => brokered.find((event) => event.eventId === eventId)?.currency,
  };
}

/** A new order: from whom, for what, and its lines typed one below the other. */
export function NewOrder() {
  const router = useRouter();
  const { locale } = useLocale();
  const act = useAct();
  const choices = useChoices();
  const houseCurrency = useProgramState((state) => state.house?.currency ?? 'EUR');
  const [order, setOrder] = useState<OrderDraft>({
    supplierId: null,
    eventId: null,
    reference: '',
  });
  const [drafts, setDrafts] = useState<readonly LineDraft[]>([blankLine(0), blankLine(1)]);
  const [wasTried, setWasTried] = useState(false);
  const currency = choices.currencyOf(order.eventId) ?? houseCurrency;
  const rules = { currency, locale, limitMinor: PRICE_LIMIT_MINOR, allowsNegative: false };
  const { problems, lines } = readLines(drafts, rules);

  const create = async () => {
    setWasTried(true);
    const { supplierId, eventId, reference } = order;
    if (supplierId === null || eventId === null || problems.length > 0) return;
    const supplier = choices.suppliers.find(({ id }) => id === supplierId)?.name ?? '';
    const count = lines.reduce((sum, line) => sum + line.quantity, 0);
    const sentence = text('purchasingScreen.order.act', { count, supplier });
    const input = { supplierId, eventId, reference, lines };
    const created = await act.run(sentence, 'purchaseOrder.create', input);
    if (created.ok) router.open('purchasing', { purchaseOrderId: created.value.purchaseOrderId });
  };

  return (
    <Page
      title={text('purchasingScreen.newOrder')}
      back={{ label: text('office.back'), onPress: () => router.open('purchasing') }}
      padding="regular"
      messages={
        <>
          {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
          {choices.hasNoEvent ? <Message tone="warn">{text('purchasingScreen.order.noEvent')}</Message> : null}
        </>
      }
    >
      <form
        className="purchasing-new"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <OrderFields order={order} choices={choices} wasTried={wasTried} onChange={setOrder} />
        <LineTable drafts={drafts} rules={rules} problems={wasTried ? problems : []} onChange={setDrafts} />
        <div className="office-buttons">
          <Button
            size="compact"
            icon={Plus}
            onPress={() => setDrafts([...drafts, blankLine((drafts.at(-1)?.key ?? 0) + 1)])}
          >
            {text('purchasingScreen.line.add')}
          </Button>
        </div>
        <div className="office-form-foot">
          <Button tone="primary" type="submit" isPending={act.isBusy}>
            {text('office.create')}
          </Button>
          <Button onPress={() => router.open('purchasing')}>{text('ui.cancel')}</Button>
        </div>
      </form>
    </Page>
  );
}

interface OrderFieldsProps {
  readonly order: OrderDraft;
  readonly choices: ReturnType<typeof useChoices>;
  readonly wasTried: boolean;
  readonly onChange: (order: OrderDraft) => void;
}

function OrderFields({ order, choices, wasTried, onChange }: OrderFieldsProps) {
  const [makesSupplier, setMakesSupplier] = useState(false);
  return (
    <div className="ui-form">
      <div data-span="4" className="purchasing-supplier">
        <Select
          size="compact"
          label={text('purchasingScreen.supplier')}
          choices={choices.suppliers}
          value={order.supplierId}
          onChange={(supplierId) => onChange({ ...order, supplierId })}
          problem={wasTried && order.supplierId === null ? text('purchasingScreen.order.supplierNeeded') : null}
        />
        <Button size="compact" onPress={() => setMakesSupplier(true)}>
          {text('purchasingScreen.newSupplier')}
        </Button>
      </div>
      <div data-span="4">
        <Select
          size="compact"
          label={text('purchasingScreen.event')}
          choices={choices.events}
          value={order.eventId}
          onChange={(eventId) => onChange({ ...order, eventId })}
          problem={wasTried && order.eventId === null ? text('purchasingScreen.order.eventNeeded') : null}
        />
      </div>
      <div data-span="4">
        <TextField
          size="compact"
          label={text('purchasingScreen.reference')}
          help={text('purchasingScreen.reference.help')}
          value={order.reference}
          onChange={(reference) => onChange({ ...order, reference })}
          maxLength={120}
        />
      </div>
      {makesSupplier ? (
        <SupplierDialog
          onClose={() => setMakesSupplier(false)}
          onCreated={(supplierId) => {
            onChange({ ...order, supplierId });
            setMakesSupplier(false);
          }}
        />
      ) : null}
    </div>
  );
}
