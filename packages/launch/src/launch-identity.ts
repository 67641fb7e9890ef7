import type { Program } from "@dpm/process-core";
import { type Account, findAccount, findGroupId, ownAccount } from "./account.ts";
import { launchFailure, LaunchError } from "./launch-failure.ts";

/** As whom a program runs. */
export interface LaunchIdentity {
  readonly account: Account;
  readonly gid: number;
  /** Whether that is the daemon's own user and group, so that nothing has to be changed. */
  readonly own: boolean;
}

/** Finds the user and group of a program, and refuses what this process may not become. */
export async function findIdentity(program: Program): Promise<LaunchIdentity> {
  const { user, userGroup } = program;
  const me = ownAccount();
  const account = user === null ? me : await findAccount(user);
  if (account === null) throw new LaunchError(launchFailure("user", "ENOENT", user));
  const gid = userGroup === null ? account.gid : await findGroupId(userGroup);
  if (gid === null) throw new LaunchError(launchFailure("user", "ENOENT", userGroup));
  const own = account.uid === me.uid && gid === me.gid;
  // Running it silently as oneself would be worse than not running it.
  if (!own && me.uid !== 0)
    throw new LaunchError(
      launchFailure("user", "EPERM", account.uid === me.uid ? userGroup : user),
    );
  if (!own && process.platform !== "linux")
    throw new LaunchError(launchFailure("user", "ENOTSUP", user ?? userGroup));
  return { account, gid, own };
}
