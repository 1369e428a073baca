import { DatabaseBackup, Printer, ScrollText, UsersRound, type LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Permission } from '../../../src-shared/domain/access/permissions.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useRoute, useRouter } from '../../app/router.ts';
import { useProgram } from '../../app/use-program.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { AuditSection } from './AuditSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { PrintersSection } from './PrintersSection.tsx';
import { SafetySection } from './SafetySection.tsx';
import './settings.css';

interface Part {
  readonly id: 'people' | 'printers' | 'safety' | 'audit';
  readonly icon: LucideIcon;
  readonly right: Permission;
  readonly Screen: ComponentType;
}

const PARTS: readonly Part[] = [
  { id: 'people', icon: UsersRound, right: 'people.manage', Screen: PeopleSection },
  { id: 'printers', icon: Printer, right: 'settings.manage', Screen: PrintersSection },
  { id: 'safety', icon: DatabaseBackup, right: 'settings.manage', Screen: SafetySection },
  { id: 'audit', icon: ScrollText, right: 'audit.read', Screen: AuditSection },
];

/** Settings: plain lists with a test beside each thing. */
export function SettingsScreen() {
  const router = useRouter();
  const { params } = useRoute();
  const program = useProgram();
  const allowed = PARTS.filter(({ right }) => program.may(right));
  const part = allowed.find(({ id }) => id === params['part']) ?? allowed[0];
  return (
    <Page title={text('frame.area.settings')} {...(part ? { facts: text(`settingsScreen.${part.id}`) } : {})}>
      <div className="settings-page">
        <nav className="settings-parts" aria-label={text('frame.area.settings')}>
          <ul>
            {allowed.map(({ id, icon: Icon }) => (
              <li key={id}>
                <button
                  type="button"
                  className="settings-part"
                  {...(id === part?.id ? { 'aria-current': 'page' as const } : {})}
                  onClick={() => router.open('settings', { part: id })}
                >
                  <Icon aria-hidden="true" strokeWidth={1.75} />
                  {text(`settingsScreen.${id}`)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className="settings-content">
          {part ? <part.Screen /> : <EmptyState title={text('settingsScreen.noRight')} />}
        </div>
      </div>
    </Page>
  );
}
