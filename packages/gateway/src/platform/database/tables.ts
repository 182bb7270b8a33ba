/**
 * Every table the gateway reads or writes, by its name in code (camelCase; snake_case in SQL).
 * Open: each feature adds its own in `<thing>.table.ts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Tables {}
