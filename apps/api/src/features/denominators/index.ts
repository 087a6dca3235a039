export { denominatorsOn } from './denominators.service.ts'
