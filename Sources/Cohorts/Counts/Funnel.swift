public import Vocabulary

/// How far the programme has come: families at each step, against what was agreed.
public struct Funnel: Hashable, Sendable {
  /// The families of one year, or of one area in a year.
  public struct Row: Hashable, Sendable {
    /// The year of the step that counts the family in: of attachment, else of being identified.
    public var year: FinancialYear
    /// The area; empty for all.
    public var area: String
    /// How many were put forward.
    public var identified = 0
    /// How many of them somebody confirmed.
    public var confirmed = 0
    /// How many of them were attached.
    public var attached = 0
    /// How many of them have a plan for the whole family.
    public var planned = 0
    /// How many of them are worked with: lead, assessment and plan.
    public var worked = 0
    /// How many of them reached a result.
    public var achieved = 0
    /// How many declined or moved out.
    public var lost = 0
    /// How many wait for a place: confirmed and not attached.
    public var waiting = 0
    /// How many were agreed; nil where nothing was.
    public var target: Int?

    init(year: FinancialYear, area: String, target: Int?) {
      self.year = year
      self.area = area
      self.target = target
    }
  }

  /// The rows of whole years, then those of areas, each by year.
  public var rows: [Row]

  /// Counts lives as they stand on a day; who asks has folded them from what is true up to that day.
  ///
  /// Those come from ``Cohort``, so that whoever counts counts the same families.
  init(_ lives: [FamilyLife], _ programme: Programme, asOf day: Day) {
    struct Key: Hashable {
      var year: FinancialYear
      var area: String
    }
    var rows: [Key: Row] = [:]
    for target in programme.targets {
      let key = Key(year: target.year, area: "")
      rows[key] = Row(year: target.year, area: "", target: target.families)
      for (area, families) in target.byArea {
        rows[Key(year: target.year, area: area)] = Row(
          year: target.year, area: area, target: families)
      }
    }
    for life in lives {
      guard let identified = life.identified, identified <= day else { continue }
      let year = life.attachment?.year ?? FinancialYear(containing: identified)
      for area in Set(["", life.area]) {
        var row = rows[Key(year: year, area: area)] ?? Row(year: year, area: area, target: nil)
        row.count(life)
        rows[Key(year: year, area: area)] = row
      }
    }
    self.rows = rows.values.sorted {
      ($0.area.isEmpty ? 0 : 1, $0.year, $0.area) < ($1.area.isEmpty ? 0 : 1, $1.year, $1.area)
    }
  }

  /// The row of a whole year.
  public func year(_ year: FinancialYear) -> Row? {
    rows.first { $0.year == year && $0.area.isEmpty }
  }
}

extension Funnel.Row {
  fileprivate mutating func count(_ life: FamilyLife) {
    identified += 1
    if life.confirmed != nil { confirmed += 1 }
    if life.attachment != nil { attached += 1 }
    if life.attachment != nil, life.planned != nil { planned += 1 }
    if life.isWorkedWith { worked += 1 }
    if !life.results.isEmpty { achieved += 1 }
    if life.status == .declined || life.status == .movedOut { lost += 1 }
    if life.status == .confirmed { waiting += 1 }
  }
}
