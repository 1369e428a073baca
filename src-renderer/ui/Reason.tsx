import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './Reason.css';

/** A few words beside a control on hover or focus: what an icon does, or why a thing cannot be done now. */
export function Reason({ reason, children }: { readonly reason: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={300} closeDelay={0}>
      {children}
      <Tooltip className="ui-reason" offset={6}>
        {reason}
      </Tooltip>
    </TooltipTrigger>
  );
}
