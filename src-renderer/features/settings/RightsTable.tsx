import { Check } from 'lucide-react';
import { PERMISSIONS, roleMay, ROLES } from '../../../src-shared/domain/access/permissions.ts';
import { text } from '../../../src-shared/text/text.ts';

/** Every right and every role: what the core asks of each call. */
export function RightsTable() {
  return (
    <section className="settings-rights" aria-label={text('settingsScreen.rights')}>
      <h2>{text('settingsScreen.rights')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('settingsScreen.right')}</th>
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {text(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PERMISSIONS.map((permission) => (
            <tr key={permission}>
              <th scope="row">{text(`settingsScreen.right.${permission}`)}</th>
              {ROLES.map((role) => (
                <td key={role}>
                  {roleMay(role, permission) ? <Check aria-hidden="true" strokeWidth={2.5} /> : null}
                  <span className="visually-hidden">
                    {text(roleMay(role, permission) ? 'settingsScreen.right.yes' : 'settingsScreen.right.no')}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
