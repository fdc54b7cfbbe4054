import Vocabulary

/// One agency's extract: its columns, its file and the rows that a neighbourhood gives it.
protocol Extract: Sendable {
  associatedtype Matter: Sendable
  /// The name of the contract that reads it.
  var source: String { get }
  /// The name of the file made on a day.
  var fileName: @Sendable (Day) -> String { get }
  /// How the file is put together.
  var shape: FileShape { get }
  /// When it is sent.
  var schedule: Schedule { get }
  /// Whether every row is typed anew, so that the same person's errors differ from row to row.
  var isTypedByHand: Bool { get }
  /// The columns with what goes in them.
  var fields: [Field<Matter>] { get }
  /// What a neighbourhood has to tell in one extract.
  func entries(in scene: Scene) -> [Entry<Matter>]
}

extension Extract {
  var shape: FileShape { .plain }
  var isTypedByHand: Bool { false }

  /// The headings and what stands below them.
  var columns: [Column] { fields.map(\.column) }

  /// The rows of a neighbourhood, before the errors of cells.
  func rows(in scene: Scene) -> [Row] {
    let fields = fields
    return entries(in: scene).map { entry in
      Row(
        cells: fields.map { $0.value(entry) },
        slots: entry.slots.map { Row.Slot(name: $0.name, person: $0.person.id) },
        key: entry.key, errors: entry.errors)
    }
  }
}

extension Schedule {
  /// One extract a month: the last three, each whole.
  static let monthlySnapshots = Schedule(months: 1, count: 2, lag: 3, contents: .snapshot)
  /// One extract a month of what is new, with a month again.
  static let monthlyIncrements = Schedule(
    months: 1, count: 3, lag: 4, contents: .increment(overlap: 31))
  /// Two extracts, a quarter apart, each whole.
  static let quarterlySnapshots = Schedule(months: 3, count: 2, lag: 12, contents: .snapshot)
}
