/// How far the newest extract of a series differs from the ones before it.
public struct Drift: Hashable, Sendable {
  /// The middle number of rows of the earlier extracts.
  public var usualRows: Int?
  /// The share of people's records, in hundredths, that the extract before had too.
  public var overlapHundredths: Int?
  /// Columns whose share of missing values has risen much.
  public var emptied: [Change] = []
  /// Columns of codes whose mix has changed much.
  public var mixed: [Change] = []

  /// A column that has changed, with a measure in hundredths before and now.
  public struct Change: Hashable, Sendable {
    /// The column.
    public var column: String
    /// Before.
    public var before: Int
    /// Now.
    public var now: Int
  }

  /// A share of missing values that rises by more than this is a change worth a look.
  static let missingRise = 10
  /// A mix of codes that has moved by more than this, half the sum of the differences, is one too.
  static let mixMove = 20
  /// Fewer values than this tell nothing of a mix.
  static let leastValues = 50

  /// Compares the newest extract that was read with the earlier ones, which are newest first.
  public init(newest: Delivery, earlier: [Delivery]) {
    let rows = earlier.map(\.rows).sorted()
    guard let previous = earlier.first else { return }
    usualRows = rows[rows.count / 2]
    if newest.people > 0 { overlapHundredths = 100 * newest.peopleInBoth / newest.people }
    for column in newest.columns {
      guard let before = previous.columns.first(where: { $0.name == column.name }) else { continue }
      compareMissing(column, before)
      compareCodes(column, before)
    }
  }

  private mutating func compareMissing(_ column: Delivery.Column, _ before: Delivery.Column) {
    let (now, then) = (column.present + column.missing, before.present + before.missing)
    guard now >= Self.leastValues, then >= Self.leastValues else { return }
    let shares = (before: 100 * before.missing / then, now: 100 * column.missing / now)
    if shares.now - shares.before > Self.missingRise {
      emptied.append(Change(column: column.name, before: shares.before, now: shares.now))
    }
  }

  private mutating func compareCodes(_ column: Delivery.Column, _ before: Delivery.Column) {
    let now = column.codes.values.reduce(0, +)
    let then = before.codes.values.reduce(0, +)
    guard now >= Self.leastValues, then >= Self.leastValues else { return }
    var difference = 0
    for code in Set(column.codes.keys).union(before.codes.keys) {
      // In units of one in now × then, so that no fraction is rounded before the end.
      difference += abs((column.codes[code] ?? 0) * then - (before.codes[code] ?? 0) * now)
    }
    let moved = 100 * difference / (2 * now * then)
    if moved > Self.mixMove {
      mixed.append(Change(column: column.name, before: 0, now: moved))
    }
  }
}
