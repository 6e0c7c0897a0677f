/**
 * pdfjs makes a DOMMatrix as it is loaded, which it takes from a package for drawing that is optional and native.
 * Reading text draws nothing, so an empty one lets pdfjs load where that package cannot be installed.
 */
const surroundings = globalThis as { DOMMatrix?: unknown };
surroundings.DOMMatrix ??= class {};
