import { useLocale } from 'react-aria-components';
import type { Category } from '../../../src-shared/domain/seat-map/document.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundAction } from '../../app/actions/action.ts';
import { useProgramState } from '../../app/use-program.ts';
import { inkOn } from '../../canvas/contrast.ts';
import type { SeatStyle } from '../../canvas/marks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { LetterSwatch } from '../../ui/LetterSwatch.tsx';
import { minorToText } from '../../ui/money-text.ts';

export interface CategoryPanelProps {
  readonly categories: readonly Category[];
  /** As the map draws them, by category's index. */
  readonly styles: readonly SeatStyle[];
  /** By category's index; the last is seats without one. */
  readonly counts: ArrayLike<number>;
  /** For the first nine. */
  readonly giveActions: readonly BoundAction[];
  readonly editAction: BoundAction;
  readonly hasChoice: boolean;
  readonly isDraft: boolean;
  readonly onGive: (categoryIndex: number) => void;
  readonly onChooseAll: (categoryIndex: number) => void;
}

/**
 * The map's categories. With seats chosen, a press gives them that category; with none, it chooses all of its seats,
 * which is what one wants before giving them another.
 */
export function CategoryPanel(props: CategoryPanelProps) {
  const { categories, styles, counts, giveActions, editAction, hasChoice, isDraft, onGive, onChooseAll } = props;
  const { locale } = useLocale();
  const currency = useProgramState((state) => state.house?.currency ?? 'EUR');
  const gives = hasChoice && isDraft;
  const without = counts[categories.length] ?? 0;
  return (
    <div className="map-categories">
      {categories.length === 0 ? (
        <EmptyState title={text('mapScreen.categories')}>{text('mapScreen.categories.none')}</EmptyState>
      ) : (
        <ul aria-label={text('mapScreen.categories')}>
          {categories.map((category, index) => (
            <li key={category.id}>
              <button
                type="button"
                className="map-category"
                onClick={() => (gives ? onGive(index) : onChooseAll(index))}
              >
                <LetterSwatch
                  color={styles[index]?.fill ?? category.color}
                  letter={category.letter}
                  ink={styles[index]?.ink ?? inkOn(category.color)}
                />
                <span className="map-category-words">
                  <span className="visually-hidden">
                    {text(gives ? 'mapScreen.category.giveThis' : 'mapScreen.category.chooseAll')}{' '}
                  </span>
                  {category.name}
                </span>
                <span className="map-category-price figures">
                  {category.defaultPriceMinor === null ? '' : minorToText(category.defaultPriceMinor, currency, locale)}
                </span>
                <span className="map-category-count figures">{counts[index] ?? 0}</span>
                {giveActions[index] && isDraft ? <Kbd keys={giveActions[index].keys[0] ?? ''} /> : <span />}
              </button>
            </li>
          ))}
          {without > 0 ? (
            <li>
              <button type="button" className="map-category" onClick={() => onChooseAll(categories.length)}>
                <span className="map-category-hollow" aria-hidden="true" />
                <span className="map-category-words">{text('mapScreen.category.without')}</span>
                <span />
                <span className="map-category-count figures">{without}</span>
                <span />
              </button>
            </li>
          ) : null}
        </ul>
      )}
      {isDraft ? (
        <div className="map-categories-foot">
          <p>{text('mapScreen.categories.hint')}</p>
          <ActionButton action={editAction} size="compact" />
        </div>
      ) : null}
    </div>
  );
}
