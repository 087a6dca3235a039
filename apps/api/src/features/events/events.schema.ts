import { type Static, Type } from 'typebox'
import { Code, Text, Whole } from '../../http/shapes.ts'

/** Where every plan of the caller stands: what a follower without a stream compares. */
export const PlanRevisions = Type.Object(
  { plans: Type.Array(Type.Object({ plan: Code, revision: Whole }), { maxItems: 200 }) },
  {
    $id: 'PlanRevisions',
    additionalProperties: false,
    examples: [{ plans: [{ plan: 'chanh-lo-hts', revision: 42 }] }],
  },
)
export type PlanRevisions = Static<typeof PlanRevisions>

export const EventStream = Type.String({
  ...Text,
  $id: 'EventStream',
  description:
    'Server-sent events. `change`: a plan’s new revision and the kinds of things that changed, never data; plan null: the installation. `missed`: look for yourself',
  examples: [
    'id: chanh-lo-hts=43\nevent: change\ndata: {"plan":"chanh-lo-hts","revision":43,"resources":["measurement"]}\n\n',
  ],
})
