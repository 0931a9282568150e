export type SignRole = 'manager' | 'coach' | 'admin';

/** The role that a sign-off asks for by its parameter; a manager's where it says nothing readable. */
export function signRole(param: unknown): SignRole {
  return param === 'coach' || param === 'admin' ? param : 'manager';
}

/** Whether somebody of this role may sign; an admin always may. */
export const maySign = (role: string, wanted: SignRole): boolean => role === 'admin' || role === wanted;
