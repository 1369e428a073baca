import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { IconButton } from './IconButton.tsx';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, the right one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'regular' | 'wide';
  /** `alertdialog` where a person must answer before anything else. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** For what must be answered before going on. What can be undone needs none. Esc closes; focus stays inside and returns. */
export function Dialog({ title, isOpen, onClose, children, footer, size = 'regular', role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      className="ui-veil"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === 'dialog'}
    >
      <Modal className="ui-modal" data-size={size}>
        <AriaDialog className="ui-dialog" role={role}>
          <header className="ui-dialog-head">
            <Heading slot="title" level={2} className="ui-dialog-title">
              {title}
            </Heading>
            <IconButton icon={X} label={text('ui.close')} keyHint="Escape" onPress={onClose} />
          </header>
          <div className="ui-dialog-body">{children}</div>
          {footer ? <footer className="ui-dialog-foot">{footer}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
