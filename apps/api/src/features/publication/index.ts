// What others may ask: what of a plan is public, and which plans are; its act for the demo.
export { findPublication, listPublicCodes } from './publication.repo.ts'
export { changePublication } from './publication.service.ts'
