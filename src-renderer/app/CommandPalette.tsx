import { Search } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useFocusAtStart } from '../ui/use-focus-at-start.ts';
import type { BoundAction } from './actions/action.ts';
import { matchesTyped } from './folded.ts';
import type { PaletteFinds, PaletteHit } from './frame-model.ts';
import '../ui/Dialog.css';
import '../ui/choice.css';
import './CommandPalette.css';

export interface CommandPaletteProps {
  readonly actions: readonly BoundAction[];
  readonly search: (words: string) => Promise<PaletteFinds>;
  readonly onClose: () => void;
}

interface Found extends PaletteFinds {
  readonly words: string;
}

const NOTHING: Found = { words: '', hits: [], problem: null };

/** What the house has for the words; answers that come after newer words are dropped. */
function useFound(words: string, search: CommandPaletteProps['search']): Found {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (words === '') return;
    let isStale = false;
    void search(words).then((finds) => {
      if (!isStale) setFound({ words, ...finds });
    });
    return () => {
      isStale = true;
    };
  }, [words, search]);
  return words === '' ? NOTHING : found;
}

function ActionItem({ action }: { readonly action: BoundAction }) {
  const Icon = action.icon;
  return (
    <MenuItem
      id={`action ${action.id}`}
      textValue={action.label}
      className="ui-choice"
      isDisabled={action.unavailable !== null}
    >
      {Icon ? <Icon aria-hidden="true" strokeWidth={1.75} /> : <span />}
      <span className="ui-choice-text">{action.label}</span>
      {action.keys[0] ? <Kbd keys={action.keys[0]} /> : null}
      {action.unavailable ? <span className="ui-choice-detail">{action.unavailable}</span> : null}
    </MenuItem>
  );
}

function HitItem({ hit }: { readonly hit: PaletteHit }) {
  return (
    <MenuItem id={`hit ${hit.id}`} textValue={hit.name} className="ui-choice app-palette-hit">
      <span className="ui-choice-text">{hit.name}</span>
      <span className="ui-choice-detail">{hit.detail}</span>
    </MenuItem>
  );
}

/** Every action and every booking, event, customer and seat behind one box. */
export function CommandPalette({ actions, search, onClose }: CommandPaletteProps) {
  const box = useFocusAtStart<HTMLInputElement>(true);
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const found = useFound(words, search);
  const matching = actions.filter(({ label, id }) => id !== 'frame.palette' && matchesTyped(label, words));
  const kinds = [...new Set(found.hits.map(({ kind }) => kind))];

  const take = (key: string) => {
    onClose();
    matching.find(({ id }) => key === `action ${id}`)?.run();
    found.hits.find(({ id }) => key === `hit ${id}`)?.open();
  };

  const leaveByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };

  return (
    <ModalOverlay className="ui-veil" isOpen isDismissable onOpenChange={onClose}>
      <Modal className="ui-modal app-palette">
        <Dialog className="ui-dialog" aria-label={text('frame.palette')}>
          {/* One Esc leaves, whatever is typed: the box would only be emptied by it. */}
          <div role="presentation" onKeyDownCapture={leaveByEscape}>
            <Autocomplete inputValue={typed} onInputChange={setTyped}>
              <SearchField className="app-palette-box" aria-label={text('frame.palette')}>
                <Search aria-hidden="true" strokeWidth={1.75} />
                <Input ref={box} className="app-palette-input" placeholder={text('frame.palette.hint')} />
              </SearchField>
              <Menu
                className="ui-choices app-palette-list"
                aria-label={text('frame.palette')}
                onAction={(key) => take(String(key))}
                renderEmptyState={() => (
                  <div className="ui-choices-none">
                    {found.words === words
                      ? (found.problem ?? text('ui.nothingFound'))
                      : text('frame.palette.searching')}
                  </div>
                )}
              >
                {kinds.map((kind) => (
                  <MenuSection key={kind} id={`kind ${kind}`}>
                    <Header className="ui-choices-title">{kind}</Header>
                    {found.hits
                      .filter((hit) => hit.kind === kind)
                      .map((hit) => (
                        <HitItem key={hit.id} hit={hit} />
                      ))}
                  </MenuSection>
                ))}
                {matching.length > 0 ? (
                  <MenuSection id="actions">
                    <Header className="ui-choices-title">{text('frame.palette.actions')}</Header>
                    {matching.map((action) => (
                      <ActionItem key={action.id} action={action} />
                    ))}
                  </MenuSection>
                ) : null}
              </Menu>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
