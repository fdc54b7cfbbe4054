/// The pages of one table that is filled from its first row to its last: leaves one after another, and above them pages
/// that say where each leaf ends (https://sqlite.org/fileformat2.html, section 1.6).
struct TablePages {
  /// The page that SQLite gave the table when it was made, which becomes the top.
  private let root: UInt32
  private let pageSize: Int
  private var leaf: [UInt8]
  private var cellCount = 0
  /// Where the leaf's content begins; it grows from the page's end towards the list of places.
  private var contentStart: Int
  private(set) var lastRow: Int64 = 0
  /// For each level above the leaves, the pages below that stand in no page yet.
  private var levels: [[Child]] = []

  /// A page with the last row under it.
  private struct Child {
    var page: UInt32
    var lastRow: Int64
  }

  private static let leafHeaderBytes = 8
  private static let innerHeaderBytes = 12
  /// How many bytes a row's place in an inner page may take: its place there, a page's number, the row's number.
  private static let innerCellBytes = 2 + 4 + 9

  init(root: UInt32, pageSize: Int) {
    self.root = root
    self.pageSize = pageSize
    leaf = [UInt8](repeating: 0, count: pageSize)
    contentStart = pageSize
  }

  /// Adds a row after the last one.
  mutating func append(
    _ record: borrowing RowRecord, head: inout RowBytes, to pages: inout PageSink
  ) throws(DatabaseError) {
    let count = record.count
    let local = localCount(count)
    head.removeAll()
    head.append(varint: UInt64(count))
    head.append(varint: UInt64(lastRow + 1))
    // What follows stands in the head of the cell here, and is counted with the row.
    let needed = head.count + local + (local < count ? 4 : 0)
    head.append(varint: UInt64(record.headCount))
    if Self.leafHeaderBytes + 2 * (cellCount + 1) + needed > contentStart { try endLeaf(&pages) }
    lastRow += 1
    contentStart -= needed
    setPlace(at: Self.leafHeaderBytes + 2 * cellCount)
    cellCount += 1
    guard local < count else {
      let place = contentStart
      return unsafe leaf.withUnsafeMutableBytes {
        unsafe head.copy(to: $0, at: place)
        unsafe record.copy(to: $0, at: place + head.count)
      }
    }
    try appendLong(head.array + record.bytes, rest: count - local, to: &pages)
  }

  /// A row too long for a leaf goes on in pages of its own.
  private mutating func appendLong(
    _ whole: [UInt8], rest count: Int, to pages: inout PageSink
  ) throws(DatabaseError) {
    var place = contentStart
    var rest = whole.count - count
    Self.copy(whole, 0..<rest, to: &leaf, &place)
    var number = pages.nextPage
    Self.set(number, at: place, in: &leaf)
    while rest < whole.count {
      var page = [UInt8](repeating: 0, count: pageSize)
      let end = min(whole.count, rest + pageSize - 4)
      number = pages.page(after: number)
      Self.set(end < whole.count ? number : 0, at: 0, in: &page)
      var target = 4
      Self.copy(whole, rest..<end, to: &page, &target)
      _ = try pages.append(page)
      rest = end
    }
  }

  /// How many bytes of a row stand in its leaf, by the rule of section 1.6 of the file format.
  private func localCount(_ count: Int) -> Int {
    if count <= pageSize - 35 { return count }
    let least = (pageSize - 12) * 32 / 255 - 23
    let local = least + (count - least) % (pageSize - 4)
    return local <= pageSize - 35 ? local : least
  }

  // MARK: Pages

  private mutating func endLeaf(_ pages: inout PageSink) throws(DatabaseError) {
    let number = try pages.append(finishedLeaf())
    try add(Child(page: number, lastRow: lastRow), level: 0, &pages)
    // What is left over of the page before could be someone's name.
    leaf = [UInt8](repeating: 0, count: pageSize)
    cellCount = 0
    contentStart = pageSize
  }

  private mutating func finishedLeaf() -> [UInt8] {
    Self.setHeader(kind: 0x0D, cells: cellCount, contentStart: contentStart, in: &leaf)
    return leaf
  }

  /// Adds a page to the level above it; two stay behind there, so that no page ever holds but one.
  private mutating func add(
    _ child: Child, level: Int, _ pages: inout PageSink
  ) throws(DatabaseError) {
    if level == levels.count { levels.append([]) }
    levels[level].append(child)
    let most = (pageSize - Self.innerHeaderBytes) / Self.innerCellBytes
    guard levels[level].count == most + 2 else { return }
    let full = Array(levels[level].prefix(most))
    levels[level].removeFirst(most)
    let number = try pages.append(inner(full))
    try add(Child(page: number, lastRow: full[most - 1].lastRow), level: level + 1, &pages)
  }

  /// A page that says where those below it end; the last of them needs no end.
  private func inner(_ children: [Child]) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: pageSize)
    var cell = RowBytes(capacity: Self.innerCellBytes)
    var start = pageSize
    for (number, child) in children.dropLast().enumerated() {
      cell.removeAll()
      cell.append(UInt64(child.page), lastBytes: 4)
      cell.append(varint: UInt64(child.lastRow))
      start -= cell.count
      unsafe page.withUnsafeMutableBytes { unsafe cell.copy(to: $0, at: start) }
      Self.set(UInt16(start), at: Self.innerHeaderBytes + 2 * number, in: &page)
    }
    Self.setHeader(kind: 0x05, cells: children.count - 1, contentStart: start, in: &page)
    if let last = children.last { Self.set(last.page, at: 8, in: &page) }
    return page
  }

  /// Writes what is left, the top of all in the page that the schema names.
  mutating func finish(_ pages: inout PageSink) throws(DatabaseError) {
    guard !levels.isEmpty else {
      if lastRow > 0 { try pages.replace(root, finishedLeaf()) }
      return
    }
    try endLeaf(&pages)
    var level = 0
    while level + 1 < levels.count {
      let last = levels[level]
      let number = try pages.append(inner(last))
      try add(
        Child(page: number, lastRow: last.last?.lastRow ?? lastRow), level: level + 1, &pages)
      level += 1
    }
    try pages.replace(root, inner(levels[level]))
  }

  // MARK: Bytes

  private mutating func setPlace(at place: Int) {
    Self.set(UInt16(contentStart), at: place, in: &leaf)
  }

  private static func setHeader(
    kind: UInt8, cells: Int, contentStart: Int, in page: inout [UInt8]
  ) {
    page[0] = kind
    set(UInt16(cells), at: 3, in: &page)
    // A page of 65,536 bytes writes its end as 0.
    set(UInt16(truncatingIfNeeded: contentStart), at: 5, in: &page)
  }

  private static func set(_ number: UInt16, at place: Int, in bytes: inout [UInt8]) {
    bytes[place] = UInt8(truncatingIfNeeded: number >> 8)
    bytes[place + 1] = UInt8(truncatingIfNeeded: number)
  }

  static func set(_ number: UInt32, at place: Int, in bytes: inout [UInt8]) {
    for offset in 0..<4 {
      bytes[place + offset] = UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * offset))
    }
  }

  private static func copy(
    _ source: [UInt8], _ range: Range<Int>, to target: inout [UInt8], _ place: inout Int
  ) {
    precondition(
      range.upperBound <= source.count && place >= 0 && place + range.count <= target.count)
    unsafe source.withUnsafeBytes { from in
      unsafe target.withUnsafeMutableBytes { to in
        let part = unsafe UnsafeRawBufferPointer(rebasing: from[range])
        unsafe UnsafeMutableRawBufferPointer(rebasing: to[place...]).copyMemory(from: part)
      }
    }
    place += range.count
  }
}
