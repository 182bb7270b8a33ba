import { registerHooks } from "node:module";

/** Lets a test start a plain `node --import` of our sources: their imports name the `.js` files that a build makes. */
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND" || !specifier.startsWith(".")) throw error;
      return next(specifier.replace(/\.js$/, ".ts"), context);
    }
  },
});
