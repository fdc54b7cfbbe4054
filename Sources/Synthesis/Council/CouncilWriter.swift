public import Vocabulary

/// Writes an invented council: every agency's extracts, and beside them the truth.
///
/// Neighbourhood after neighbourhood is written and forgotten, so a county of any size needs the
/// memory of one neighbourhood. The same settings write the same bytes.
public struct CouncilWriter: Sendable {
  /// The seed of the errors.
  public let seed: UInt64
  /// The last day: no extract is made after it.
  public let asOf: Day
  /// How often what goes wrong.
  public let errors: ErrorSettings

  /// A writer; the seed is best the county's own.
  public init(seed: UInt64, asOf: Day, errors: ErrorSettings = .usual) {
    self.seed = seed
    self.asOf = asOf
    self.errors = errors
  }

  /// Writes all files, each in pieces in their order, through `sink`, which is handed a path such
  /// as `extracts/exclusions_2013-07-19.csv` and the bytes to append to it.
  public func write<Failure: Error>(
    _ neighbourhoods: some Sequence<Neighbourhood>,
    to sink: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var desk = Desk(writer: self)
    var isFirst = true
    for neighbourhood in neighbourhoods {
      desk.write(neighbourhood)
      for (path, bytes) in desk.take(isFirst: isFirst, isLast: false) { try sink(path, bytes) }
      isFirst = false
    }
    desk.close()
    for (path, bytes) in desk.take(isFirst: isFirst, isLast: true) { try sink(path, bytes) }
  }
}

extension CouncilWriter {
  /// Writes a whole county with a seed and a last day that are the county's own.
  public static func write<Failure: Error>(
    _ county: County, errors: ErrorSettings = .usual,
    to sink: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let writer = CouncilWriter(
      seed: county.settings.seed, asOf: county.settings.asOf, errors: errors)
    let neighbourhoods = (0..<county.neighbourhoodCount).lazy.map(county.neighbourhood)
    try writer.write(neighbourhoods, to: sink)
  }
}
