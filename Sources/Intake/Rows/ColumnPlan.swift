import Vocabulary

/// What the reading of a row asks of a column, in numbers that lie side by side, so that no cell touches an object.
struct ColumnPlan {
  /// How a cell of the commonest form is read at a glance; all others are read in full.
  enum Way: UInt8 {
    /// Text that is kept as it is given.
    case text
    /// A date that is nothing but digits and marks in fixed places.
    case date
    /// An identifier that is written as it is kept.
    case identifier
    /// A short value that came before.
    case repeated
    /// Nothing is known at a glance.
    case none
  }

  /// The field of a record that the column stands in, or one that no record has.
  let field: Int
  let way: Way
  let identifier: PlainIdentifier
  /// Whether a row has to say it.
  let isRequired: Bool
  /// Where a date has its parts.
  let date: PlainDate
  /// The days between which a date may lie, as counts from 1970, and those that systems write for want of a date.
  private let days: ClosedRange<Int32>
  private let sentinels: InlineArray<8, Int32>

  init(_ column: ColumnContract, _ reader: CellReader, field: Int?) {
    self.field = field ?? .max
    isRequired = reader.isRequired
    identifier = PlainIdentifier(column.type) ?? .upn
    way = Way(column, hasPlainDate: reader.plainDate != nil)
    date = reader.plainDate ?? .none
    days = reader.plausibleDays
    let sentinels = SentinelDates.standard.days
    precondition(sentinels.count <= 8, "more days stand for none than there is room for")
    self.sentinels = InlineArray { $0 < sentinels.count ? sentinels[$0].daysSince1970 : .max }
  }

  /// The day of a date in the column's form, if there is nothing to ask about it.
  @inline(__always)
  func plainDay(_ field: Span<UInt8>) -> Int? {
    guard let day = date.read(field)?.daysSince1970, days.contains(day) else { return nil }
    for place in sentinels.indices where sentinels[place] == day { return nil }
    return Int(day)
  }
}

extension ColumnPlan.Way {
  init(_ column: ColumnContract, hasPlainDate: Bool) {
    // A value that may come but once has to be looked for among those that came.
    if column.isUnique {
      self = .none
      return
    }
    let isPlain = column.pattern == nil && column.nullWords.isEmpty
    self =
      switch column.type {
      case .text, .name, .term: isPlain ? .text : .repeated
      case .date: hasPlainDate && isPlain ? .date : .repeated
      case .postcode: .none
      case .identifier, .uprn: isPlain && PlainIdentifier(column.type) != nil ? .identifier : .none
      default: .repeated
      }
  }
}

/// An identifier that can be known at a glance.
enum PlainIdentifier: UInt8 {
  case upn, nhsNumber, uprn

  init?(_ type: ColumnType) {
    switch type {
    case .identifier(.upn), .identifier(.formerUPN): self = .upn
    case .identifier(.nhsNumber): self = .nhsNumber
    case .identifier(.uprn), .uprn: self = .uprn
    default: return nil
    }
  }

  /// Whether the bytes are such an identifier in the one way in which it is written.
  @inline(__always)
  func isCanonical(_ bytes: Span<UInt8>) -> Bool {
    switch self {
    case .upn: UPN.isCanonical(bytes)
    case .nhsNumber: NHSNumber.isCanonical(bytes)
    case .uprn: UPRN.isCanonical(bytes)
    }
  }
}
