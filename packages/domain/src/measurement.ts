// The life of a figure. A revision's numbers never change: a correction is a new revision.

export const MEASUREMENT_STATES = ['draft', 'submitted', 'returned', 'approved', 'superseded'] as const
export type MeasurementState = (typeof MEASUREMENT_STATES)[number]
