import YAMLFiles

/// Names that a user gave, which have to be among those that there are.
enum Wanted {
  /// A problem for each name that is not there, with the nearest that is.
  static func problems(
    _ names: [String], among known: [String], called kind: String
  ) -> [Problem] {
    names.filter { !known.contains($0) }.map { name in
      let nearest = NearestWord.suggestion(for: name, among: known)
      return Problem(
        "there is no \(kind) '\(name)'", advice: nearest.map { "Did you mean '\($0)'?" })
    }
  }

  /// Refuses what has a problem.
  static func refuse(_ problems: [Problem]) throws(CommandFailure) {
    if !problems.isEmpty { throw CommandFailure(.usage, problems) }
  }
}
