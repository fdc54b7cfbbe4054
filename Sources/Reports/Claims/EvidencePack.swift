public import Store
public import Vocabulary

/// A claim with everything that a spot check asks about, ready to be read, printed and read by machines.
///
/// People and families stand under their public references; names, birth dates and addresses are nowhere in it. What comes from
/// the benefits system is counted and not shown, since whoever passes it on commits an offence.
public struct EvidencePack: Hashable, Sendable {
  /// The council.
  public var council: String
  /// The council's number.
  public var authority: String
  /// The claim's number: `C00042`.
  public var claim: String
  /// Which version of it, from 1.
  public var version: Int
  /// Where it stands, in words.
  public var status: String
  /// The window.
  public var window: String
  /// When it was submitted; nil where it was not.
  public var submitted: Day?
  /// The claim as it was prepared.
  public var frozen: FrozenClaim
  /// All of it as lines, with the digest that they come to.
  public var evidence: ClaimEvidence
  /// The family's life in the programme; nil where nothing is known of it.
  public var life: FamilyLife?
  /// What ids and short names are called.
  public var names: Names
  /// What was done to the claim, the first step first.
  public var steps: [Step]
  /// What people decided of records that it rests on.
  public var decisions: [LinkDecision]
  /// Other claims that it overlaps with; empty where it is the only one.
  public var overlaps: [String]
  /// What later data says differently; nothing of it changes the claim.
  public var changes: [String]
  /// What the run was made of that the claim was prepared from, where the run is still there.
  public var configuration: [ConfigurationFile]
  /// The program that made the pack.
  public var program: String
  /// The day of which the pack is.
  public var asOf: Day

  /// What ids and short names are called.
  public struct Names: Hashable, Sendable {
    /// The scheme's title.
    public var scheme = ""
    /// Titles of results, by name.
    public var results: [String: String] = [:]
    /// Titles of elements, by name.
    public var elements: [String: String] = [:]
    /// What each element asks, in words, by name.
    public var measures: [String: String] = [:]
    /// Titles of criteria of the pack by which the family came in, by name.
    public var criteria: [String: String] = [:]
    /// Titles of kinds of fact, by name.
    public var kinds: [String: String] = [:]
    /// Kinds of fact that may not be shown.
    public var hiddenKinds: Set<String> = []
    /// File names, by digest.
    public var files: [String: String] = [:]
    /// What people are called outside of the team.
    public var people: [PersonID: String] = [:]

    /// Nothing has a title yet.
    public init() {}
  }

  /// Something that was done to the claim.
  public struct Step: Hashable, Sendable {
    /// When.
    public var on: Day
    /// Who did it.
    public var by: String
    /// In which part.
    public var role: String
    /// What was done, in words.
    public var words: String

    /// States a step.
    public init(on: Day, by: String, role: String, words: String) {
      self.on = on
      self.by = by
      self.role = role
      self.words = words
    }
  }

  /// What somebody decided of records that the claim rests on.
  public struct LinkDecision: Hashable, Sendable {
    /// The entry of the ledger.
    public var entry: Int
    /// What was decided.
    public var what: String
    /// Why, by the list of reasons.
    public var reason: String
    /// Who decided.
    public var by: String
    /// When.
    public var at: String

    /// States a decision.
    public init(entry: Int, what: String, reason: String, by: String, at: String) {
      self.entry = entry
      self.what = what
      self.reason = reason
      self.by = by
      self.at = at
    }
  }

  /// A file that the run was configured by.
  public struct ConfigurationFile: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its digest.
    public var sha256: String

    /// Names a file.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// Puts a pack together.
  public init(
    council: String, authority: String, claim: String, version: Int, status: String,
    window: String, submitted: Day?, frozen: FrozenClaim, evidence: ClaimEvidence,
    life: FamilyLife?,
    names: Names, steps: [Step], decisions: [LinkDecision], overlaps: [String],
    changes: [String], configuration: [ConfigurationFile], program: String, asOf: Day
  ) {
    self.council = council
    self.authority = authority
    self.claim = claim
    self.version = version
    self.status = status
    self.window = window
    self.submitted = submitted
    self.frozen = frozen
    self.evidence = evidence
    self.life = life
    self.names = names
    self.steps = steps
    self.decisions = decisions
    self.overlaps = overlaps
    self.changes = changes
    self.configuration = configuration
    self.program = program
    self.asOf = asOf
  }

  /// The pack's files: a page, the same for machines, and its rows as a table; `folder` is where they go.
  public func files(in folder: String) -> [ReportFile] {
    [
      ReportFile(path: "\(folder)/\(claim).html", page: EvidencePage(pack: self).markup),
      ReportFile(path: "\(folder)/\(claim).json", bytes: Array((json.line + "\n").utf8)),
      ReportFile(path: "\(folder)/\(claim)-rows.csv", bytes: rowTable.csv),
    ]
  }
}

extension EvidencePack {
  /// How a person is called: the public reference, or a word where there is none.
  func reference(_ person: PersonID?) -> String {
    guard let person else { return "the family" }
    return names.people[person] ?? "somebody of the family"
  }

  func title(ofKind kind: String) -> String { names.kinds[kind] ?? Words.sentence(kind) }

  /// The file that a row comes from, by name where it is known; a professional's record has its reference there.
  func file(of row: EvidenceRow) -> String {
    if let name = names.files[row.file] { return name }
    return row.source == "practitioner" ? row.file : "a file that is no longer there"
  }

  func isHidden(_ row: EvidenceRow) -> Bool { names.hiddenKinds.contains(row.kind) }

  /// The snapshot of eligibility at attachment; nil where the family was never attached.
  var snapshot: EligibilitySnapshot? { life?.attachment?.snapshot }

  /// The gaps of a question of the spot check.
  func gaps(_ codes: Set<String>) -> [ClaimGap] {
    frozen.gaps.filter { codes.contains($0.code) }
  }

  static let eligibilityCodes: Set<String> = [
    "not-attached", "snapshot-date", "pack", "not-eligible", "local-filter", "criterion-later",
  ]
  static let workingCodes: Set<String> = [
    "open-questions", "no-child", "no-assessment", "no-plan", "no-lead", "no-lawful-basis",
  ]

  /// The gaps that stand against the results.
  var resultGaps: [ClaimGap] {
    frozen.gaps.filter {
      !Self.eligibilityCodes.contains($0.code) && !Self.workingCodes.contains($0.code)
    }
  }

  /// Every row that may be shown, with the part of the claim that it stands behind; how many are hidden.
  var shownRows: (rows: [(part: String, row: EvidenceRow)], hidden: Int) {
    var rows = (snapshot?.findings ?? []).filter { $0.answer == .met }.flatMap { finding in
      finding.evidence.map { (part: "criterion \(finding.criterion)", row: $0) }
    }
    if rows.isEmpty { rows = frozen.eligibilityRows.map { ("eligibility", $0) } }
    rows += frozen.elements.flatMap { element in
      element.rows.map { (part: "element \(element.element)", row: $0) }
    }
    let shown = rows.filter { !isHidden($0.row) }
    return (shown, rows.count - shown.count)
  }
}
