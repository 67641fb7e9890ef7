// Generated from proto/ by scripts/generate.ts. Do not edit.
/** The members of each oneof. */
export const oneofTable: Readonly<Record<string, readonly string[]>> = {
  body: ["hello","welcome","proof","accepted","refused","request","result","end","cancel","credit","keepAlive"],
  command: ["start","stop","restart","ping","signal","scale","configDisplay","configReload","configSet","configAdd","configDelete","configValidate","settingDisplay","settingSet","settingReload","logs","shutdown","version","upgrade"],
  payload: ["processes","config","reload","edit","settings","log","server","validation","upgrade"],
};
