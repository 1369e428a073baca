/** Somebody on the house's list, to call as. */
import type { Role } from '../../src-shared/domain/access/permissions.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import type { CallName, Input, Output } from '../../src-shared/contract/calls.ts';
import type { TestCore } from './test-core.ts';

export async function hire(core: TestCore, name: string, role: Role): Promise<Person> {
  const { userId } = await core.do('person.create', { name, role, pin: '2468' });
  return { id: userId, name, role };
}

/** Calls as this person. @throws when it is refused */
export async function as<N extends CallName>(
  core: TestCore,
  person: Person,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await core.call(name, input, core.newId(), person);
  if (!result.ok) throw new Error(`${name} as ${person.name}: ${result.error.code}: ${result.error.message}`);
  return result.value;
}
