/// An agency whose extracts are read.
public struct Agency: Hashable, Sendable {
  /// The word used for it in contracts and packs, such as `police`.
  public let name: String
  /// What people call it.
  public let title: String
  /// Whether everybody meets it, as with schools and general practice, so that meeting it says nothing of need.
  public let isUniversal: Bool

  /// Declares an agency.
  public init(name: String, title: String, isUniversal: Bool) {
    self.name = name
    self.title = title
    self.isUniversal = isUniversal
  }
}

/// How a fact stands in time.
public enum FactShape: String, Hashable, Sendable, CaseIterable {
  /// Something that happened on a day, or at some time within a month, quarter or year.
  case event
  /// Something that began and may have ended.
  case episode
  /// So many of so many over a term or span, such as sessions missed of sessions possible.
  case measure
}

/// How carefully a kind of fact is to be handled.
public enum Sensitivity: String, Hashable, Sendable, CaseIterable {
  /// No more sensitive than any fact about a named family.
  case ordinary
  /// Health and social care: special category data.
  case special
  /// Offences and allegations of them.
  case offence
  /// Derived from the benefits system, whose onward disclosure is an offence of its own.
  case benefit
}

/// A kind of fact, declared once in `vocabulary.yaml` and named by contracts and packs.
public struct FactKind: Hashable, Sendable {
  /// The dotted name, such as `education.exclusion.fixed`.
  public let name: String
  /// What people call it.
  public let title: String
  /// The agency that knows of it.
  public let agency: String
  /// How it stands in time.
  public let shape: FactShape
  /// From 0, nothing to worry about, to 4, statutory action.
  public let level: Int
  /// The key of its unit cost, where one is known.
  public let cost: String?
  /// How carefully it is to be handled.
  public let sensitivity: Sensitivity
  /// The names of the coded attributes that a fact of this kind may carry.
  public let attributes: [String]

  /// Declares a kind of fact.
  public init(
    name: String, title: String, agency: String, shape: FactShape, level: Int, cost: String?,
    sensitivity: Sensitivity, attributes: [String]
  ) {
    self.name = name
    self.title = title
    self.agency = agency
    self.shape = shape
    self.level = level
    self.cost = cost
    self.sensitivity = sensitivity
    self.attributes = attributes
  }
}

/// A kind of relation between two people named in one row, such as `parent-of`.
public struct RelationKind: Hashable, Sendable {
  /// The word used in contracts.
  public let name: String
  /// What people call it.
  public let title: String
  /// What the second person is to the first one's eyes, where there is a word for it.
  public let inverse: String?

  /// Declares a kind of relation.
  public init(name: String, title: String, inverse: String?) {
    self.name = name
    self.title = title
    self.inverse = inverse
  }
}

/// Every agency, kind of fact and kind of relation that a pipeline may speak of.
public struct FactVocabulary: Hashable, Sendable {
  /// The agencies, in the order in which they were declared.
  public let agencies: [Agency]
  /// The kinds of fact, in the order in which they were declared.
  public let kinds: [FactKind]
  /// The kinds of relation, in the order in which they were declared.
  public let relations: [RelationKind]

  /// Gathers the declarations.
  public init(agencies: [Agency], kinds: [FactKind], relations: [RelationKind]) {
    self.agencies = agencies
    self.kinds = kinds
    self.relations = relations
  }

  /// The kind of fact with this name.
  public func kind(named name: String) -> FactKind? {
    kinds.first { $0.name == name }
  }

  /// The agency with this name.
  public func agency(named name: String) -> Agency? {
    agencies.first { $0.name == name }
  }
}
