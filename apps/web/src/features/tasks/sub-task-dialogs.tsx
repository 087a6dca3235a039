// The dialogs of a piece of work: they come when they are opened.
import { type ComponentProps, lazy, Suspense } from 'react'

const Form = lazy(async () => ({ default: (await import('./sub-task-form.tsx')).SubTaskForm }))
const Update = lazy(async () => ({ default: (await import('./sub-task-update.tsx')).SubTaskUpdate }))

export function SubTaskForm(props: ComponentProps<typeof Form>) {
  return (
    <Suspense>
      <Form {...props} />
    </Suspense>
  )
}

export function SubTaskUpdate(props: ComponentProps<typeof Update>) {
  return (
    <Suspense>
      <Update {...props} />
    </Suspense>
  )
}
