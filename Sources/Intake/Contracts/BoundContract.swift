import CSVFiles
import Vocabulary

/// A contract tied to the header of one extract: which field of a record is which column.
///
/// It is an object, since a contract is large and whoever reads rows would copy it for each of them.
public final class BoundContract: Sendable {
  /// The contract.
  public let contract: SourceContract
  /// For each column of the contract the field it stands in, or nil where this extract does not have it.
  public let fields: [Int?]
  /// How many fields the header has, without empty ones at its end.
  public let fieldCount: Int
  /// How many it has with them.
  let headerWidth: Int
  /// The header's headings, folded, by which it is recognised when it comes again; empty without a header.
  let headings: [[UInt8]]

  /// Ties a contract whose columns are known better now, as it was tied before.
  init(_ before: BoundContract, settledAs contract: SourceContract) {
    self.contract = contract
    fields = before.fields
    fieldCount = before.fieldCount
    headerWidth = before.headerWidth
    headings = before.headings
  }

  init(contract: SourceContract, fields: [Int?], header: [[UInt8]]) {
    self.contract = contract
    self.fields = fields
    headings = Array(header.reversed().drop(while: \.isEmpty).reversed())
    fieldCount = headings.count
    headerWidth = header.count
  }

  /// Ties a contract without a header: columns stand in the contract's order.
  init(withoutHeader contract: SourceContract) {
    self.contract = contract
    self.fields = contract.columns.indices.map { $0 }
    self.headings = []
    self.fieldCount = contract.columns.count
    headerWidth = contract.columns.count
  }
}

/// What kind of row a record is, as far as the header tells.
extension BoundContract {
  /// Whether the row is the header once more.
  func isHeader(_ row: CSVRow) -> Bool {
    guard headings.count > 1, row.fieldCount >= headings.count,
      HeadingName.mayBeginAlike(row.bytes[row.fieldRange(0)], headings[0]),
      HeadingName.folded(row.bytes[row.fieldRange(0)]) == headings[0]
    else { return false }
    for field in 1..<headings.count
    where HeadingName.folded(row.bytes[row.fieldRange(field)]) != headings[field] {
      return false
    }
    return true
  }

  /// Whether half of the cells or more are headings of the extract, though they are not the header.
  func looksLikeHeader(_ row: CSVRow) -> Bool {
    guard headings.count > 2, row.fieldCount > 2 else { return false }
    let known = Set(headings)
    let found = (0..<row.fieldCount).count { field in
      known.contains(HeadingName.folded(row.bytes[row.fieldRange(field)]))
    }
    return 2 * found >= min(row.fieldCount, headings.count)
  }

  /// Too few or too many cells; empty ones at the end are only trailing delimiters.
  func widthProblem(of row: CSVRow) -> ProblemCode? {
    if row.fieldCount < fieldCount { return .missingCell }
    return row.isBlank(from: fieldCount) ? nil : .extraCell
  }
}

extension CSVRow {
  /// Whether the fields from one on say nothing; fields that are not there do not.
  func isBlank(from first: Int = 0) -> Bool {
    for field in first..<max(first, fieldCount)
    where !bytes.span.extracting(fieldRange(field)).isBlank {
      return false
    }
    return true
  }
}
