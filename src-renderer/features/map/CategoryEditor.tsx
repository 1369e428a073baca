import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { Input } from '../../../src-shared/contract/calls.ts';
import { categoryColor, categoryLetter } from '../../../src-shared/domain/seat-map/category-style.ts';
import type { Category } from '../../../src-shared/domain/seat-map/document.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useAct } from '../../app/use-act.ts';
import { useProgramState } from '../../app/use-program.ts';
import { colorOptions } from '../../canvas/color-options.ts';
import { Button } from '../../ui/Button.tsx';
import { ColorChoice } from '../../ui/ColorChoice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EntryCell } from '../../ui/EntryCell.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { minorToText, textToMinor } from '../../ui/money-text.ts';

export interface CategoryEditorProps {
  readonly mapVersionId: string;
  readonly version: number;
  readonly mapName: string;
  readonly categories: readonly Category[];
  readonly onClose: () => void;
}

interface Draft extends Pick<Category, 'id' | 'name' | 'color' | 'letter'> {
  readonly price: string;
}

/** As much as the core takes for a price. */
const PRICE_LIMIT_MINOR = 100_000_000;

function newCategory(drafts: readonly Draft[]): Draft {
  const letters = new Set(drafts.map((draft) => draft.letter.toUpperCase()));
  const colors = new Set(drafts.map((draft) => draft.color));
  const numbers = Array.from({ length: drafts.length + 1 }, (_, index) => index);
  const letter = numbers.map(categoryLetter).find((each) => !letters.has(each)) ?? '';
  const color = numbers.map(categoryColor).find((each) => !colors.has(each)) ?? categoryColor(drafts.length);
  return {
    id: `category-${crypto.randomUUID()}`,
    name: text('mapScreen.categories.new', { number: drafts.length + 1 }),
    color,
    letter,
    price: '',
  };
}

/** Names, letters, colours and usual prices of a draft's categories, all at once. */
export function CategoryEditor({ mapVersionId, version, mapName, categories, onClose }: CategoryEditorProps) {
  const { locale } = useLocale();
  const currency = useProgramState((state) => state.house?.currency ?? 'EUR');
  const act = useAct();
  const rules = { currency, locale, limitMinor: PRICE_LIMIT_MINOR, allowsNegative: false };
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    categories.map(({ defaultPriceMinor, ...category }) => ({
      ...category,
      price: defaultPriceMinor === null ? '' : minorToText(defaultPriceMinor, currency, locale),
    })),
  );
  const change = (id: string, part: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.id === id ? { ...draft, ...part } : draft)));
  const badPrice = drafts.map((draft) => textToMinor(draft.price, rules)).find((price) => !price.ok);
  const isIncomplete = drafts.some(({ name, letter }) => !name.trim() || !letter.trim());
  const refusal = badPrice && !badPrice.ok ? badPrice.error.message : null;

  const save = async () => {
    if (isIncomplete) return act.refuse({ code: 'INCOMPLETE', message: text('mapScreen.categories.letterNeeded') });
    const input: Input<'map.setCategories'> = {
      mapVersionId,
      version,
      categories: drafts.map(({ price, ...category }) => {
        const read = textToMinor(price, rules);
        return { ...category, defaultPriceMinor: read.ok ? read.value : null };
      }),
    };
    const saved = await act.run(text('mapScreen.categories.act', { name: mapName }), 'map.setCategories', input);
    if (saved.ok) onClose();
  };

  return (
    <Dialog
      title={text('mapScreen.categories')}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" unavailable={refusal} isPending={act.isBusy} onPress={() => void save()}>
            {text('office.save')}
          </Button>
        </>
      }
    >
      {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
      <table className="ui-entry map-category-entry">
        <CategoryHeadings />
        <tbody>
          {drafts.map((draft) => (
            <CategoryLine
              key={draft.id}
              draft={draft}
              priceOf={(typed) => {
                const read = textToMinor(typed, rules);
                return read.ok ? null : read.error.message;
              }}
              onChange={(part) => change(draft.id, part)}
              onRemove={() => setDrafts(drafts.filter(({ id }) => id !== draft.id))}
            />
          ))}
        </tbody>
      </table>
      <Button icon={Plus} size="compact" onPress={() => setDrafts([...drafts, newCategory(drafts)])}>
        {text('mapScreen.categories.add')}
      </Button>
    </Dialog>
  );
}

interface CategoryLineProps {
  readonly draft: Draft;
  readonly priceOf: (typed: string) => string | null;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onRemove: () => void;
}

function CategoryLine({ draft, priceOf, onChange, onRemove }: CategoryLineProps) {
  const { name } = draft;
  return (
    <tr>
      <td className="map-category-letter">
        <EntryCell
          label={`${text('office.letter')}, ${name}`}
          value={draft.letter}
          maxLength={2}
          onChange={(letter) => onChange({ letter })}
        />
      </td>
      <td className="map-category-name">
        <EntryCell
          label={`${text('office.name')}, ${name}`}
          value={name}
          maxLength={60}
          onChange={(next) => onChange({ name: next })}
        />
      </td>
      <td>
        <EntryCell
          label={`${text('mapScreen.categories.price')}, ${name}`}
          align="end"
          inputMode="decimal"
          value={draft.price}
          problem={priceOf(draft.price)}
          onChange={(price) => onChange({ price })}
        />
      </td>
      <td data-plain="true">
        <ColorChoice
          label={`${text('office.colour')}, ${name}`}
          isLabelHidden
          options={colorOptions(draft.color)}
          value={draft.color}
          onChange={(color) => onChange({ color })}
        />
      </td>
      <td data-plain="true">
        <IconButton
          icon={Trash2}
          size="compact"
          label={text('mapScreen.categories.remove', { name })}
          onPress={onRemove}
        />
      </td>
    </tr>
  );
}

function CategoryHeadings() {
  return (
    <thead>
      <tr>
        <th scope="col">{text('office.letter')}</th>
        <th scope="col">{text('office.name')}</th>
        <th scope="col" data-align="end">
          {text('mapScreen.categories.price')}
        </th>
        <th scope="col">{text('office.colour')}</th>
        <th aria-hidden="true" />
      </tr>
    </thead>
  );
}
