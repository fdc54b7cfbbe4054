public import Store

extension RunKeeper {
  /// The newest run of an earlier day that was published, if there is one.
  public func published(before run: RunName) throws -> RunName? {
    try list().filter { $0.results?.status == .published && $0.run.asOf < run.asOf }
      .max { $0.run.asOf < $1.run.asOf }?.run
  }

  /// The families of which concern is seen in a run and was not in an earlier one, and that run.
  ///
  /// - Parameters:
  ///   - live: The run.
  ///   - letters: The first letters of the earlier one's name; nil for the newest that was published before.
  /// - Returns: The families; every one of concern where there is no earlier run that followed journeys.
  /// - Throws: What opening the runs throws.
  public func wobbles(
    of live: inout OpenedRun, since letters: String? = nil
  ) throws -> (since: RunName?, families: [WobbleRow]) {
    guard let letters = try letters ?? published(before: live.run)?.id else {
      return (nil, try live.file.wobbles(knownFamilies: [], knownPeople: []))
    }
    var opened = try open(letters)
    guard try opened.file.hasJourneys() else {
      return (nil, try live.file.wobbles(knownFamilies: [], knownPeople: []))
    }
    let known = try opened.file.familiesOfConcern()
    return (
      opened.run,
      try live.file.wobbles(knownFamilies: known.families, knownPeople: known.people)
    )
  }
}
