import type { Permission } from "@dpm/pdu";

const rank: Record<Permission, number> = { read: 0, operate: 1, admin: 2 };

/** Whether who holds one permission may do what needs another. */
export function permits(held: Permission, needed: Permission): boolean {
  return rank[held] >= rank[needed];
}

/** Whether a text, for example one from a newer peer, is a permission that this version knows. */
export function isPermission(text: string): text is Permission {
  return Object.hasOwn(rank, text);
}
