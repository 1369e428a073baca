import { useEffect, useState } from 'react';
import type { PurchaseOrderLineView, PurchaseOrderView } from '../../../src-shared/contract/purchasing.ts';
import { SEAT_STATUSES, STATE_OWNED } from '../../../src-shared/domain/seat-map/columns.ts';
import { seatsInWords } from '../../../src-shared/domain/seat-map/seat-words.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { useAct } from '../../app/use-act.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Select } from '../../ui/Select.tsx';
import { Status } from '../../ui/Status.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Seats chosen by writing, or on the map: the last of the two counts. */
export interface SeatsToReceive {
  readonly ordinals: readonly number[];
  readonly by: 'WRITING' | 'MAP';
}

export interface ReceiveFormProps {
  readonly order: PurchaseOrderView;
  readonly line: PurchaseOrderLineView;
  readonly map: EventMap;
  readonly seats: SeatsToReceive;
  readonly onSeats: (seats: SeatsToReceive) => void;
}

/** As long as the core keeps it. */
const SPECIFICATION_MAX = 500;

/** Reads `rows C-F` as it is typed, and shows the seats meant on the map. */
function useWrittenSeats(eventId: string, onSeats: ReceiveFormProps['onSeats'], firstSection: string | null) {
  const [sectionId, setSectionId] = useState(firstSection);
  const [written, setWritten] = useState('');
  const question = written.trim() !== '' && sectionId !== null ? { eventId, sectionId, specification: written } : null;
  const reading = useReading('purchaseOrder.readSeats', question, ['eventSeats']);
  const { value, error } = reading;
  useEffect(() => {
    if (written.trim() === '') return;
    onSeats({ ordinals: error ? [] : (value?.ordinals ?? []), by: 'WRITING' });
  }, [value, error, written, onSeats]);
  return { sectionId, setSectionId, written, setWritten, error: question ? error : null };
}

function countOwned({ source }: EventMap, ordinals: readonly number[]): number {
  const states = source.states();
  const sold = SEAT_STATUSES.indexOf('SOLD');
  return ordinals.filter(
    (ordinal) => ((states.bits[ordinal] ?? 0) & STATE_OWNED) !== 0 || states.status[ordinal] === sold,
  ).length;
}

/** Why these seats cannot be received as they stand; null when they can. */
function refusalOf({ line, map, seats }: ReceiveFormProps): string | null {
  const count = seats.ordinals.length;
  const left = seatsToCome(line);
  if (count === 0) return text('purchasingScreen.receive.none');
  if (count > left) return text('purchasingScreen.receive.tooMany', { count, left });
  const owned = countOwned(map, seats.ordinals);
  return owned > 0 ? text('purchasingScreen.receive.owned', { count: owned }) : null;
}

function seatsToCome({ quantity, receivedQuantity, cancelledQuantity }: PurchaseOrderLineView): number {
  return quantity - receivedQuantity - cancelledQuantity;
}

/** Which seats came, and by what that is proved. */
export function ReceiveForm(props: ReceiveFormProps) {
  const { order, line, map, seats, onSeats } = props;
  const act = useAct();
  const { sections } = map.columns;
  const writing = useWrittenSeats(order.eventId, onSeats, sections.length === 1 ? sections[0]!.id : null);
  const [proof, setProof] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const count = seats.ordinals.length;
  const refusal = refusalOf(props);

  const receive = async () => {
    setWasTried(true);
    if (refusal !== null || proof.trim() === '') return;
    const sentence = text('purchasingScreen.receive.act', { count, number: order.number });
    const words = seats.by === 'MAP' ? seatsInWords(map.columns, seats.ordinals) : sectionWords(map, writing);
    const received = await act.run(sentence, 'purchaseOrder.receive', {
      lineId: line.lineId,
      specification: words.slice(0, SPECIFICATION_MAX),
      seatIds: seats.ordinals.map((ordinal) => map.columns.ids.at(ordinal)),
      proofOfPurchase: proof,
    });
    if (!received.ok) return;
    writing.setWritten('');
    setWasTried(false);
    onSeats({ ordinals: [], by: 'WRITING' });
  };

  return (
    <form
      className="purchasing-receive"
      onSubmit={(event) => {
        event.preventDefault();
        void receive();
      }}
    >
      <h2>
        {text('purchasingScreen.receive.title', { number: line.position + 1 })}
        <span className="figures">{text('purchasingScreen.receive.left', { count: seatsToCome(line) })}</span>
      </h2>
      {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
      <WrittenSeats {...props} writing={writing} />
      <TextField
        size="compact"
        label={text('purchasingScreen.receive.proof')}
        help={text('purchasingScreen.receive.proof.help')}
        value={proof}
        onChange={setProof}
        maxLength={200}
        problem={wasTried && proof.trim() === '' ? text('purchasingScreen.receive.proofNeeded') : null}
      />
      {count > 0 && refusal ? <Status tone="warn">{refusal}</Status> : null}
      <Button tone="primary" type="submit" unavailable={refusal} isPending={act.isBusy}>
        {count > 0 ? text('purchasingScreen.receive.count', { count }) : text('purchasingScreen.receive')}
      </Button>
    </form>
  );
}

interface WrittenSeatsProps extends ReceiveFormProps {
  readonly writing: ReturnType<typeof useWrittenSeats>;
}

function WrittenSeats({ map, seats, onSeats, writing }: WrittenSeatsProps) {
  const isPainted = seats.by === 'MAP';
  return (
    <>
      <div className="purchasing-where">
        <Select
          size="compact"
          label={text('purchasingScreen.receive.section')}
          choices={map.columns.sections.map(({ id, name }) => ({ id, name }))}
          value={writing.sectionId}
          onChange={writing.setSectionId}
        />
        <TextField
          size="compact"
          label={text('purchasingScreen.receive.seats')}
          placeholder={text('purchasingScreen.receive.seats.hint')}
          value={isPainted ? '' : writing.written}
          onChange={(written) => {
            onSeats({ ordinals: [], by: 'WRITING' });
            writing.setWritten(written);
          }}
        />
      </div>
      {writing.error && !isPainted ? (
        <p className="office-problem">
          <Status tone="bad">{writing.error.message}</Status>
        </p>
      ) : (
        <p className="office-hint">{text('purchasingScreen.receive.seats.help')}</p>
      )}
    </>
  );
}

function sectionWords(
  { columns }: EventMap,
  { sectionId, written }: { readonly sectionId: string | null; readonly written: string },
): string {
  const name = columns.sections.find(({ id }) => id === sectionId)?.name ?? '';
  return `${name} ${written.trim()}`;
}
