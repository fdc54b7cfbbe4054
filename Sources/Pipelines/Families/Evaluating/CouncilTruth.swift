import CSVFiles
public import Disk
import Vocabulary

/// What is true of an invented council: who is in which row, and who is whose family.
struct CouncilTruth {
  /// A membership of a true family.
  struct Member {
    var person: Int
    var role: String
    var from: Day
    /// The first day on which it no longer held.
    var until: Day?

    func holds(on day: Day) -> Bool { from <= day && (until.map { day < $0 } ?? true) }
  }

  /// A true family.
  struct Family {
    var shape: String
    var name: String
    var members: [Member]
  }

  private(set) var families: [Family] = []
  private(set) var born: [Day?] = []
  /// Who is in which row, by a hash of file, line and slot.
  private var mentions: [UInt64: Int32] = [:]
  private var numbers: [String: Int] = [:]
  /// The last day of which anything is told.
  private(set) var lastDay = Day.earliest

  init(_ council: Path) throws {
    let folder = council.joining("truth")
    try readPeople(folder.joining("people.csv"))
    try readFamilies(folder.joining("families.csv"))
    try readMentions(folder.joining("mentions.csv"))
    try TruthTable.forEach(folder.joining("events.csv"), ["from"]) { cells in
      if let day = Day(iso: cells[0]) { lastDay = max(lastDay, day) }
    }
  }

  /// Who is in a row.
  func person(file: String, line: Int, slot: String) -> Int? {
    mentions[Self.key(file, line, slot)].map { Int($0) }
  }

  private mutating func readPeople(_ file: Path) throws {
    var (numbers, born): ([String: Int], [Day?]) = ([:], [])
    try TruthTable.forEach(file, ["person", "born"]) { cells in
      numbers[cells[0]] = born.count
      born.append(Day(iso: cells[1]))
    }
    (self.numbers, self.born) = (numbers, born)
  }

  private mutating func readFamilies(_ file: Path) throws {
    var places: [String: Int] = [:]
    var families: [Family] = []
    let columns = ["family", "person", "role", "from", "until", "shape", "name"]
    var last = lastDay
    try TruthTable.forEach(file, columns) { cells in
      guard let person = numbers[cells[1]], let from = Day(iso: cells[3]) else { return }
      let place = places[cells[0]] ?? families.count
      if place == families.count {
        places[cells[0]] = place
        families.append(Family(shape: cells[5], name: cells[6], members: []))
      }
      last = max(last, from)
      families[place].members.append(
        Member(person: person, role: cells[2], from: from, until: Day(iso: cells[4])))
    }
    (self.families, lastDay) = (families, last)
  }

  private mutating func readMentions(_ file: Path) throws {
    var mentions: [UInt64: Int32] = [:]
    try TruthTable.forEach(file, ["file", "line", "slot", "person"]) { cells in
      guard let line = Int(cells[1]), let person = numbers[cells[3]] else { return }
      mentions[Self.key(cells[0], line, cells[2])] = Int32(person)
    }
    self.mentions = mentions
  }

  private static func key(_ file: String, _ line: Int, _ slot: String) -> UInt64 {
    TextHash.of("\(file)|\(line)|\(slot)")
  }
}

/// Why a folder can't be used as an invented council.
public struct NoCouncil: Error, Equatable, Sendable {
  /// The file that is missing, or whose columns are others.
  public let file: Path
}

/// Reads the columns of a table of the truth.
enum TruthTable {
  private static let largest = 2 << 30

  static func forEach(_ file: Path, _ columns: [String], _ body: ([String]) -> Void) throws {
    guard try Files.target(of: file) == .file else { throw NoCouncil(file: file) }
    let bytes = try Files.read(file, atMost: largest)
    var reader = CSVReader()
    var row = CSVRow()
    reader.feed(bytes.span)
    reader.finish()
    var places: [Int] = []
    while let record = reader.next() {
      try reader.parse(record, into: &row)
      if places.isEmpty {
        let headings = row.texts
        places = columns.compactMap { headings.firstIndex(of: $0) }
        guard places.count == columns.count else { throw NoCouncil(file: file) }
        continue
      }
      guard row.fieldCount > places.max() ?? 0 else { continue }
      body(places.map { row.text($0) })
    }
  }
}
