export { findKeyByPrefix, noteUse } from './api-keys.repo.ts'
export { actorOfKey, isLive } from './api-keys.service.ts'
export { readKeyText } from './key-text.ts'
