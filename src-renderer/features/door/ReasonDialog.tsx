import { useRef, useState } from 'react';
import { MenuItem } from 'react-aria-components';
import { text } from '../../../src-shared/text/text.ts';
import { PickDialog } from './PickDialog.tsx';

const REASONS = {
  ADMIT: ['doorScreen.reason.unreadable', 'doorScreen.reason.left', 'doorScreen.reason.phone'],
  CORRECT: ['doorScreen.reason.mistake', 'doorScreen.reason.wentOut', 'doorScreen.reason.wrongPerson'],
} as const;

const TITLES = { ADMIT: 'doorScreen.admit.title', CORRECT: 'doorScreen.correct.title' } as const;

const LONGEST_REASON = 200;

export interface ReasonDialogProps {
  readonly act: 'ADMIT' | 'CORRECT';
  readonly seat: string;
  readonly onGive: (reason: string) => void;
  readonly onClose: () => void;
}

/**
 * Why something is done by hand: own words, or the usual ones by an arrow. None is marked at first, so that an Enter
 * that bounces gives no reason.
 */
export function ReasonDialog({ act, seat, onGive, onClose }: ReasonDialogProps) {
  const [own, setOwn] = useState('');
  const words = own.trim();
  const reasons = words === '' ? REASONS[act].map((key) => text(key)) : [words];
  // The list and the box may both answer one Enter.
  const isGiven = useRef(false);
  const give = (reason: string): void => {
    if (reason === '' || isGiven.current) return;
    isGiven.current = true;
    onGive(reason);
  };
  return (
    <PickDialog
      title={text(TITLES[act], { seat })}
      label={text('doorScreen.reason')}
      placeholder={text('doorScreen.reason.hint')}
      typed={own}
      onType={setOwn}
      maxLength={LONGEST_REASON}
      onTake={give}
      onEnter={(typed) => give(typed.trim())}
      onClose={onClose}
      empty={null}
    >
      {reasons.map((reason) => (
        <MenuItem key={reason} id={reason} textValue={reason} className="door-reason">
          {reason}
        </MenuItem>
      ))}
    </PickDialog>
  );
}
