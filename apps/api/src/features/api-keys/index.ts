export { findKeyByPrefix, noteUse } from './api-keys.repo.ts'
export { actorOfKey, isLive, mayComeFrom } from './api-keys.service.ts'
export { readKeyText } from './key-text.ts'
