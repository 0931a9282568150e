/** The messages between preload and main; both bundles take them from here. */
export const channels = {
  invoke: 'kongdan:invoke',
  event: 'kongdan:event',
  pickFile: 'kongdan:pickFile',
  dropFile: 'kongdan:dropFile',
  saveFile: 'kongdan:saveFile',
  readLent: 'kongdan:readLent',
  saveLent: 'kongdan:saveLent',
  openLent: 'kongdan:openLent',
  openExternal: 'kongdan:openExternal',
  print: 'kongdan:print',
} as const;
