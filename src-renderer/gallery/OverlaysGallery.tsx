import { Ellipsis, Printer, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Popover } from '../ui/Popover.tsx';
import { TextField } from '../ui/TextField.tsx';

export function OverlaysGallery() {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  return (
    <Panel title="What opens">
      <div className="gallery-row">
        <Button onPress={() => setOpen(true)}>Open dialog</Button>
        <Popover label="Note" trigger={<Button>Open popover</Button>}>
          <TextField label="Note" />
        </Popover>
        <MenuButton
          label="More"
          trigger={<IconButton icon={Ellipsis} label="More" />}
          onChoose={setChosen}
          entries={[
            { id: 'reprint', name: 'Reprint', icon: Printer, keyHint: 'F9' },
            { id: 'resend', name: 'Resend', unavailable: 'There is no e-mail address.' },
            { id: 'cancel', name: 'Cancel the sale', icon: Trash2, tone: 'danger' },
          ]}
        />
        <output data-testid="chosen">{chosen}</output>
      </div>
      <Dialog
        title="Close the till?"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>Count again</Button>
            <Button tone="primary" onPress={() => setOpen(false)}>
              Close with 2.50 over
            </Button>
          </>
        }
      >
        <p>The count is final once it is closed.</p>
      </Dialog>
    </Panel>
  );
}
