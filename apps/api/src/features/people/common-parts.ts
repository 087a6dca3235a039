// What passwords are most often made of, here and elsewhere; without marks, in lower case. The names of the ward and of
// its departments are not among them: they come from the plan.
const WORDS =
  'matkhau password passw0rd pass admin administrator quantri quanly root user guest test demo login dangnhap welcome ' +
  'xinchao hello iloveyou anhyeuem emyeuanh yeuem vietnam hanoi saigon hochiminh danang bacho dangcongsan ubnd hdnd ' +
  'uyban uybannhandan nhandan phuong congchuc canbo vanphong chutich tiendo baocao kehoach hatangso chuyendoiso ' +
  'football dragon monkey master sunshine princess letmein shadow superman batman michael abc123 changeme secret'
const ROWS =
  'qwertyuiop qwerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv 1q2w3e4r5t6y 1q2w3e4r 1qaz2wsx3edc 1qaz2wsx qazwsx ' +
  '1234567890 0123456789 123456789 987654321 12345678 87654321 1234567 123456 654321 12345 1234 abcdefghijklmnopqrstuvwxyz ' +
  'abcdefgh abcdef abcd abc 123 321'

const years = () => Array.from({ length: 61 }, (_none, index) => String(1970 + index))
const repeated = () => [...'0123456789abcdefghijklmnopqrstuvwxyz'].map((each) => each.repeat(3))

export const COMMON_PARTS: readonly string[] = [
  ...WORDS.split(' '),
  ...ROWS.split(' '),
  ...years(),
  ...repeated(),
]
