/// A claim with everything it rests on, as it was when it was prepared; once submitted it never changes.
public struct FrozenClaim: Hashable, Sendable {
  /// The family, by its id at the time.
  public var family: FamilyID
  /// The reference by which the family is known outside the team.
  public var reference: String
  /// Everyone who is counted in it.
  public var people: [CountedPerson]
  /// The scheme: `tf1-2012`.
  public var scheme: String
  /// The scheme's version.
  public var schemeVersion: String
  /// The version of the local outcomes plan in force at attachment; empty where none is.
  public var planAtAttachment: String
  /// The version of the local outcomes plan in force at the claim; empty where none is.
  public var planAtClaim: String
  /// What may be claimed once along: claims on one path bar each other, in every scheme.
  public var path: String
  /// The results that are claimed, the main one first.
  public var results: [String]
  /// The amount, at the attachment year's rates.
  public var amount: Pence
  /// The day of attachment.
  public var attachedOn: Day
  /// The year that sets the rates.
  public var attachmentYear: FinancialYear
  /// The criteria met at attachment.
  public var criteria: [String]
  /// The rows that eligibility rests on.
  public var eligibilityRows: [EvidenceRow]
  /// What was measured.
  public var elements: [FrozenElement]
  /// The area whose group looks after the family.
  public var area: String
  /// The professional who leads.
  public var worker: String
  /// Who provides the work where it is passed on.
  public var deliveryAgency: String
  /// The people who decided links that it rests on: none of them may audit it.
  public var linkDeciders: [String]
  /// What keeps it from being claimed, in words; empty where nothing does.
  public var gaps: [ClaimGap]
  /// The run that it was made from.
  public var run: String
  /// The day of which the run is.
  public var asOf: Day

  /// Freezes a claim.
  public init(
    family: FamilyID, reference: String, people: [CountedPerson], scheme: String,
    schemeVersion: String, planAtAttachment: String = "", planAtClaim: String = "", path: String,
    results: [String], amount: Pence, attachedOn: Day, attachmentYear: FinancialYear,
    criteria: [String], eligibilityRows: [EvidenceRow] = [], elements: [FrozenElement] = [],
    area: String = "", worker: String = "", deliveryAgency: String = "",
    linkDeciders: [String] = [], gaps: [ClaimGap] = [], run: String, asOf: Day
  ) {
    self.family = family
    self.reference = reference
    self.people = people
    self.scheme = scheme
    self.schemeVersion = schemeVersion
    self.planAtAttachment = planAtAttachment
    self.planAtClaim = planAtClaim
    self.path = path
    self.results = results
    self.amount = amount
    self.attachedOn = attachedOn
    self.attachmentYear = attachmentYear
    self.criteria = criteria
    self.eligibilityRows = eligibilityRows
    self.elements = elements
    self.area = area
    self.worker = worker
    self.deliveryAgency = deliveryAgency
    self.linkDeciders = linkDeciders
    self.gaps = gaps
    self.run = run
    self.asOf = asOf
  }

  /// All rows that it rests on, eligibility's first.
  public var rows: [EvidenceRow] { eligibilityRows + elements.flatMap(\.rows) }

  /// The main result, which says along with the area how it is sampled.
  public var mainResult: String { results.first ?? "" }
}

/// Someone who is counted in a claim.
public struct CountedPerson: Hashable, Sendable {
  /// Who.
  public var id: PersonID
  /// The part they have in the family.
  public var role: FamilyRole
  /// The keys of their records, in order, by which they are found again should their id ever be lost.
  public var records: [RecordKey]

  /// Counts a person.
  public init(id: PersonID, role: FamilyRole, records: [RecordKey] = []) {
    self.id = id
    self.role = role
    self.records = records
  }
}

/// What keeps a claim from being made.
public struct ClaimGap: Hashable, Sendable {
  /// A short name for counting: `no-snapshot`, `cannot-tell`.
  public var code: String
  /// What it is, in words that name no person.
  public var words: String

  /// States a gap.
  public init(_ code: String, _ words: String) {
    self.code = code
    self.words = words
  }
}
