import Vocabulary

/// A term's sessions as the register shows them: two marks a weekday, in the order they were made.
struct MarkString: Sendable {
  /// The weeks from one Monday to the last school day before a holiday.
  struct Part: Sendable {
    var first: Day
    var last: Day
    var marks: String
  }

  /// The two halves of a term whose marks add up to what the school counted.
  static func halves(
    of attendance: TermAttendance, from: Day, to: Day, key: UInt64
  ) -> [Part] {
    let terms = SchoolTerm.terms(of: Int(attendance.year))
    guard let term = terms.first(where: { $0.number == Int(attendance.term) }) else { return [] }
    let days = weekdays(from: term.first, to: term.last)
    let open = days.filter { from <= $0 && $0 <= to && term.isOpen(on: $0) }
    let sessions = sessionMarks(of: attendance, count: open.count * 2, key: key)
    var left = sessions[...]
    func marks(of half: [Day]) -> String {
      var text = ""
      for day in half {
        let isOpen = from <= day && day <= to && term.isOpen(on: day)
        text += isOpen ? String(left.prefix(2)) : "##"
        left = isOpen ? left.dropFirst(2) : left
      }
      return text
    }
    let before = days.filter { $0 < term.halfTerm }
    let after = days.filter { term.halfTerm.adding(days: 7) <= $0 }
    return [before, after].compactMap { half in
      let text = marks(of: half)
      guard let first = half.first, let last = half.last, text.contains(where: { $0 != "#" })
      else { return nil }
      return Part(first: first, last: last, marks: text)
    }
  }

  /// Marks for so many sessions; those beyond what the school counted are not required (X).
  private static func sessionMarks(
    of attendance: TermAttendance, count: Int, key: UInt64
  ) -> [Character] {
    let possible = min(Int(attendance.possible), count)
    var marks = (0..<count).map { $0 >= possible ? "X" : $0 % 2 == 0 ? "/" : "\\" }
      .map { Character($0) }
    var chance = Chance(key, 0xA77E)
    var free = possible
    func put(_ number: UInt16, _ letters: [Character], inRuns: Bool) {
      var left = min(Int(number), free)
      free -= left
      while left > 0 {
        var place = chance.below(possible)
        let letter = chance.pick(letters) ?? "O"
        let run = inRuns ? 1 + chance.below(10) : 1
        for _ in 0..<run where left > 0 {
          while marks[place] != "/" && marks[place] != "\\" { place = (place + 1) % possible }
          marks[place] = letter
          left -= 1
        }
      }
    }
    put(attendance.authorised, ["I", "I", "I", "M", "C", "E"], inRuns: true)
    put(attendance.unexplained, ["N"], inRuns: false)
    put(
      attendance.unauthorised - min(attendance.unexplained, attendance.unauthorised),
      ["O", "O", "O", "U", "G"], inRuns: true)
    put(attendance.late, ["L"], inRuns: false)
    return marks
  }

  private static func weekdays(from: Day, to: Day) -> [Day] {
    let count = from.days(until: to)
    guard count >= 0 else { return [] }
    return (0...count).map { from.adding(days: $0) }.filter {
      $0.weekday != .saturday && $0.weekday != .sunday
    }
  }
}
