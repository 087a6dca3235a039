export { denominatorsOn, readDenominators } from './denominators.service.ts'
