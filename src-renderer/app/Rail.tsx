import { Button as AriaButton } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import type { Area } from './area.ts';
import { AREA_ICONS } from './frame-actions.ts';
import './Rail.css';

export interface RailProps {
  /** Only those the person may use. */
  readonly areas: readonly Area[];
  readonly current: Area;
  readonly onOpen: (area: Area) => void;
}

/** The areas of the program, icon and word. */
export function Rail({ areas, current, onOpen }: RailProps) {
  return (
    <nav className="app-rail" aria-label={text('frame.areas')}>
      {areas.map((area) => {
        const Icon = AREA_ICONS[area];
        return (
          <AriaButton
            key={area}
            className="app-rail-item"
            data-action={`frame.area.${area}`}
            data-current={area === current}
            {...(area === current ? { 'aria-current': 'page' as const } : {})}
            onPress={() => onOpen(area)}
          >
            <Icon aria-hidden="true" strokeWidth={area === current ? 2 : 1.6} />
            <span>{text(`frame.area.${area}`)}</span>
          </AriaButton>
        );
      })}
    </nav>
  );
}
