import { useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Message } from '../../ui/Message.tsx';
import { createScanRouter, type ScanTaker } from './scan-router.ts';
import { ScanContext } from './use-scan.ts';
import { listenForScans } from './window-keys.ts';
import './ScanWindow.css';

const DIALOG = '[role=dialog], [role=alertdialog]';

export interface ScanWindowProps {
  /** What a scan does where no screen takes it; null while nobody is signed in. */
  readonly fallback: ScanTaker['take'] | null;
  readonly children: ReactNode;
}

/** Hears scans on every screen before any key binding does, and says what could not be taken. */
export function ScanWindow({ fallback, children }: ScanWindowProps) {
  const [scans] = useState(() => createScanRouter({ isDialogOpen: () => document.querySelector(DIALOG) !== null }));
  useEffect(() => listenForScans({ accepts: scans.accepts, onScan: scans.scan }), [scans]);
  useEffect(() => scans.setFallback(fallback), [scans, fallback]);
  const refusal = useStore(scans.store, (state) => state.refusal);
  return (
    <ScanContext value={scans}>
      {children}
      {refusal ? (
        <div className="app-scan-refusal" data-react-aria-top-layer="true">
          <Message tone="bad" onDismiss={scans.forgetRefusal}>
            {refusal.message}
          </Message>
        </div>
      ) : null}
    </ScanContext>
  );
}
