public import Vocabulary

/// What differs between a locked claim and what today's data would say.
public enum EvidenceChange {
  /// The differences in words; empty where the claim would be the same today, its day and run apart.
  ///
  /// Windows move with the day, so counts are compared only where both are of the same days; answers always.
  public static func words(from locked: FrozenClaim, to today: FrozenClaim) -> [String] {
    var words: [String] = []
    let joined = today.people.count { person in !locked.people.contains { isSame($0, person) } }
    let left = locked.people.count { person in !today.people.contains { isSame($0, person) } }
    if joined + left > 0 { words.append("people counted: \(joined) more, \(left) fewer") }
    if locked.criteria != today.criteria { words.append("the criteria met at attachment differ") }
    for element in locked.elements {
      guard let now = today.elements.first(where: { $0.element == element.element }) else {
        continue
      }
      if now.answer != element.answer {
        words.append(
          "\(element.element): \(element.answer.rawValue) is \(now.answer.rawValue) today")
      } else if differs(element, now) {
        words.append("\(element.element): a count behind it is another today")
      }
    }
    let keys = Set(today.rows.map(\.key))
    let gone = locked.rows.filter { $0.key != 0 && !keys.contains($0.key) }.count
    let isSameDay = locked.asOf == today.asOf
    if isSameDay, gone > 0 {
      let rows = Numbers.counted(gone, "row")
      words.append("\(rows) it rests on \(gone == 1 ? "is" : "are") no longer there")
    }
    return words
  }

  /// Whether two are one person: by id, or by a record where ids have become others since.
  private static func isSame(_ one: CountedPerson, _ other: CountedPerson) -> Bool {
    one.id == other.id || one.records.contains(where: other.records.contains)
  }

  private static func differs(_ locked: FrozenElement, _ today: FrozenElement) -> Bool {
    locked.lines.contains { line in
      today.lines.contains {
        $0.person == line.person && $0.name == line.name && $0.days == line.days
          && ($0.count != line.count || $0.outOf != line.outOf || $0.isCovered != line.isCovered)
      }
    }
  }
}
