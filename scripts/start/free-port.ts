import { once } from "node:events";
import { createServer } from "node:net";
import { Problem } from "./problem.ts";

/** Rejects with a `Problem` when somebody else listens there. */
export async function expectFree(port: number, host: string, whose: string): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw portProblem(error, port, whose);
  } finally {
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
}

export function portProblem(error: unknown, port: number, whose: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return new Problem(`Port ${port}, for ${whose}, is taken. Choose others: PORT=4100 npm start`);
  if (code === "EACCES")
    return new Problem(`Port ${port}, for ${whose}, needs more rights. Choose others: PORT=4100 npm start`);
  if (code === "EADDRNOTAVAIL") return new Problem(`HOST is not an address of this machine.`);
  return error;
}
