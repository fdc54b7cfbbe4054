/// One thing that doctor looked at, and what it thinks of it.
struct DoctorFinding: Equatable, Sendable {
  enum Verdict: String, Sendable {
    case good = "ok"
    case warning
    case bad = "problem"
  }

  var subject: String
  var verdict: Verdict

  /// What was found, in a line.
  var words: String

  /// What to do about it; missing where nothing is to be done.
  var advice: String?

  static func good(_ subject: String, _ words: String) -> DoctorFinding {
    DoctorFinding(subject: subject, verdict: .good, words: words)
  }

  static func warning(_ subject: String, _ words: String, advice: String) -> DoctorFinding {
    DoctorFinding(subject: subject, verdict: .warning, words: words, advice: advice)
  }

  static func bad(_ subject: String, _ words: String, advice: String) -> DoctorFinding {
    DoctorFinding(subject: subject, verdict: .bad, words: words, advice: advice)
  }
}
