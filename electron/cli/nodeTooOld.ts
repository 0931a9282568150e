/** Says in words that a Node version cannot run the program, or null when it can: the database library needs 22.12. */
export function nodeTooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > 22 || (major === 22 && minor >= 12);
  return fits ? null : `needs Node 22.12 or newer, and this is ${version}. Run "npm start" once, or install Node 24.`;
}
