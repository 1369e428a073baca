import { useState } from 'react';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Panel } from '../ui/Panel.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { TextField } from '../ui/TextField.tsx';

const LEVELS = [
  { id: 'a', name: 'Premium', detail: 'Rows A to F' },
  { id: 'b', name: 'Standard' },
  { id: 'c', name: 'Restricted view' },
  { id: 'd', name: 'Standing', isDisabled: true },
];

export function FieldsGallery() {
  const [level, setLevel] = useState<string | null>('b');
  const [person, setPerson] = useState<string | null>(null);
  const [tab, setTab] = useState('tickets');
  return (
    <>
      <Panel title="Fields">
        <div className="gallery-stack">
          <SearchBox label="Find a booking" placeholder="Name, e-mail, phone, number, or scan" keyHint="F3" />
          <TextField label="Customer" defaultValue="Josephine Miller" help="As it stands on the tickets." />
          <TextField label="E-mail" defaultValue="j.miller@" problem="An e-mail address has something after the @." />
          <TextField label="Reason" placeholder="Why is it given away?" isLong />
          <TextField label="Number" defaultValue="ORD-20261120-7K3QMD" isDisabled />
        </div>
      </Panel>
      <Panel title="Choosing">
        <div className="gallery-stack">
          <Select label="Price level" choices={LEVELS} value={level} onChange={setLevel} />
          <ComboBox label="Section" choices={LEVELS} value={person} onChange={setPerson} placeholder="Type to find" />
          <NumberField label="Seats" defaultValue={4} minValue={1} maxValue={10} unit="of 10" />
          <div className="gallery-row">
            <Select size="compact" label="Level" choices={LEVELS} value={null} onChange={setLevel} />
            <NumberField size="compact" label="Row" defaultValue={12} />
          </div>
          <div className="gallery-row">
            <Checkbox defaultSelected>Print a receipt</Checkbox>
            <Checkbox>Send by e-mail</Checkbox>
            <Checkbox isIndeterminate>All rows</Checkbox>
            <Checkbox isDisabled>Gift</Checkbox>
          </div>
          <div className="gallery-row">
            <Switch defaultSelected>Sounds</Switch>
            <Switch>Training</Switch>
            <Switch isDisabled>Network printer</Switch>
          </div>
        </div>
      </Panel>
      <Panel title="Tabs">
        <Tabs
          label="Booking"
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'tickets', name: 'Tickets', count: 4, content: <p>Stalls F 4–7</p> },
            { id: 'money', name: 'Money', content: <p>180.00 in cash</p> },
            { id: 'story', name: 'Story', count: 12, content: <p>Sold, printed, admitted</p> },
          ]}
        />
      </Panel>
    </>
  );
}
