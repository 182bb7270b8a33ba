export type Status = "OK" | "WARN" | "FAIL";

/** What one check found, and what to do about it unless it is well. */
export interface Finding {
  readonly check: string;
  readonly status: Status;
  readonly message: string;
  readonly todo?: string;
}

export const ok = (check: string, message: string): Finding => ({ check, status: "OK", message });
export const warn = (check: string, message: string, todo: string): Finding => ({
  check,
  status: "WARN",
  message,
  todo,
});
export const fail = (check: string, message: string, todo: string): Finding => ({
  check,
  status: "FAIL",
  message,
  todo,
});
