/** The program's version; a test holds it equal to package.json, so that no bundle needs to read that file. */
export const VERSION = '0.1.0';
