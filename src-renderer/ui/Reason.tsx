import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './Reason.css';

/**
 * A few words beside a control on hover or focus: what an icon does, or why a thing cannot be done now. With null
 * there are none, and the control keeps its place and focus when they come and go.
 */
export function Reason({ reason, children }: { readonly reason: string | null; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={300} closeDelay={0} isDisabled={reason === null}>
      {children}
      <Tooltip className="ui-reason" offset={6}>
        {reason}
      </Tooltip>
    </TooltipTrigger>
  );
}
