import Vocabulary

/// Finds the records that stand for records that are gone.
///
/// A record's key is made of all its details, so one that its agency corrected is gone, and another is there. The other is
/// of the same source and has a number in common, or name and birth date; where several have, one whose numbers do not
/// differ, and of those the one that has most in common.
struct SuccessorSearch {
  private let absent: [SeenRecord]
  /// Which of them have a clue, by source and clue.
  private var clues: [String: [Int]] = [:]
  private var best: [Int: (record: SeenRecord, common: Int)] = [:]

  init(_ absent: [SeenRecord]) {
    self.absent = absent
    for (place, record) in absent.enumerated() {
      for clue in Self.clues(of: record) { clues[clue, default: []].append(place) }
    }
  }

  /// Whether records of a source are of any interest.
  func isWanted(source: String) -> Bool { absent.contains { $0.source == source } }

  /// Takes a record of this run into account.
  mutating func consider(_ candidate: SeenRecord) {
    let places = Set(Self.clues(of: candidate).flatMap { clues[$0] ?? [] })
    for place in places.sorted() {
      var common = Set(absent[place].values).intersection(candidate.values).count
      if Self.contradict(absent[place], candidate) { common -= Self.penalty }
      if let known = best[place],
        (known.common, candidate.key) >= (common, known.record.key)
      {
        continue
      }
      best[place] = (candidate, common)
    }
  }

  /// The record that stands for one that is gone.
  func successor(of key: RecordKey) -> SeenRecord? {
    absent.firstIndex { $0.key == key }.flatMap { best[$0]?.record }
  }

  // MARK: Clues

  /// More than records can have in common.
  private static let penalty = 1_000

  /// Numbers of which a person has one.
  private static let numbers = ["crn", "nhs_number", "nino", "pnc", "uln", "upn"]

  private static func clues(of record: SeenRecord) -> [String] {
    var clues: [String] = []
    for value in record.values {
      if numbers.contains(value.name) {
        clues.append("\(record.source)|\(value.name)|\(value.text)")
      } else if value.name == "local_numbers" {
        clues += value.text.split(separator: ";").map { "\(record.source)|\($0)" }
      }
    }
    if let surname = record["surname"], let forenames = record["forenames"],
      let born = record["born"]
    {
      clues.append("\(record.source)|\(surname)|\(forenames)|\(born)".uppercased())
    }
    return clues
  }

  /// Whether two records have different numbers of one kind, and so are of two people unless one was mistyped.
  private static func contradict(_ one: SeenRecord, _ other: SeenRecord) -> Bool {
    numbers.contains { name in
      guard let left = one[name], let right = other[name] else { return false }
      return left != right
    }
  }
}

extension SeenRecord {
  /// The value of a column, if there is one.
  subscript(name: String) -> String? { values.first { $0.name == name }?.text }

  /// The names of the columns in which another record differs, in order.
  func differences(from other: SeenRecord) -> [String] {
    Set(Set(values).symmetricDifference(other.values).map(\.name)).sorted()
  }
}
