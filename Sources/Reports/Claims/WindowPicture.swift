public import Vocabulary

/// The claims of one window and scheme, as registers, sheets and summaries show them; families stand under references.
public struct WindowPicture: Sendable {
  /// The council.
  public var council: String
  /// The council's number.
  public var authority: String
  /// The window.
  public var window: String
  /// When it opens and closes.
  public var days: DayInterval
  /// The scheme's name and what people call it.
  public var scheme: (name: String, title: String)
  /// The claims, in the order of their numbers.
  public var claims: [Claim]
  /// The sums that have to add.
  public var sums: [Sum]
  /// The way from what stood when the window before closed.
  public var bridge: [Step]
  /// What the audit's sample came to.
  public var audit: Audit
  /// The program that made it.
  public var program: String
  /// The day of which it is.
  public var asOf: Day

  /// A claim of the window.
  public struct Claim: Hashable, Sendable {
    /// The number.
    public var number: String
    /// Which version.
    public var version: Int
    /// How the family is called.
    public var family: String
    /// The family's area.
    public var area: String
    /// Who leads the work.
    public var worker: String
    /// Titles of the results.
    public var results: [String]
    /// When the family was attached.
    public var attached: Day
    /// The year whose rates are paid.
    public var year: String
    /// What is claimed.
    public var amount: Pence
    /// What was paid.
    public var paid: Pence
    /// Where it stands.
    public var status: String
    /// Who audited it, or the sample by which it was accepted.
    public var audited: String
    /// The parts in which it was signed.
    public var signatures: [String]
    /// How many things are missing.
    public var missing: Int
    /// Whether it was drawn into a sample.
    public var isDrawn: Bool
    /// The digest of everything it rests on.
    public var digest: String

    /// States a claim.
    public init(
      number: String, version: Int, family: String, area: String, worker: String,
      results: [String], attached: Day, year: String, amount: Pence, paid: Pence, status: String,
      audited: String, signatures: [String], missing: Int, isDrawn: Bool, digest: String
    ) {
      self.number = number
      self.version = version
      self.family = family
      self.area = area
      self.worker = worker
      self.results = results
      self.attached = attached
      self.year = year
      self.amount = amount
      self.paid = paid
      self.status = status
      self.audited = audited
      self.signatures = signatures
      self.missing = missing
      self.isDrawn = isDrawn
      self.digest = digest
    }
  }

  /// A sum of the reconciliation.
  public struct Sum: Hashable, Sendable {
    /// What is summed.
    public var name: String
    /// The whole, from one place.
    public var whole: Int64
    /// Its parts, from another.
    public var parts: [Part]
    /// Whether it is money, in pence.
    public var isMoney: Bool
    /// Whether the parts come to the whole.
    public var adds: Bool

    /// One part of a sum.
    public struct Part: Hashable, Sendable {
      /// What it is.
      public var name: String
      /// How many.
      public var count: Int64

      /// Names a part.
      public init(name: String, count: Int64) {
        self.name = name
        self.count = count
      }
    }

    /// States a sum.
    public init(name: String, whole: Int64, parts: [Part], isMoney: Bool, adds: Bool) {
      self.name = name
      self.whole = whole
      self.parts = parts
      self.isMoney = isMoney
      self.adds = adds
    }
  }

  /// One claim on the way from the last window to this one.
  public struct Step: Hashable, Sendable {
    /// The claim.
    public var claim: String
    /// How the family is called.
    public var family: String
    /// What happened.
    public var what: String
    /// What stood for it.
    public var before: Pence
    /// What stands for it.
    public var after: Pence

    /// States a step.
    public init(claim: String, family: String, what: String, before: Pence, after: Pence) {
      self.claim = claim
      self.family = family
      self.what = what
      self.before = before
      self.after = after
    }
  }

  /// What the audit's sample came to.
  public struct Audit: Hashable, Sendable {
    /// How many claims were called complete.
    public var population: Int
    /// How many have to be drawn.
    public var needed: Int
    /// How many were drawn.
    public var drawn: Int
    /// How many of them were looked at.
    public var audited: Int
    /// How many did not pass.
    public var failed: Int
    /// How many percent may fail.
    public var tolerated: Int
    /// The names of the samples, which hold their seeds.
    public var samples: [String]
    /// The range in which the share of failing claims lies, in thousandths; nil where none was looked at.
    public var errorRange: ClosedRange<Int>?

    /// States the audit.
    public init(
      population: Int, needed: Int, drawn: Int, audited: Int, failed: Int, tolerated: Int,
      samples: [String], errorRange: ClosedRange<Int>?
    ) {
      self.population = population
      self.needed = needed
      self.drawn = drawn
      self.audited = audited
      self.failed = failed
      self.tolerated = tolerated
      self.samples = samples
      self.errorRange = errorRange
    }
  }

  /// Puts the picture together.
  public init(
    council: String, authority: String, window: String, days: DayInterval,
    scheme: (name: String, title: String), claims: [Claim], sums: [Sum], bridge: [Step],
    audit: Audit, program: String, asOf: Day
  ) {
    self.council = council
    self.authority = authority
    self.window = window
    self.days = days
    self.scheme = scheme
    self.claims = claims
    self.sums = sums
    self.bridge = bridge
    self.audit = audit
    self.program = program
    self.asOf = asOf
  }

  /// The beginning of the files' names: `820_tf1-2012_2013-07`.
  var fileName: String { "\(authority)_\(scheme.name)_\(window)" }

  /// The register with its covering summary: a workbook, and a page to be signed.
  public func register(in folder: String) -> [ReportFile] {
    [
      ReportFile(
        path: "\(folder)/\(fileName)_register.xlsx", workbook: WindowTables(picture: self).register),
      ReportFile(
        path: "\(folder)/\(fileName)_summary.html", page: WindowSummaryPage(picture: self).markup),
    ]
  }

  /// The reconciliation: a workbook, and its two tables as CSV with their descriptions.
  public func reconciliation(in folder: String) -> [ReportFile] {
    let tables = WindowTables(picture: self)
    return [
      ReportFile(
        path: "\(folder)/\(fileName)_reconciliation.xlsx", workbook: tables.reconciliation)
    ] + tables.sums.files(at: "\(folder)/\(fileName)_sums.csv")
      + tables.bridge.files(at: "\(folder)/\(fileName)_bridge.csv")
  }

  /// The form on which the auditor writes what became of each claim that was drawn.
  public func auditForm(in folder: String) -> [ReportFile] {
    [
      ReportFile(
        path: "\(folder)/\(fileName)_audit-form.xlsx",
        workbook: WindowTables(picture: self).auditForm)
    ]
  }
}
