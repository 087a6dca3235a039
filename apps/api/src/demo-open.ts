// The demo's plan is public, so that the citizens' page can be looked at: it says that its figures are samples.
import type { Actor } from '@tien-do/domain/permission'
import { PUBLIC_PARTS } from '@tien-do/domain/publication'
import type { Context } from './core/context.ts'
import type { DemoPeople } from './demo.ts'
import { changePublication } from './features/publication/index.ts'

export async function publishSamples(
  contextAs: (actor: Actor) => Context,
  people: DemoPeople,
  plan: string,
): Promise<void> {
  const everything = { isPublic: true, parts: PUBLIC_PARTS }
  await changePublication(contextAs(people.coordinator), plan, everything, null)
}
