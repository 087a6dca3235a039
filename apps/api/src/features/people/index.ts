export { hashPassword, MAX_PASSWORD, MIN_PASSWORD, verifyPassword } from './password.ts'
export { findPersonWithGrants, type NewGrant } from './people.repo.ts'
export { acceptInvitation, addPerson, HOUSE, inviteFirstAdministrator } from './people.service.ts'
