// Identities are opaque and branded, so that an area can never be passed where a department is meant.

declare const brand: unique symbol
type Branded<T, Name extends string> = T & { readonly [brand]: Name }

export type PlanId = Branded<string, 'PlanId'>
export type DepartmentId = Branded<string, 'DepartmentId'>
export type AreaId = Branded<string, 'AreaId'>
export type IndicatorId = Branded<string, 'IndicatorId'>
export type TaskId = Branded<string, 'TaskId'>
export type MeasurementId = Branded<string, 'MeasurementId'>
export type PersonId = Branded<string, 'PersonId'>
export type ObstacleId = Branded<string, 'ObstacleId'>
