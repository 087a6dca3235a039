// What is wrong with a row, in words: for the report's messages and for the rejected rows that go back to people.
import type { ImportFaultCode, ImportWarningCode } from '@tien-do/domain/import-row-fault'

export const FAULT_WORDS: Readonly<
  Record<ImportFaultCode | ImportWarningCode, { readonly vi: string; readonly en: string }>
> = {
  header_missing: { vi: 'Không thấy dòng tiêu đề', en: 'There is no header' },
  column_missing: { vi: 'Thiếu cột bắt buộc', en: 'A required column is missing' },
  duplicate_column: { vi: 'Cột lặp lại', en: 'The column is there twice' },
  unknown_column: { vi: 'Cột không có trong mẫu', en: 'Nobody knows this column' },
  unclosed_quote: {
    vi: 'Dấu ngoặc kép mở mà không đóng, bắt đầu từ dòng này',
    en: 'A quote that begins on this line is never closed',
  },
  stray_quote: { vi: 'Dấu ngoặc kép đặt sai chỗ', en: 'A quote stands where none may stand' },
  no_rows: { vi: 'Tệp không có dòng dữ liệu', en: 'The file has no rows' },
  ragged_row: { vi: 'Số ô không khớp tiêu đề', en: 'The number of cells does not fit the header' },
  not_json: { vi: 'Dòng không phải JSON', en: 'The line is not JSON' },
  not_an_object: { vi: 'Dòng không phải một đối tượng JSON', en: 'The row is not a JSON object' },
  line_too_long: { vi: 'Dòng dài quá 64 KB', en: 'The line is longer than 64 KB' },
  wrong_type: { vi: 'Ô chỉ nhận chữ hoặc số', en: 'A cell holds text or a number' },
  required: { vi: 'Bắt buộc phải có', en: 'This must be given' },
  invalid_text: { vi: 'Có ký tự không lưu được', en: 'It has a character that cannot be stored' },
  too_long: { vi: 'Quá dài', en: 'It is too long' },
  not_a_day: { vi: 'Không phải ngày (ví dụ 14/11/2026)', en: 'Not a day (for instance 2026-11-14)' },
  not_a_number: { vi: 'Không phải số', en: 'Not a number' },
  ambiguous_number: {
    vi: 'Không rõ dấu chấm, phẩy là hàng nghìn hay thập phân',
    en: 'The mark may stand for thousands or decimals',
  },
  too_large: { vi: 'Số quá lớn', en: 'The number is too large' },
  duplicate_key: {
    vi: 'Trùng chỉ tiêu, địa bàn và ngày với một dòng phía trên',
    en: 'An earlier row has the same indicator, area and day',
  },
  forbidden_department: {
    vi: 'Chỉ tiêu của bộ phận khác',
    en: 'The indicator belongs to another department',
  },
  already_exists: { vi: 'Đã có số liệu này', en: 'The figure is there already' },
  does_not_exist: { vi: 'Chưa có số liệu này', en: 'There is no such figure yet' },
  unknown_indicator: { vi: 'Không có mã chỉ tiêu này', en: 'There is no such indicator' },
  unknown_area: { vi: 'Không có mã địa bàn này', en: 'There is no such area' },
  unknown_method: { vi: 'Không rõ cách lấy số liệu', en: 'The method is not known' },
  source_missing: { vi: 'Số liệu được duyệt phải ghi nguồn', en: 'An approved figure names its source' },
  reason_missing: {
    vi: 'Số khác thường: ghi lý do một dòng vào cột “Lý do”',
    en: 'The figure is odd: give a reason of one line in the column "reason"',
  },
  numerator_not_whole: { vi: 'Tử số phải là số nguyên', en: 'The numerator is whole' },
  denominator_not_whole: { vi: 'Mẫu số phải là số nguyên', en: 'The denominator is whole' },
  numerator_negative: { vi: 'Tử số âm', en: 'The numerator is negative' },
  denominator_negative: { vi: 'Mẫu số âm', en: 'The denominator is negative' },
  numerator_above_denominator: { vi: 'Tử số lớn hơn mẫu số', en: 'The numerator is above the denominator' },
  figure_missing: { vi: 'Bỏ trống (không phải là 0)', en: 'Blank (which is not 0)' },
  pair_expected: {
    vi: 'Chỉ tiêu này nhập tử số và mẫu số',
    en: 'This indicator takes a numerator and a denominator',
  },
  value_expected: { vi: 'Chỉ tiêu này nhập giá trị', en: 'This indicator takes a value' },
  no_figures: { vi: 'Chỉ tiêu này không có số liệu', en: 'This indicator has no figures' },
  one_expected: {
    vi: 'Mỗi tổ chỉ có hoặc không: mẫu số là 1',
    en: 'Each area says yes or no: the denominator is 1',
  },
  area_not_expected: {
    vi: 'Chỉ tiêu này không chia theo địa bàn',
    en: 'This indicator is not counted by area',
  },
  period_locked: {
    vi: 'Kỳ của ngày này đã đóng hoặc đã khóa',
    en: 'The period of this day is closed or locked',
  },
  future_day: { vi: 'Ngày chưa tới', en: 'The day has not come' },
  below_minimum: { vi: 'Nhỏ hơn mức thấp nhất', en: 'Below the minimum' },
  above_maximum: { vi: 'Lớn hơn mức cao nhất', en: 'Above the maximum' },
  denominator_zero: { vi: 'Mẫu số là 0: không áp dụng', en: 'The denominator is 0: not applicable' },
  whole_ward: { vi: 'Không ghi địa bàn: số liệu của toàn phường', en: 'No area: a figure of the whole ward' },
}
