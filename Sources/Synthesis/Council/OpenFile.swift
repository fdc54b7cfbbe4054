import Vocabulary

/// A file being written: knows the line each record begins on, and keeps only the newest bytes.
struct OpenFile {
  let name: String
  private let shape: FileShape
  private let heading: [String]
  private let day: Day
  private var archive: StoredArchive?
  private var bytes: [UInt8] = []
  private var line = 1
  private var rows = 0

  /// Opens a file made on a day, with its title and heading.
  init(name: String, shape: FileShape, heading: [String], day: Day) {
    self.name = name
    self.shape = shape
    self.heading = heading
    self.day = day
    switch shape.wrapping {
    case .none: archive = nil
    case .gzip: archive = StoredArchive(.gzip)
    case .zip: archive = StoredArchive(.zip(member: name.replacing(".zip", with: ".csv")))
    }
    bytes += shape.encoding.mark
    for title in shape.preamble(day) { write(title) }
    write(shape.record(heading))
  }

  /// Appends a record already put together; the number of the line it begins on.
  mutating func append(record: String) -> Int {
    if let page = shape.rowsToAPage, rows > 0, rows % page == 0 {
      write("Page \(rows / page) of \(rows / page + 1)")
      write(shape.record(heading))
    }
    rows += 1
    let start = line
    write(record)
    return start
  }

  /// Appends what stands below the last row.
  mutating func close() {
    for end in shape.footer(rows) { write(end) }
  }

  /// The bytes since the last time, as they stand in the file.
  mutating func take(isFirst: Bool, isLast: Bool) -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    guard archive != nil else { return bytes }
    var out = isFirst ? archive?.opening ?? [] : []
    out += archive?.piece(bytes) ?? []
    if isLast { out += archive?.closing() ?? [] }
    return out
  }

  private mutating func write(_ text: String) {
    shape.encoding.append(text, to: &bytes)
    shape.encoding.append(shape.lineEnd, to: &bytes)
    line += 1 + Self.lineEnds(in: text)
  }

  /// The line ends inside a record: CR, LF, and CR LF as one.
  private static func lineEnds(in text: String) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") && previous != UInt8(ascii: "\r") { count += 1 }
      if byte == UInt8(ascii: "\r") { count += 1 }
      previous = byte
    }
    return count
  }
}
