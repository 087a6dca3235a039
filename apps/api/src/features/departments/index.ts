export { DepartmentRef, toRef as departmentRef } from './departments.schema.ts'
export { exportDepartments, importDepartments } from './import-departments.ts'
