import { startClinic } from "./clinic.ts";
import { readSettings } from "./settings.ts";

const demoFile = new URL("../../../.kith/demo.json", import.meta.url);
try {
  const clinic = await startClinic(readSettings(process.env, demoFile), {
    port: Number(process.env["PORT"] || 5000),
    host: process.env["HOST"] || "127.0.0.1",
  });
  console.log(`Harbour Clinic is at ${clinic.url}; that origin must be one of the partner's.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void clinic.stop());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
