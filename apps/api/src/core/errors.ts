// The table of error codes: what went wrong, as status and words. The screens have words of their own by code.

export interface ErrorEntry {
  readonly status: number
  readonly vi: string
  readonly en: string
}

export const ERRORS = {
  'validation-failed': { status: 400, vi: 'Dữ liệu không hợp lệ', en: 'The data is not valid' },
  'malformed-body': { status: 400, vi: 'Không đọc được nội dung gửi lên', en: 'The body cannot be read' },
  'invalid-text': {
    status: 400,
    vi: 'Văn bản có ký tự không lưu được',
    en: 'The text has a character that cannot be stored',
  },
  'invalid-cursor': { status: 400, vi: 'Con trỏ trang không hợp lệ', en: 'The page cursor is not valid' },
  'idempotency-key.missing': {
    status: 400,
    vi: 'Thiếu Idempotency-Key',
    en: 'The Idempotency-Key header is missing',
  },
  'digest.mismatch': {
    status: 400,
    vi: 'Nội dung không khớp Content-Digest',
    en: 'The body does not match Content-Digest',
  },
  'session.required': { status: 401, vi: 'Cần đăng nhập', en: 'Sign in first' },
  'session.wrong-credentials': {
    status: 401,
    vi: 'Email hoặc mật khẩu không đúng',
    en: 'The e-mail or the password is wrong',
  },
  'session.code-required': {
    status: 401,
    vi: 'Cần mã xác thực bước hai',
    en: 'A code of the second factor is required',
  },
  'session.wrong-code': {
    status: 401,
    vi: 'Mã xác thực không đúng hoặc đã dùng',
    en: 'The code is wrong or has been used',
  },
  'api-key.invalid': {
    status: 401,
    vi: 'Khóa API không hợp lệ, đã thu hồi hoặc hết hạn',
    en: 'The API key is unknown, revoked or expired',
  },
  'api-key.address-refused': {
    status: 403,
    vi: 'Khóa API không dùng được từ địa chỉ này',
    en: 'The API key may not be used from this address',
  },
  'permission.refused': { status: 403, vi: 'Không có quyền làm việc này', en: 'You may not do this' },
  'permission.own-entry': {
    status: 403,
    vi: 'Không ai được duyệt số liệu do chính mình nhập',
    en: 'Nobody approves a figure they entered themselves',
  },
  'request.cross-site': {
    status: 403,
    vi: 'Yêu cầu đến từ trang khác',
    en: 'The request comes from another site',
  },
  'route.not-found': { status: 404, vi: 'Không có địa chỉ này', en: 'There is nothing at this address' },
  'person.not-found': { status: 404, vi: 'Không có người này', en: 'There is no such person' },
  'identity.none': {
    status: 404,
    vi: 'Chưa nối với tài khoản của cơ quan',
    en: 'No identity provider is set up here',
  },
  'identity.failed': {
    status: 409,
    vi: 'Lần đăng nhập bằng tài khoản cơ quan này không dùng được, hãy bắt đầu lại',
    en: 'This way through the identity provider is over, begin again',
  },
  'identity.unknown': {
    status: 409,
    vi: 'Tài khoản cơ quan này chưa liên kết với ai ở đây',
    en: 'Nobody here has linked this account of the office',
  },
  'identity.taken': {
    status: 409,
    vi: 'Tài khoản cơ quan này đã liên kết với người khác',
    en: 'This account of the office is linked already',
  },
  'identity.unreachable': {
    status: 503,
    vi: 'Không kết nối được nơi cấp tài khoản của cơ quan',
    en: 'The identity provider cannot be reached',
  },
  'session.proof-required': {
    status: 403,
    vi: 'Hãy nhập lại mật khẩu để làm việc này',
    en: 'Prove again who you are before you do this',
  },
  'session.not-found': { status: 404, vi: 'Không có phiên này', en: 'There is no such session' },
  'plan.not-found': { status: 404, vi: 'Không có kế hoạch này', en: 'There is no such plan' },
  'indicator.not-found': { status: 404, vi: 'Không có chỉ tiêu này', en: 'There is no such indicator' },
  'area.not-found': { status: 404, vi: 'Không có địa bàn này', en: 'There is no such area' },
  'task.not-found': { status: 404, vi: 'Không có nhiệm vụ này', en: 'There is no such task' },
  'sub-task.not-found': { status: 404, vi: 'Không có việc này', en: 'There is no such piece of work' },
  'batch.not-found': { status: 404, vi: 'Không có lần lưu này', en: 'There is no such batch' },
  'override.not-found': { status: 404, vi: 'Không có quyết định này', en: 'There is no such decision' },
  'measurement.not-found': { status: 404, vi: 'Không có số liệu này', en: 'There is no such measurement' },
  'ward-report.not-found': { status: 404, vi: 'Không có báo cáo này', en: 'There is no such report' },
  'checklist.not-found': {
    status: 404,
    vi: 'Chỉ tiêu hoặc nhiệm vụ này không có danh mục',
    en: 'This indicator or task has no checklist',
  },
  'checklist.item-not-found': {
    status: 404,
    vi: 'Danh mục không có mục này',
    en: 'The list has no such item',
  },
  'evidence.not-found': { status: 404, vi: 'Không có minh chứng này', en: 'There is no such evidence' },
  'evidence.subject-not-found': {
    status: 404,
    vi: 'Không có mục cần minh chứng',
    en: 'There is nothing of that name to have evidence',
  },
  'period.not-found': { status: 404, vi: 'Chưa mở kỳ báo cáo này', en: 'This period has not been opened' },
  'period.allowance-not-found': {
    status: 404,
    vi: 'Không có gia hạn, miễn hoặc ngoại lệ này',
    en: 'There is no such exception, extension or exemption',
  },
  'department.not-found': { status: 404, vi: 'Không có bộ phận này', en: 'There is no such department' },
  'obstacle.not-found': { status: 404, vi: 'Không có vướng mắc này', en: 'There is no such obstacle' },
  'department-report.receipt-not-found': {
    status: 404,
    vi: 'Không có phiếu tiếp nhận này',
    en: 'There is no such receipt',
  },
  'budget.not-found': {
    status: 404,
    vi: 'Không có dự toán này',
    en: 'There is no such budget request or line',
  },
  'import.not-found': { status: 404, vi: 'Không có lần nhập này', en: 'There is no such import' },
  'calendar.not-found': {
    status: 404,
    vi: 'Không có lịch ở địa chỉ này',
    en: 'There is no calendar at this address',
  },
  'job.not-found': { status: 404, vi: 'Không có việc này', en: 'There is no such job' },
  'api-key.not-found': { status: 404, vi: 'Không có khóa API này', en: 'There is no such API key' },
  'slip.not-found': {
    status: 404,
    vi: 'Phiếu không đúng, đã thu hồi hoặc đã hết hạn',
    en: 'The slip is unknown, revoked or expired',
  },
  'invitation.not-found': {
    status: 404,
    vi: 'Liên kết không đúng, đã dùng hoặc đã hết hạn',
    en: 'The link is wrong, used or expired',
  },
  'method.not-allowed': {
    status: 405,
    vi: 'Địa chỉ này không nhận phương thức đó',
    en: 'This address does not take that method',
  },
  'batch.built-upon': {
    status: 409,
    vi: 'Đã có người sửa hoặc duyệt tiếp trên số này',
    en: 'Somebody has changed or decided on it since',
  },
  'override.ended': {
    status: 409,
    vi: 'Quyết định này đã kết thúc',
    en: 'This decision has ended already',
  },
  'person.exists': {
    status: 409,
    vi: 'Đã có người dùng địa chỉ thư này',
    en: 'Somebody has this e-mail address already',
  },
  'person.last-administrator': {
    status: 409,
    vi: 'Phải còn ít nhất một quản trị viên khác',
    en: 'At least one other administrator must remain',
  },
  'person.wrong-state': {
    status: 409,
    vi: 'Người này đang ở trạng thái không làm được việc đó',
    en: 'This person’s state does not allow it',
  },
  'second-factor.wrong-state': {
    status: 409,
    vi: 'Xác thực hai bước đang ở trạng thái không làm được việc đó',
    en: 'The state of the second factor does not allow it',
  },
  'api-key.wrong-state': {
    status: 409,
    vi: 'Khóa API đã được đổi, thu hồi hoặc hết hạn',
    en: 'The API key has been replaced, revoked or has expired',
  },
  'measurement.exists': {
    status: 409,
    vi: 'Đã có số liệu cho chỉ tiêu, địa bàn và ngày này',
    en: 'There is already a figure for this indicator, area and day',
  },
  'slip.confirmed': {
    status: 409,
    vi: 'Số này đã được nhận, không gửi lại được',
    en: 'This figure has been taken already and cannot be sent again',
  },
  'measurement.wrong-state': {
    status: 409,
    vi: 'Số liệu không ở trạng thái cho phép việc này',
    en: 'The figure is not in a state that allows this',
  },
  'evidence.too-many': {
    status: 409,
    vi: 'Mục này đã đủ 20 minh chứng, hãy gỡ bớt trước',
    en: 'This already has 20 pieces of evidence: remove one first',
  },
  'period.exists': {
    status: 409,
    vi: 'Kỳ báo cáo này đã mở',
    en: 'This period has been opened already',
  },
  'period.no-deadline': {
    status: 409,
    vi: 'Kế hoạch chưa ghi thời hạn báo cáo hằng năm',
    en: 'The plan gives no yearly deadlines',
  },
  'period.wrong-state': {
    status: 409,
    vi: 'Kỳ báo cáo không ở trạng thái cho phép việc này',
    en: 'The period is not in a state that allows this',
  },
  'department-report.wrong-state': {
    status: 409,
    vi: 'Báo cáo không ở trạng thái cho phép việc này',
    en: 'The report is not in a state that allows this',
  },
  'department-report.incomplete': {
    status: 422,
    vi: 'Báo cáo còn thiếu nội dung bắt buộc',
    en: 'The report lacks what is required',
  },
  'period.reports-wait': {
    status: 409,
    vi: 'Còn báo cáo đang chờ tiếp nhận',
    en: 'Some reports still wait for a decision',
  },
  'period.locked': {
    status: 409,
    vi: 'Kỳ báo cáo đã đóng hoặc đã khóa',
    en: 'The period is closed or locked',
  },
  'reminder.nothing-owed': {
    status: 409,
    vi: 'Không bộ phận nào trong số này còn nợ báo cáo',
    en: 'None of these departments owes a report',
  },
  'job.wrong-state': {
    status: 409,
    vi: 'Việc này không còn ở trạng thái cho phép làm thế',
    en: 'The job is no longer in a state that allows this',
  },
  'obstacle.wrong-state': {
    status: 409,
    vi: 'Vướng mắc không ở trạng thái cho phép việc này',
    en: 'The obstacle is not in a state that allows this',
  },
  'sub-task.exists': {
    status: 409,
    vi: 'Đã có việc mang mã này',
    en: 'There is already a piece of work with this code',
  },
  'sub-task.wrong-state': {
    status: 409,
    vi: 'Việc không ở trạng thái cho phép thao tác này',
    en: 'The piece of work is not in a state that allows this',
  },
  'yearly-plan.wrong-state': {
    status: 409,
    vi: 'Kế hoạch năm không ở trạng thái cho phép việc này',
    en: 'The yearly plan is not in a state that allows this',
  },
  'yearly-plan.sent': {
    status: 409,
    vi: 'Kế hoạch năm đã gửi hoặc đã duyệt: rút lại hoặc trả lại trước khi sửa',
    en: 'The yearly plan has been sent or accepted: withdraw or return it before changing it',
  },
  'budget.wrong-state': {
    status: 409,
    vi: 'Dự toán không ở trạng thái cho phép việc này',
    en: 'The budget is not in a state that allows this',
  },
  'plan.in-use': {
    status: 409,
    vi: 'Không bỏ được mục đang có số liệu',
    en: 'What has figures cannot be removed',
  },
  'ward-report.exists': {
    status: 409,
    vi: 'Năm này đã có báo cáo đang lập',
    en: 'A report of this year is already under way',
  },
  'ward-report.issued': {
    status: 409,
    vi: 'Báo cáo năm này đã ban hành: muốn sửa, lập báo cáo đính chính',
    en: 'The report of this year is issued: to change it, draft one that corrects it',
  },
  'ward-report.wrong-state': {
    status: 409,
    vi: 'Báo cáo không ở trạng thái cho phép việc này',
    en: 'The report is not in a state that allows this',
  },
  'ward-report.number-taken': {
    status: 409,
    vi: 'Số này đã dùng cho báo cáo khác trong năm',
    en: 'Another report of that year has this number',
  },
  'idempotency-key.in-progress': {
    status: 409,
    vi: 'Yêu cầu cùng khóa đang được xử lý',
    en: 'A request with this key is still running',
  },
  conflict: {
    status: 409,
    vi: 'Dữ liệu mâu thuẫn với dữ liệu đã có',
    en: 'The data conflicts with what is stored',
  },
  'webhook.not-found': { status: 404, vi: 'Không có địa chỉ nhận tin này', en: 'There is no such webhook' },
  'webhook.disabled': {
    status: 409,
    vi: 'Địa chỉ nhận tin đang tắt: bật lại rồi gửi',
    en: 'The webhook is switched off: switch it on and send again',
  },
  'version.mismatch': { status: 412, vi: 'Có người khác vừa sửa', en: 'Somebody else has just changed it' },
  'body.too-large': { status: 413, vi: 'Nội dung quá lớn', en: 'The body is too large' },
  'import.too-many-rows': { status: 413, vi: 'Tệp có quá nhiều dòng', en: 'The file has too many rows' },
  'import.not-utf8': {
    status: 415,
    vi: 'Tệp không phải UTF-8: hãy lưu lại dạng CSV UTF-8',
    en: 'The file is not UTF-8: save it as CSV UTF-8',
  },
  'media-type.unsupported': {
    status: 415,
    vi: 'Không nhận kiểu nội dung này',
    en: 'This media type is not accepted',
  },
  'idempotency-key.reused': {
    status: 422,
    vi: 'Idempotency-Key đã dùng cho nội dung khác',
    en: 'This Idempotency-Key was used with other content',
  },
  'plan-file.faulty': { status: 422, vi: 'Tệp kế hoạch có lỗi', en: 'The plan file has faults' },
  'import.rejected': {
    status: 422,
    vi: 'Có dòng sai, chưa ghi dòng nào',
    en: 'Some rows are wrong; nothing was written',
  },
  'task.faulty': { status: 422, vi: 'Phân công không hợp lệ', en: 'The assignment is not valid' },
  'sub-task.faulty': { status: 422, vi: 'Việc không hợp lệ', en: 'The piece of work is not valid' },
  'ward-report.incomplete': {
    status: 422,
    vi: 'Báo cáo còn thiếu nội dung trước khi trình ký',
    en: 'The report still owes something before it can be submitted',
  },
  'measurement.faulty': { status: 422, vi: 'Số liệu không hợp lệ', en: 'The figure is not valid' },
  'denominator.faulty': { status: 422, vi: 'Mẫu số không hợp lệ', en: 'The denominator is not valid' },
  'department.faulty': {
    status: 422,
    vi: 'Thay đổi bộ phận không hợp lệ',
    en: 'The change of departments is not valid',
  },
  'area.faulty': { status: 422, vi: 'Thay đổi địa bàn không hợp lệ', en: 'The change of areas is not valid' },
  'checklist.unfinished': {
    status: 422,
    vi: 'Danh mục trống hoặc còn mục chưa rà soát, chưa thể lấy số liệu',
    en: 'The list is empty or has items that nobody has reviewed: there is no figure yet',
  },
  'evidence.refused': {
    status: 422,
    vi: 'Không nhận tệp hoặc liên kết này',
    en: 'This file or link is not accepted',
  },
  'obstacle.faulty': {
    status: 422,
    vi: 'Vướng mắc còn thiếu điều cần nói',
    en: 'The obstacle does not say all it must',
  },
  'measurement.reason-missing': {
    status: 422,
    vi: 'Cần ghi lý do',
    en: 'A reason is required',
  },
  'second-factor.wrong-code': {
    status: 422,
    vi: 'Mã xác thực không đúng hoặc đã dùng',
    en: 'The code is wrong or has been used',
  },
  'password.wrong': { status: 422, vi: 'Mật khẩu hiện tại không đúng', en: 'The present password is wrong' },
  'person.faulty': { status: 422, vi: 'Vai trò có chỗ sai', en: 'The roles have faults' },
  'budget.faulty': { status: 422, vi: 'Dự toán có chỗ sai', en: 'The budget has faults' },
  'password.weak': {
    status: 422,
    vi: 'Mật khẩu quá ngắn hoặc quá dễ đoán',
    en: 'The password is too short or too easy to guess',
  },
  'constraint.violated': {
    status: 422,
    vi: 'Dữ liệu trái với ràng buộc',
    en: 'The data breaks a constraint',
  },
  'version.required': { status: 428, vi: 'Cần gửi If-Match', en: 'The If-Match header is required' },
  'session.delayed': {
    status: 429,
    vi: 'Sai nhiều lần, hãy chờ rồi thử lại',
    en: 'Wrong too often, wait before the next try',
  },
  'rate.limited': {
    status: 429,
    vi: 'Quá nhiều yêu cầu, thử lại sau',
    en: 'Too many requests, try again later',
  },
  internal: { status: 500, vi: 'Lỗi hệ thống', en: 'Something broke on our side' },
  'database.unavailable': { status: 503, vi: 'Cơ sở dữ liệu chưa sẵn sàng', en: 'The database is not ready' },
  'service.busy': { status: 503, vi: 'Hệ thống đang bận', en: 'The system is busy' },
  'storage.unavailable': {
    status: 503,
    vi: 'Không ghi được vào nơi lưu tệp',
    en: 'The place where files are kept cannot be written',
  },
  'storage.full': { status: 503, vi: 'Hết chỗ lưu', en: 'The storage is full' },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS
export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[]

/** One thing wrong with the input: where (a JSON pointer), what (a stable code), and the numbers to say it with. */
export interface Fault {
  readonly pointer: string
  readonly in: 'body' | 'query' | 'header' | 'path'
  readonly code: string
  readonly message?: string
  readonly params?: Readonly<Record<string, unknown>>
}

export interface AppErrorExtra {
  readonly faults?: readonly Fault[]
  /** Members added to the problem: the current representation, an import's report. */
  readonly members?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What services throw; the one error handler turns it into a problem. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly extra: AppErrorExtra

  constructor(code: ErrorCode, extra: AppErrorExtra = {}) {
    super(code, { cause: extra.cause })
    this.code = code
    this.extra = extra
  }
}
