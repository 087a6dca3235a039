// Who may do what: sentences. The api refuses by them, the screens hide by them.

import type { DepartmentId, PersonId } from './ids.ts'

export const ROLES = ['viewer', 'officer', 'coordinator', 'finance', 'leader', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** A role held in one plan (or in all: null), for some departments (or for none in particular: empty). */
export interface Grant {
  readonly role: Role
  readonly plan: string | null
  readonly departments: readonly DepartmentId[]
}

export interface Actor {
  readonly personId: PersonId
  readonly name: string
  readonly grants: readonly Grant[]
  /** What an API key may do at most; null for a person at a screen. */
  readonly scopes: readonly Scope[] | null
  /** The departments that an API key is narrowed to, whatever the reach of its maker; absent: all of its maker's. */
  readonly narrowedTo?: readonly DepartmentId[]
}

/** `any`: wherever the role is held; `own`: for the departments of the grant only. */
type Reach = 'any' | 'own'

const EVERYONE = reach('any', ROLES)
/** Needs no account: signing in, opening an invitation, asking whether the service lives. */
const ANYONE = 'anyone'

/** Every act of the house, and the reach each role has in it. */
const RULES = {
  'service.read': ANYONE,
  'session.open': ANYONE,
  'invitation.accept': ANYONE,
  /** Whoever holds the link of a slip: the secret is asked for, not an account. */
  'slip.open': ANYONE,
  'slip.answer': ANYONE,
  'session.close': EVERYONE,
  'session.prove': EVERYONE,
  'me.read': EVERYONE,
  /** One’s own settings and messages. */
  'account.change': EVERYONE,
  'notice.read': EVERYONE,
  /** The address is a secret of its own. */
  'calendar.read': ANYONE,
  'plan.read': EVERYONE,
  'measurement.read': EVERYONE,
  'change.read': EVERYONE,
  'event.read': EVERYONE,
  'plan.replace': reach('any', ['coordinator', 'admin']),
  /** What everybody may see of a plan that was made public: no account, no cookie, no key. */
  'public.read': ANYONE,
  'publication.read': reach('any', ['coordinator', 'leader', 'admin']),
  'publication.change': reach('any', ['coordinator', 'admin']),
  'measurement.record': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'measurement.submit': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'measurement.correct': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'measurement.save': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'measurement.withdraw': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'measurement.undo': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'slip.read': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'slip.issue': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'slip.revoke': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'slip.confirm': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'measurement.approve': reach('any', ['coordinator', 'leader']),
  'measurement.return': reach('any', ['coordinator', 'leader']),
  /** To send a file of rows at all; what its rows do is a matter of each resource's own act. */
  'rows.import': {
    ...reach('own', ['officer', 'finance']),
    ...reach('any', ['coordinator', 'admin']),
  },
  'measurement.import': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'task.assign': reach('any', ['coordinator']),
  'task.update': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'task-result.write': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'sub-task.add': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'sub-task.change': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'sub-task.remove': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'sub-task.update': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'yearly-plan.copy': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'yearly-plan.submit': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'yearly-plan.withdraw': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'yearly-plan.accept': reach('any', ['coordinator', 'leader']),
  'yearly-plan.return': reach('any', ['coordinator', 'leader']),
  /** Loading figures as already approved: they vouch for a named source, and the audit says so. */
  'measurement.vouch': reach('any', ['coordinator']),
  'ward-report.read': EVERYONE,
  /** Before it is issued a report is the house's own affair. */
  'ward-report.read-draft': reach('any', ['officer', 'coordinator', 'finance', 'leader', 'admin']),
  'ward-report.draft': reach('any', ['coordinator']),
  'ward-report.edit': reach('any', ['coordinator']),
  'ward-report.refresh': reach('any', ['coordinator']),
  'ward-report.submit': reach('any', ['coordinator']),
  'ward-report.return': reach('any', ['leader']),
  'ward-report.approve': reach('any', ['leader']),
  'ward-report.issue': reach('any', ['coordinator', 'admin']),
  'ward-report.send': reach('any', ['coordinator', 'admin']),
  'denominator.record': reach('any', ['coordinator', 'admin']),
  /** They come, change their names, merge, split and go; what is open moves with them. */
  'department.arrange': reach('any', ['coordinator', 'admin']),
  'area.open': reach('any', ['coordinator', 'admin']),
  'area.rename': reach('any', ['coordinator', 'admin']),
  'area.close': reach('any', ['coordinator', 'admin']),
  'area.merge': reach('any', ['coordinator', 'admin']),
  'area.split': reach('any', ['coordinator', 'admin']),
  'checklist.save': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'evidence.read': EVERYONE,
  'evidence.add': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'evidence.remove': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'status.override': reach('any', ['leader']),
  'obstacle.read': EVERYONE,
  'obstacle.raise': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'obstacle.amend': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'obstacle.acknowledge': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'obstacle.consolidate': reach('any', ['coordinator']),
  'obstacle.return': reach('any', ['coordinator']),
  'obstacle.merge': reach('any', ['coordinator']),
  'obstacle.submit': reach('any', ['coordinator']),
  'obstacle.decide': reach('any', ['leader']),
  'obstacle.refer': reach('any', ['leader']),
  'obstacle.resolve': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator', 'leader']) },
  'obstacle.reopen': reach('any', ['coordinator', 'leader']),
  'budget.read': EVERYONE,
  'budget.save': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'budget.request': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'budget.withdraw': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'budget.accept': reach('any', ['finance']),
  'budget.return': reach('any', ['finance']),
  'budget.adjust': reach('any', ['finance']),
  'budget.consolidate': reach('any', ['finance']),
  'budget.unfreeze': reach('any', ['finance']),
  'budget.submit': reach('any', ['finance']),
  'budget.allocate': reach('any', ['finance']),
  'budget.settle': reach('any', ['finance']),
  'person.read': reach('any', ['admin']),
  'person.invite': reach('any', ['admin']),
  /** Roles, with their dates. */
  'person.change': reach('any', ['admin']),
  'person.disable': reach('any', ['admin']),
  'person.hand-over': reach('any', ['admin']),
  'api-key.read': reach('any', ['admin']),
  'api-key.issue': reach('any', ['admin']),
  'api-key.rotate': reach('any', ['admin']),
  'api-key.revoke': reach('any', ['admin']),
  'webhook.read': reach('any', ['admin']),
  /** Made, given another secret, switched off and on, removed. */
  'webhook.change': reach('any', ['admin']),
  'webhook.replay': reach('any', ['admin']),
  'reminder.read': reach('any', ['coordinator', 'admin']),
  'reminder.send': reach('any', ['coordinator', 'admin']),
  'job.read': reach('any', ['admin']),
  'job.retry': reach('any', ['admin']),
  'job.cancel': reach('any', ['admin']),
  /** `own`: what they did themselves. */
  'audit.read': {
    ...reach('own', ['officer', 'finance']),
    ...reach('any', ['coordinator', 'leader', 'admin']),
  },
  'audit.verify': reach('any', ['coordinator', 'leader', 'admin']),
  /** Of the installation: sign-ins, refusals, keys, people. */
  'audit.read-access': reach('any', ['admin']),
  /** Noted by the house itself, of whoever asked: no route has them. */
  'access.refuse': ANYONE,
  'access.export': ANYONE,
  'api-key.use': ANYONE,
  'webhook.deliver': ANYONE,
  'webhook.disable': ANYONE,
  'period.read': EVERYONE,
  'period.open': reach('any', ['coordinator']),
  'period.close': reach('any', ['coordinator']),
  'period.lock': reach('any', ['coordinator']),
  'period.reopen': reach('any', ['coordinator']),
  /** Exceptions, extensions and exemptions for one department. */
  'period.allow': reach('any', ['coordinator']),
  'department-report.read': EVERYONE,
  'department-report.write': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'department-report.submit': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'department-report.withdraw': { ...reach('own', ['officer', 'finance']), ...reach('any', ['coordinator']) },
  'department-report.accept': reach('any', ['coordinator', 'leader']),
  'department-report.return': reach('any', ['coordinator', 'leader']),
  'department-report.consolidate': reach('any', ['coordinator']),
} satisfies Record<string, Partial<Record<Role, Reach>> | typeof ANYONE>

export type Action = keyof typeof RULES
export const ACTIONS = Object.keys(RULES) as Action[]

/** What a key can be given, and the acts each scope opens. A key has never more than its maker. */
const SCOPE_ACTIONS = {
  'plan:read': ['me.read', 'plan.read', 'change.read', 'event.read', 'period.read'],
  'plan:write': ['me.read', 'plan.read', 'plan.replace'],
  'measurements:read': ['me.read', 'plan.read', 'measurement.read', 'evidence.read', 'change.read'],
  'measurements:import': [
    'me.read',
    'plan.read',
    'measurement.read',
    'rows.import',
    'measurement.import',
    'measurement.vouch',
    'denominator.record',
    'checklist.save',
  ],
  'evidence:write': ['me.read', 'plan.read', 'evidence.read', 'evidence.add', 'evidence.remove'],
  'measurements:write': [
    'me.read',
    'plan.read',
    'measurement.read',
    'measurement.record',
    'measurement.save',
    'measurement.submit',
    'measurement.withdraw',
    'measurement.correct',
    'measurement.undo',
  ],
  'tasks:write': [
    'me.read',
    'plan.read',
    'rows.import',
    'task.assign',
    'task.update',
    'task-result.write',
    'sub-task.add',
    'sub-task.change',
    'sub-task.remove',
    'sub-task.update',
  ],
  'budget:read': ['me.read', 'plan.read', 'budget.read', 'change.read'],
  'budget:write': ['me.read', 'plan.read', 'rows.import', 'budget.read', 'budget.save', 'budget.request'],
  /** Reports of departments, and the ward's issued ones with their files: what a portal shows. */
  'reports:read': [
    'me.read',
    'plan.read',
    'period.read',
    'department-report.read',
    'ward-report.read',
    'change.read',
  ],
  'obstacles:read': ['me.read', 'plan.read', 'obstacle.read', 'change.read'],
  'obstacles:write': [
    'me.read',
    'plan.read',
    'rows.import',
    'obstacle.read',
    'obstacle.raise',
    'obstacle.amend',
    'obstacle.acknowledge',
    'obstacle.resolve',
  ],
} as const satisfies Record<string, readonly Action[]>

export type Scope = keyof typeof SCOPE_ACTIONS
export const SCOPES = Object.keys(SCOPE_ACTIONS) as Scope[]

export interface Subject {
  /** Code of the plan; null for what belongs to the installation. */
  readonly plan: string | null
  /** The department the thing belongs to; null when nobody owns it; absent when not known yet. */
  readonly department?: DepartmentId | null
  /** Who entered the figure that is to be judged. */
  readonly enteredBy?: PersonId
}

/** Whether the act needs no account at all. */
export function isOpenToAnyone(action: Action): boolean {
  return RULES[action] === ANYONE
}

export type Refusal = 'scope' | 'role' | 'department' | 'own_entry'
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly because: Refusal }

const ALLOWED: Decision = { allowed: true }

/**
 * May this person do this to that? A role counts in its plan; `own` counts for the grant's departments; nobody judges
 * what they entered themselves; a key can never do what its scopes leave out, nor leave the departments it was made for.
 */
export function can(actor: Actor, action: Action, subject: Subject): Decision {
  const rule: Partial<Record<Role, Reach>> | typeof ANYONE = RULES[action]
  if (rule === ANYONE) return ALLOWED
  if (
    actor.scopes &&
    !actor.scopes.some((scope) => (SCOPE_ACTIONS[scope] as readonly Action[]).includes(action))
  ) {
    return { allowed: false, because: 'scope' }
  }
  const grants = actor.grants.filter((grant) => rule[grant.role] && holdsIn(grant, subject.plan))
  if (grants.length === 0) return { allowed: false, because: 'role' }
  if (
    isOutside(actor.narrowedTo, subject) ||
    !grants.some((grant) => reaches(grant, rule[grant.role], subject))
  )
    return { allowed: false, because: 'department' }
  if (JUDGING.has(action) && subject.enteredBy === actor.personId)
    return { allowed: false, because: 'own_entry' }
  return ALLOWED
}

/**
 * Where a thing belongs to several departments (a piece of work to its own and to the one that leads its task): the one
 * by which the actor may do this to it; the first where there is none.
 */
export function departmentReached(
  actor: Actor,
  action: Action,
  plan: string,
  departments: readonly (DepartmentId | null)[],
): DepartmentId | null {
  return (
    departments.find((department) => can(actor, action, { plan, department }).allowed) ??
    departments[0] ??
    null
  )
}

/** The acts among these that the actor may do now: what `allowedActions` on a resource says. */
export function allowedAmong(actor: Actor, actions: readonly Action[], subject: Subject): Action[] {
  return actions.filter((action) => can(actor, action, subject).allowed)
}

const JUDGING: ReadonlySet<Action> = new Set<Action>([
  'measurement.approve',
  'measurement.return',
  'yearly-plan.accept',
  'ward-report.approve',
  'department-report.accept',
  'department-report.return',
])

function reach(how: Reach, roles: readonly Role[]): Partial<Record<Role, Reach>> {
  return Object.fromEntries(roles.map((role) => [role, how]))
}

function holdsIn(grant: Grant, plan: string | null): boolean {
  return grant.plan === null || plan === null || grant.plan === plan
}

function isOutside(narrowedTo: readonly DepartmentId[] | undefined, { department }: Subject): boolean {
  if (narrowedTo === undefined || department === undefined) return false
  return department === null || !narrowedTo.includes(department)
}

function reaches(grant: Grant, how: Reach | undefined, subject: Subject): boolean {
  if (how === 'any' || subject.department === undefined) return true
  return subject.department !== null && grant.departments.includes(subject.department)
}
