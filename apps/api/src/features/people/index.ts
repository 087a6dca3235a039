export { exportPeople, importPeople } from './import-people.ts'
export { hashPassword, MAX_PASSWORD, verifyPassword } from './password.ts'
export { findPersonWithGrants } from './people.repo.ts'
export {
  acceptInvitation,
  addPerson,
  assertPassword,
  changePassword,
  findInvitation,
  findOwnGrants,
  HOUSE,
  inviteFirstAdministrator,
} from './people.service.ts'
