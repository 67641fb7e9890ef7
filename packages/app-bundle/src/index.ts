export { bundleOfApp } from "./bundle-of-app.ts";
