/** The building toolchain's wasm_exec.js, put in by the bundler; it defines globalThis.Go. */
declare module "wasm_exec" {}
