/// A contract tied to the header of one extract: which field of a record is which column.
public struct BoundContract: Sendable {
  /// The contract.
  public internal(set) var contract: SourceContract
  /// For each column of the contract the field it stands in, or nil where this extract does not have it.
  public let fields: [Int?]
  /// How many fields the header has.
  public let fieldCount: Int
  /// The header's headings, folded, by which it is recognised when it comes again; empty without a header.
  let headings: [[UInt8]]

  init(contract: SourceContract, fields: [Int?], headings: [[UInt8]]) {
    self.contract = contract
    self.fields = fields
    self.headings = headings
    self.fieldCount = headings.count
  }

  /// Ties a contract without a header: columns stand in the contract's order.
  init(withoutHeader contract: SourceContract) {
    self.contract = contract
    self.fields = contract.columns.indices.map { $0 }
    self.headings = []
    self.fieldCount = contract.columns.count
  }
}
