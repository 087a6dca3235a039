export { acceptInvitation, addPerson, HOUSE, inviteFirstAdministrator } from './people.service.ts'
export { findPersonWithGrants, type NewGrant } from './people.repo.ts'
export { hashPassword, verifyPassword, MAX_PASSWORD, MIN_PASSWORD } from './password.ts'
