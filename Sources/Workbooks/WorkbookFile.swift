internal import CXLSXWriter

/// A workbook that is being written, as libxlsxwriter has it in memory until it is closed.
@safe
struct WorkbookFile: ~Copyable {
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let formats: Formats

  /// How cells look; each belongs to the workbook and goes with it.
  @safe
  private struct Formats {
    var title: UnsafeMutablePointer<lxw_format>?
    var heading: UnsafeMutablePointer<lxw_format>?
    var text: UnsafeMutablePointer<lxw_format>?
    var number: UnsafeMutablePointer<lxw_format>?
    var money: UnsafeMutablePointer<lxw_format>?
    var share: UnsafeMutablePointer<lxw_format>?
    var day: UnsafeMutablePointer<lxw_format>?
  }

  init(path: String, temporaryFolder: String) throws(WorkbookError) {
    guard let workbook = unsafe xlsx_open(path, temporaryFolder) else {
      throw .library("there is no memory for it")
    }
    unsafe self.workbook = unsafe workbook
    func format(_ pattern: String?) -> UnsafeMutablePointer<lxw_format>? {
      let format = unsafe workbook_add_format(workbook)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if let pattern { unsafe format_set_num_format(format, pattern) }
      return unsafe format
    }
    var formats = Formats()
    unsafe formats.title = format(nil)
    unsafe format_set_bold(formats.title)
    unsafe format_set_font_size(formats.title, 14)
    unsafe formats.heading = format(nil)
    unsafe format_set_bold(formats.heading)
    unsafe format_set_text_wrap(formats.heading)
    unsafe formats.text = format(nil)
    unsafe format_set_text_wrap(formats.text)
    unsafe formats.number = format("#,##0")
    unsafe formats.money = format("£#,##0.00")
    unsafe formats.share = format("0.0%")
    unsafe formats.day = format("yyyy-mm-dd")
    self.formats = formats
  }

  deinit {
    if let workbook = unsafe workbook { unsafe xlsx_discard(workbook) }
  }

  func describe(_ book: Workbook, created: Int) throws(WorkbookError) {
    try check(unsafe xlsx_describe(workbook, book.title, book.subject, book.author, created))
  }

  func add(_ sheet: Sheet, number: Int) throws(WorkbookError) {
    guard let page = unsafe workbook_add_worksheet(workbook, sheet.name) else {
      throw .library("sheet \(number) has a name that cannot be used")
    }
    for (row, line) in sheet.textLines.enumerated() {
      // Lines run on over the empty cells beside them; wrapped, they would be as narrow as column A.
      let format = unsafe row == 0 ? formats.title : nil
      try check(unsafe worksheet_write_string(page, UInt32(row), 0, line, format))
    }
    guard !sheet.columns.isEmpty else { return }
    for (number, column) in sheet.columns.enumerated() {
      let place = UInt16(number)
      try check(unsafe worksheet_set_column(page, place, place, Double(column.width), nil))
    }
    unsafe try addTable(of: sheet, to: page, number: number)
    let top = sheet.textRows + 1
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        try check(unsafe write(cell, to: page, UInt32(top + row), UInt16(column)))
      }
    }
  }

  private func addTable(
    of sheet: Sheet, to page: UnsafeMutablePointer<lxw_worksheet>, number: Int
  ) throws(WorkbookError) {
    let first = UInt32(sheet.textRows)
    let headings = sheet.columns.map(\.heading).joined(separator: "\0")
    let error = unsafe xlsx_add_table(
      page, first, first + UInt32(sheet.rows.count), "Table_\(number)", headings, formats.heading,
      UInt16(sheet.columns.count))
    try check(error)
  }

  private func write(
    _ cell: Sheet.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
    _ column: UInt16
  ) -> lxw_error {
    switch cell {
    case .text(let text):
      // An empty text is written as nothing at all, which is what it looks like.
      if text.isEmpty {
        LXW_NO_ERROR
      } else {
        unsafe worksheet_write_string(page, row, column, text, formats.text)
      }
    case .number(let number):
      unsafe worksheet_write_number(page, row, column, Double(number), formats.number)
    case .pence(let pence):
      unsafe worksheet_write_number(page, row, column, Double(pence) / 100, formats.money)
    case .thousandths(let share):
      unsafe worksheet_write_number(page, row, column, Double(share) / 1_000, formats.share)
    case .day(let days):
      // The sheet's days are counted from 1899-12-30.
      unsafe worksheet_write_number(page, row, column, Double(days + 25_569), formats.day)
    case .empty: LXW_NO_ERROR
    }
  }

  /// Writes the file; the library frees what it holds whether it can or not.
  mutating func close() throws(WorkbookError) {
    let closing = unsafe workbook
    unsafe workbook = nil
    try check(unsafe workbook_close(closing))
  }

  private func check(_ error: lxw_error) throws(WorkbookError) {
    switch error {
    case LXW_NO_ERROR: return
    // Its own files are the first to miss the room for a file's parts.
    case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD,
      LXW_ERROR_ZIP_CLOSE, LXW_ERROR_ZIP_INTERNAL_ERROR:
      throw .cutShort
    default: throw .library(unsafe String(cString: lxw_strerror(error)))
    }
  }
}
