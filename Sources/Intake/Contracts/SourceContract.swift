/// What is agreed about a series of extracts: who sends it, on what ground, how its files look and what its rows mean.
///
/// A contract is what `sources/NAME.yaml` says, and knows nothing of any file: `BoundContract` is the same
/// contract tied to the header of one extract.
public struct SourceContract: Hashable, Sendable {
  /// The source's name, which is also the contract file's.
  public var name: String
  /// What people call it.
  public var title: String
  /// The agency that sends it.
  public var agency: String
  /// Who answers for it.
  public var owner: String
  /// On what ground it may be read, and for what.
  public var legal: LegalGround
  /// How its files are named and how often they come.
  public var file: FileContract
  /// How its files are written.
  public var dialect: DialectContract
  /// Where the header is.
  public var header: HeaderContract
  /// Rows that are not data: totals, page numbers, closing lines.
  public var footer: [FooterRule]
  /// The columns that are read; what is not declared is never stored.
  public var columns: [ColumnContract]
  /// How many rows may be rejected.
  public var rejected: Tolerance
  /// The addresses that a row names.
  var places: [PlaceTemplate]
  /// The people that a row names.
  var people: [PersonTemplate]
  /// The facts that a row states.
  var facts: [FactTemplate]
  /// The relations that a row states.
  var relations: [RelationTemplate]

  /// The names of the people whom a row may name.
  public var slots: [String] { people.map(\.slot) }

  /// The kinds of fact that a row may state, each once.
  public var factKinds: [String] {
    var kinds: [String] = []
    for fact in facts where !kinds.contains(fact.kindName) { kinds.append(fact.kindName) }
    return kinds
  }
}

/// On what ground a source may be read, for which purposes, and how long it is kept.
public struct LegalGround: Hashable, Sendable {
  /// The lawful basis, in words.
  public var basis: String
  /// The statute by which the agency may send it.
  public var gateway: String
  /// The number of the sharing agreement.
  public var agreement: String?
  /// The purposes that the agreement allows.
  public var purposes: [String]
  /// How long it is kept after it was delivered.
  public var retain: Period
}

/// How many records of a place an extract's header may come after, or that there is none.
public enum HeaderContract: Hashable, Sendable {
  /// Looked for among the first so many records.
  case within(Int)
  /// There is no header: columns stand in the order of the contract.
  case none
}

/// A line that is not data, with wildcards: `{n}` stands for digits, `*` for anything, `{count}` for a stated total.
public struct FooterRule: Hashable, Sendable {
  /// The pattern.
  public var pattern: String
  /// Whether the pattern's number is a total to be reconciled.
  public var isTotal: Bool
}
