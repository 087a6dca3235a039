export { DepartmentRef, toRef as departmentRef } from './departments.schema.ts'
