/** The line over the map: how many, the best, what is wished, and the sale line. */
import { Minus, Plus } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { useLocale } from 'react-aria-components';
import { text } from '../../../src-shared/text/text.ts';
import type { BoundActions } from '../../app/actions/action.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { EventMap } from '../../app/event-maps.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { ToggleChip } from '../../ui/ToggleChip.tsx';
import { quantityOf, withStep } from './quantity-keys.ts';
import { parseSaleLine } from './sale-line.ts';
import type { SellActionId } from './sell-actions.ts';
import { useAmount, useSell, useSellState } from './use-sell.ts';

export interface MapBarProps {
  readonly map: EventMap;
  readonly actions: BoundActions<SellActionId>;
  readonly lineRef: RefObject<HTMLInputElement | null>;
  readonly isLimitOpen: boolean;
  readonly onLimitOpen: (isOpen: boolean) => void;
  /** Keys belong to the basket again. */
  readonly onDone: () => void;
}

export function MapBar({ map, actions, lineRef, isLimitOpen, onLimitOpen, onDone }: MapBarProps) {
  const sell = useSell();
  const wishes = useSellState((state) => state.wishes);
  const amount = useAmount(map.event.currency);
  const limit = wishes.maxPriceMinor;
  const { near, wheelchairs } = wishes;
  const then = (change: () => void) => () => {
    change();
    onDone();
  };
  return (
    <div className="sell-bar">
      <Quantity map={map} onDone={onDone} />
      <ActionButton action={actions['sell.best']} tone="plain" />
      <div className="sell-wishes">
        <span data-action="sell.aisle">
          <ToggleChip
            isLit={wishes.aisle}
            keyHint="A"
            icon={actions['sell.aisle'].icon!}
            onChange={then(() => sell.wish({ aisle: !wishes.aisle }))}
          >
            {text('sell.aisle')}
          </ToggleChip>
        </span>
        <span data-action="sell.wheelchair">
          <ToggleChip
            isLit={wheelchairs > 0}
            keyHint="W"
            icon={actions['sell.wheelchair'].icon!}
            {...(wheelchairs > 1 && { count: wheelchairs })}
            onChange={then(() => sell.wishWheelchair())}
          >
            {text('sell.wheelchair')}
          </ToggleChip>
        </span>
        <span data-action="sell.priceLimit">
          <ToggleChip isLit={limit !== null} keyHint="P" onChange={() => onLimitOpen(!isLimitOpen)}>
            {limit === null ? text('sell.priceLimit') : text('sell.priceLimit.upTo', { amount: amount(limit) })}
          </ToggleChip>
        </span>
      </div>
      <SaleLineField map={map} lineRef={lineRef} onDone={onDone} />
      {near === null ? null : (
        <div className="sell-near">
          <ToggleChip isLit onChange={then(() => sell.wish({ near: null }))}>
            {text('sell.near', { name: near.name })}
          </ToggleChip>
        </div>
      )}
      {isLimitOpen ? (
        <PriceLimit
          currency={map.event.currency}
          limitMinor={limit}
          onSet={(maxPriceMinor) => {
            sell.wish({ maxPriceMinor });
            onLimitOpen(false);
            onDone();
          }}
          onClose={() => {
            onLimitOpen(false);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
}

/** What the digit keys have made so far, with a way to it for the mouse. */
function Quantity({ map: { event }, onDone }: { readonly map: EventMap; readonly onDone: () => void }) {
  const sell = useSell();
  const typed = useSellState((state) => state.typed);
  const quantity = quantityOf(typed);
  const level = event.levels.find(({ priceLevelId }) => priceLevelId === typed.priceLevelId);
  const step = (by: 1 | -1) => () => {
    sell.type((before) => withStep(before, by));
    onDone();
  };
  return (
    <div className="sell-quantity" data-empty={quantity === null}>
      <output aria-label={text('sell.quantity')}>
        {quantity === null ? (
          <span className="sell-quantity-hint">{text('sell.quantity.none')}</span>
        ) : (
          <>
            <strong>{quantity}</strong>
            {level ? (
              <span>
                {level.letter} {level.name}
              </span>
            ) : null}
            <Kbd keys="Enter" />
          </>
        )}
      </output>
      {/* Keys type the number: they need no stop here. */}
      <IconButton
        icon={Minus}
        size="compact"
        label={text('sell.quantity.less')}
        onPress={step(-1)}
        excludeFromTabOrder
      />
      <IconButton icon={Plus} size="compact" label={text('sell.quantity.more')} onPress={step(1)} excludeFromTabOrder />
    </div>
  );
}

interface SaleLineFieldProps {
  readonly map: EventMap;
  readonly lineRef: RefObject<HTMLInputElement | null>;
  readonly onDone: () => void;
}

function SaleLineField({ map: { event, columns }, lineRef, onDone }: SaleLineFieldProps) {
  const sell = useSell();
  const { locale } = useLocale();
  const [line, setLine] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const ask = () => {
    const read = parseSaleLine(line, {
      currency: event.currency,
      locale,
      levels: event.levels,
      sections: columns.sections,
      types: event.types.filter(({ kind }) => kind === 'STANDARD'),
    });
    // What was typed stays until it is understood.
    if (!read.ok) return setProblem(read.error.message);
    setLine('');
    setProblem(null);
    onDone();
    void sell.best.askLine(event.eventId, read.value);
  };

  return (
    <div className="sell-line" data-wrong={problem !== null}>
      <input
        ref={lineRef}
        className="sell-line-input"
        data-action="sell.line"
        aria-label={text('sell.line')}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : 'sell-line-problem'}
        placeholder={text('sell.line.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={line}
        onChange={(event_) => {
          setLine(event_.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={(key) => {
          if (key.key !== 'Enter' && key.key !== 'Escape') return;
          key.preventDefault();
          key.stopPropagation();
          if (key.key === 'Enter' && !key.repeat) return ask();
          setLine('');
          setProblem(null);
          onDone();
        }}
      />
      {line === '' ? <Kbd keys="/" /> : <Kbd keys="Enter" />}
      {problem === null ? null : (
        <p id="sell-line-problem" className="sell-line-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

interface PriceLimitProps {
  readonly currency: string;
  readonly limitMinor: number | null;
  readonly onSet: (limitMinor: number | null) => void;
  readonly onClose: () => void;
}

function PriceLimit({ currency, limitMinor, onSet, onClose }: PriceLimitProps) {
  const [value, setValue] = useState(limitMinor);
  return (
    <Dialog
      title={text('sell.priceLimit')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={() => onSet(null)}>{text('sell.priceLimit.none')}</Button>
          <Button tone="primary" keyHint="Enter" onPress={() => onSet(value)}>
            {text('sell.priceLimit.set')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSet(value);
        }}
      >
        <MoneyField
          label={text('sell.priceLimit.field')}
          valueMinor={value}
          currency={currency}
          onChange={setValue}
          takesFocus
        />
      </form>
    </Dialog>
  );
}
