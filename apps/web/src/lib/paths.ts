/** Where things are. Vietnamese words without marks: an address can be read out over the phone. */
export const PATHS = {
  home: '/',
  signIn: '/dang-nhap',
  setPassword: '/dat-mat-khau/$ma',
  indicators: '/chi-tieu',
  indicator: '/chi-tieu/$ma',
  tasks: '/nhiem-vu',
  task: '/nhiem-vu/$so',
  assign: '/nhiem-vu/phan-cong',
  responsibilities: '/trach-nhiem',
  yearlyPlan: '/ke-hoach-nam/$nam/$boPhan',
  obstacles: '/vuong-mac',
  obstacle: '/vuong-mac/$so',
  deadlines: '/lich',
  entryStart: '/nhap-lieu',
  entry: '/nhap-lieu/$nam/$nhom',
  import: '/nhap-hang-loat',
} as const
