/** Signing in at a window, and the people who may. */
import { z } from 'zod';
import type { Permission, Role } from '../domain/access/permissions.ts';
import { ROLES } from '../domain/access/permissions.ts';
import { command, query, service } from './define.ts';
import { id, nothing, pin, requiredLine } from './fields.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface SignedIn {
  /** Goes with every call of this window. */
  readonly session: string;
  readonly user: Person;
  readonly permissions: readonly Permission[];
}

export interface House {
  readonly name: string;
  readonly address: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly tradingDayMinutes: number;
  readonly cashRoundingMinor: number;
  readonly deviceName: string;
  readonly deviceId: string;
  /** Sign-in screens show people by name; nobody is listed who was archived. */
  readonly people: readonly Person[];
}

const password = z.string().min(10, 'must have at least 10 characters').max(200);

export const sessionCalls = {
  'session.house': query({ access: 'public', input: nothing }).returns<House>(),
  /** Errors: WRONG_PIN { waitMs }, PIN_LOCKED { waitMs }. */
  'session.signIn': service({
    access: 'public',
    rawFields: ['pin', 'password'],
    input: z.object({ userId: id, pin: pin.optional(), password: z.string().max(200).optional() }),
  }).returns<SignedIn>(),
  'session.me': query({ access: 'signed-in', input: nothing }).returns<Omit<SignedIn, 'session'>>(),
  'session.signOut': service({ access: 'signed-in', input: nothing }).returns<null>(),
  /** Run by the sign-in service. */
  'session.open': command('device', {
    access: 'system',
    input: z.object({ userId: id, tokenHash: z.string() }),
  }).returns<null>(),
  'session.close': command('device', { access: 'system', input: z.object({ tokenHash: z.string() }) }).returns<null>(),
  'session.recordWrongPin': command('device', { access: 'system', input: z.object({ userId: id }) }).returns<{
    lockedUntil: number | null;
  }>(),
  'person.list': query({ access: 'people.manage', input: nothing }).returns<
    readonly (Person & { hasPin: boolean; hasPassword: boolean; archivedAt: number | null })[]
  >(),
  'person.create': service({
    access: 'people.manage',
    rawFields: ['pin', 'password'],
    input: z.object({
      name: requiredLine(80),
      role: z.enum(ROLES),
      pin: pin.optional(),
      password: password.optional(),
    }),
  }).returns<{ userId: string }>(),
  'person.setSecret': service({
    access: 'people.manage',
    rawFields: ['pin', 'password'],
    input: z.object({ userId: id, pin: pin.optional(), password: password.optional() }),
  }).returns<null>(),
  'person.archive': command('parent', { access: 'people.manage', input: z.object({ userId: id }) }).returns<null>(),
  /** Run by person.create and person.setSecret, which hash first. */
  'person.store': command('parent', {
    access: 'system',
    input: z.object({
      userId: id.nullable(),
      name: z.string().nullable(),
      role: z.enum(ROLES).nullable(),
      pinHash: z.string().nullable(),
      passwordHash: z.string().nullable(),
    }),
  }).returns<{ userId: string }>(),
  /** First start: the agency, this device and its owner. */
  'system.setUp': command('parent', {
    access: 'system',
    input: z.object({
      name: requiredLine(120),
      address: z.string().max(300),
      currency: z.string().regex(/^[A-Z]{3}$/),
      timeZone: z.string().max(60),
      receiptFooter: z.string().max(300),
      deviceId: id,
      deviceName: requiredLine(60),
    }),
  }).returns<null>(),
  'system.startDevice': command('device', { access: 'system', input: nothing }).returns<{ incarnation: number }>(),
};
