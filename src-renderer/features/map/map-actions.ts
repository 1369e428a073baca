import { CircleCheckBig, FilePlus2, FileUp, Landmark, Tag, type LucideIcon } from 'lucide-react';
import { text } from '../../../src-shared/text/text.ts';
import type { Action, ActionTable } from '../../app/actions/action.ts';
import { seatChoiceActions } from '../../app/seat-choice-actions.ts';

export interface MapListContext {
  readonly importPlan: () => void;
  readonly newVenue: () => void;
}

export const mapListActions: ActionTable<MapListContext, 'maps.import' | 'maps.newVenue'> = {
  scope: 'maps.list',
  actions: [
    {
      id: 'maps.import',
      label: 'mapScreen.import',
      icon: FileUp,
      keys: ['I'],
      enabled: () => true,
      run: ({ importPlan }) => importPlan(),
    },
    {
      id: 'maps.newVenue',
      label: 'mapScreen.newVenue',
      icon: Landmark,
      keys: ['V'],
      enabled: () => true,
      run: ({ newVenue }) => newVenue(),
    },
  ],
};

const CATEGORY_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export interface MapVersionContext {
  readonly isDraft: boolean;
  readonly categoryCount: number;
  readonly chosenCount: number;
  readonly errorCount: number;
  readonly give: (categoryIndex: number) => void;
  readonly publish: () => void;
  readonly startDraft: () => void;
  readonly editCategories: () => void;
}

type MapVersionActionId =
  | `maps.category.${(typeof CATEGORY_NUMBERS)[number]}`
  | 'maps.publish'
  | 'maps.startDraft'
  | 'maps.editCategories';

const isDraft = (context: MapVersionContext) => context.isDraft || text('mapScreen.draftOnly');

function giveAction(number: (typeof CATEGORY_NUMBERS)[number]): Action<MapVersionContext, MapVersionActionId> {
  return {
    id: `maps.category.${number}`,
    label: 'mapScreen.category.give',
    labelValues: { number },
    icon: Tag,
    keys: [`${number}`],
    enabled: (context) => {
      if (!context.isDraft) return text('mapScreen.draftOnly');
      if (context.categoryCount < number) return text('mapScreen.category.absent', { number });
      return context.chosenCount > 0 || text('office.chooseSeats');
    },
    run: ({ give }) => give(number - 1),
  };
}

function action(
  id: MapVersionActionId,
  label: 'mapScreen.publish' | 'mapScreen.newDraft' | 'mapScreen.categories.edit',
  icon: LucideIcon,
  key: string,
  rest: Pick<Action<MapVersionContext, MapVersionActionId>, 'enabled' | 'run'>,
): Action<MapVersionContext, MapVersionActionId> {
  return { id, label, icon, keys: [key], ...rest };
}

export const mapVersionActions: ActionTable<MapVersionContext, MapVersionActionId> = {
  scope: 'maps.version',
  actions: [
    ...CATEGORY_NUMBERS.map(giveAction),
    action('maps.publish', 'mapScreen.publish', CircleCheckBig, 'P', {
      enabled: (context) => {
        if (!context.isDraft) return text('mapScreen.draftOnly');
        return context.errorCount === 0 || text('mapScreen.publish.refused', { count: context.errorCount });
      },
      run: ({ publish }) => publish(),
    }),
    action('maps.startDraft', 'mapScreen.newDraft', FilePlus2, 'D', {
      enabled: (context) => !context.isDraft || text('house.notYetPublished'),
      run: ({ startDraft }) => startDraft(),
    }),
    action('maps.editCategories', 'mapScreen.categories.edit', Tag, 'E', {
      enabled: isDraft,
      run: ({ editCategories }) => editCategories(),
    }),
  ],
};

export const mapChoiceActions = seatChoiceActions('maps.version');
