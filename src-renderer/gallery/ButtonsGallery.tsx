import { Accessibility, Armchair, Lock, Printer, RotateCcw, ZoomIn } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { ToggleChip } from '../ui/ToggleChip.tsx';

export function ButtonsGallery() {
  const [pressed, setPressed] = useState(0);
  const press = () => setPressed((count) => count + 1);
  return (
    <>
      <Panel title="Button" actions={<Button size="compact">Export</Button>}>
        <div className="gallery-stack">
          <div className="gallery-row">
            <Button tone="primary" keyHint="Enter" onPress={press}>
              Pay 180.00
            </Button>
            <Button keyHint="F6" icon={Printer} onPress={press}>
              Reprint
            </Button>
            <Button tone="quiet" keyHint="Escape">
              Back
            </Button>
          </div>
          <div className="gallery-row">
            <Button tone="danger">Refund 45.00</Button>
            <Button isDisabled keyHint="C">
              Customer
            </Button>
            <Button unavailable="Choose seats first." icon={RotateCcw} keyHint="X">
              Change seats
            </Button>
          </div>
          <Button tone="primary" size="large" keyHint="Enter">
            Finish
          </Button>
          <div className="gallery-row">
            <Button size="compact" icon={Armchair}>
              Hold
            </Button>
            <Button size="compact">Release</Button>
            <Button size="compact" tone="primary">
              Publish
            </Button>
            <Button size="compact" tone="quiet">
              Compare
            </Button>
          </div>
          <output data-testid="pressed">{pressed}</output>
        </div>
      </Panel>
      <SmallGallery />
    </>
  );
}

function SmallGallery() {
  const [aisle, setAisle] = useState(true);
  const [measure, setMeasure] = useState<'takings' | 'speed'>('takings');
  return (
    <Panel title="IconButton, chips, keys">
      <div className="gallery-stack">
        <div className="gallery-row">
          <IconButton icon={ZoomIn} label="Zoom in" keyHint="+" />
          <IconButton icon={Lock} label="Lock" keyHint="Ctrl+L" />
          <IconButton icon={Printer} label="Print" size="compact" />
          <IconButton icon={Printer} label="Print later" isDisabled />
          <Kbd keys="Ctrl+K" />
          <Kbd keys="Shift+F3" />
          <Kbd keys="ArrowDown" />
        </div>
        <div className="gallery-row">
          <Segmented
            label="Colour the seats by"
            segments={[
              { id: 'takings', name: 'Takings', keyHint: 'T' },
              { id: 'speed', name: 'Speed of sale', keyHint: 'S' },
            ]}
            value={measure}
            onChange={setMeasure}
          />
        </div>
        <div className="gallery-row">
          <ToggleChip isLit={aisle} onChange={setAisle} keyHint="A">
            Aisle
          </ToggleChip>
          <ToggleChip isLit={false} onChange={setAisle} keyHint="W" icon={Accessibility}>
            Wheelchair
          </ToggleChip>
          <ToggleChip isLit={false} isDisabled onChange={setAisle}>
            Balcony
          </ToggleChip>
        </div>
        <div className="gallery-row">
          <ToggleChip isLit onChange={setAisle} count={214} swatch={{ color: '#7b3f9d', letter: 'A', ink: '#ffffff' }}>
            Premium
          </ToggleChip>
          <ToggleChip
            isLit={false}
            onChange={setAisle}
            count={88}
            swatch={{ color: '#e5b94e', letter: 'B', ink: '#121516' }}
          >
            Standard
          </ToggleChip>
        </div>
      </div>
    </Panel>
  );
}
