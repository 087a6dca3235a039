/** The tables of open data, as their addresses name them. */
export const OPEN_TABLES = ['indicators', 'series'] as const
export type OpenTableName = (typeof OPEN_TABLES)[number]
