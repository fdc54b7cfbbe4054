/// Makes numbers that pass every check and that nobody bears.
///
/// Each comes from a serial number that is unique in the county, so no two people share one.
enum IdentifierMaker {
  private static let pupilLetters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
  private static let policeLetters = Array("ZABCDEFGHJKLMNPQRTUVWXY")

  /// An NHS number that begins with 99 and counts down: the range kept for tests, and below it.
  ///
  /// Of two neighbouring numbers at least one has a check digit, so a pair serves one person.
  static func nhsNumber(_ serial: Int) -> String {
    let pair = 999_999_998 - 2 * serial
    for base in [pair, pair + 1] {
      let check = (11 - weighted(base) % 11) % 11
      if check < 10 { return "\(base)\(check)" }
    }
    preconditionFailure("one of a pair has a check digit")
  }

  /// A unique learner number.
  static func uln(_ serial: Int) -> String {
    let pair = 910_000_000 + 2 * serial
    for base in [pair, pair + 1] {
      let remainder = weighted(base) % 11
      if remainder != 0 { return "\(base)\(10 - remainder)" }
    }
    preconditionFailure("one of a pair has a check digit")
  }

  /// The sum of nine digits with the weights ten to two.
  private static func weighted(_ base: Int) -> Int {
    var (rest, sum) = (base, 0)
    for weight in 2...10 {
      sum += rest % 10 * weight
      rest /= 10
    }
    return sum
  }

  /// A National Insurance number with a prefix that is allowed.
  static func nino(_ serial: Int) -> String {
    let prefixes = ninoPrefixes
    // A multiplier without a factor in common with the modulus visits every number once.
    let spread = (serial * 7_919_011 + 40_009) % (prefixes.count * 1_000_000)
    let suffix = ["A", "B", "C", "D"][serial % 4]
    return prefixes[spread / 1_000_000] + padded(spread % 1_000_000, 6) + suffix
  }

  private static let ninoPrefixes: [String] = {
    let banned: Set = [
      "BG", "GB", "KN", "NK", "NT", "TN", "ZZ", "OO", "CR", "FY", "MW", "NC", "PP", "PY", "PZ",
      "JY", "AA",
    ]
    let all = "ABCEGHJKLMNPRSTWXYZ".flatMap { first in
      "ABCEGHJKLMNPRSTWXYZ".map { "\(first)\($0)" }
    }
    return all.filter { !banned.contains($0) }
  }()

  /// A permanent pupil number.
  static func upn(school: School, year: Int, serial: Int) -> String {
    let body = pupilBody(school, year) + padded(serial, 3)
    return checked(body)
  }

  /// A temporary pupil number: the last character is a letter.
  static func temporaryUPN(school: School, year: Int, serial: Int) -> String {
    let body = pupilBody(school, year) + padded(serial / 20 % 100, 2)
    return checked(body + String(pupilLetters[serial % 20]))
  }

  private static func pupilBody(_ school: School, _ year: Int) -> String {
    padded(school.laEstab, 7) + padded(year % 100, 2)
  }

  private static func checked(_ body: String) -> String {
    var sum = 0
    for (index, character) in body.enumerated() {
      let value = character.wholeNumberValue ?? pupilLetters.firstIndex(of: character) ?? 0
      sum += value * (index + 2)
    }
    return String(pupilLetters[sum % 23]) + body
  }

  /// A Police National Computer number, in its full form.
  static func pnc(year: Int, serial: Int) -> String {
    let number = serial % 10_000_000
    let check = policeLetters[(year % 100 * 10_000_000 + number) % 23]
    return "\(year)/\(padded(number, 7))\(check)"
  }

  /// A criminal records office number, in its standard form.
  static func cro(year: Int, serial: Int) -> String {
    let number = serial % 1_000_000
    let check = policeLetters[(year % 100 * 1_000_000 + number) % 23]
    return "\(padded(number, 6))/\(padded(year % 100, 2))\(check)"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
