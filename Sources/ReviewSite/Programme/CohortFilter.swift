import Cohorts
import Pipelines
import Vocabulary

/// Which families of the run and of the programme a list has, and in which order.
struct CohortFilter: Hashable, Sendable {
  /// Where a family stands: in the programme, or waiting for somebody to enter it.
  enum Standing: Hashable, Sendable {
    /// It is in the programme, or eligible.
    case usual
    /// It is eligible and nobody has entered it.
    case eligible
    /// One cannot tell whether it is eligible.
    case cannotTell
    /// Every family.
    case all
    /// It stands there in the programme.
    case status(CohortStatus)

    init?(_ word: String) {
      switch word {
      case "": self = .usual
      case "eligible": self = .eligible
      case "cannot-tell": self = .cannotTell
      case "all": self = .all
      default:
        guard let status = CohortStatus(rawValue: word) else { return nil }
        self = .status(status)
      }
    }

    var word: String {
      switch self {
      case .usual: ""
      case .eligible: "eligible"
      case .cannotTell: "cannot-tell"
      case .all: "all"
      case .status(let status): status.rawValue
      }
    }
  }

  /// In which order.
  enum Order: String, Hashable, Sendable, CaseIterable {
    case criteria, concern, status, children, id

    var title: String {
      switch self {
      case .criteria: "Most criteria first"
      case .concern: "Newest concern first"
      case .status: "By where they stand"
      case .children: "Most children first"
      case .id: "By id"
      }
    }
  }

  var standing = Standing.usual
  var area = ""
  var criterion = ""
  var order = Order.criteria
  /// Whether days that rest on rows of health, care and offences are known to whoever asks.
  var seesSensitive = true

  init() {}

  init(_ value: (String) -> String?) {
    standing = value("status").flatMap(Standing.init) ?? .usual
    area = value("area") ?? ""
    criterion = value("criterion") ?? ""
    order = value("sort").flatMap(Order.init(rawValue:)) ?? .criteria
  }

  /// The filter as fields of a query.
  var fields: [(String, String)] {
    [
      ("status", standing.word), ("area", area), ("criterion", criterion),
      ("sort", order == .criteria ? "" : order.rawValue),
    ].filter { !$0.1.isEmpty }
  }
}

/// A family of a list: how the run has it, and how the programme has it.
struct CohortRow: Sendable {
  let line: FamilyIndex.Line
  let life: FamilyLife?

  /// The area whose group looks after it, else the one that it lives in.
  var area: String { life.flatMap { $0.area.isEmpty ? nil : $0.area } ?? line.area }
}

/// The families of a run, narrowed and put in order.
struct CohortList: Sendable {
  let rows: [CohortRow]

  /// - Parameters:
  ///   - filter: Which, in which order.
  ///   - index: The families of the run.
  ///   - lives: Their lives in the programme.
  ///   - found: The places of those that were searched for, in their order; nil where nothing was.
  init(_ filter: CohortFilter, _ index: FamilyIndex, _ lives: [FamilyLife], found: [Int]? = nil) {
    let lifeOf = Dictionary(lives.map { ($0.family, $0) }, uniquingKeysWith: { first, _ in first })
    let criterion = index.criteria.firstIndex { $0.name == filter.criterion }.map {
      UInt8(clamping: $0)
    }
    let places = found ?? Array(index.lines.indices)
    let rows = places.lazy.map {
      CohortRow(line: index.lines[$0], life: lifeOf[index.lines[$0].id])
    }
    .filter { row in
      Self.stands(row, filter.standing) && (filter.area.isEmpty || row.area == filter.area)
        && (criterion.map(row.line.met.contains) ?? true)
    }
    self.rows = found == nil ? Self.sorted(Array(rows), filter) : Array(rows)
  }

  private static func stands(_ row: CohortRow, _ standing: CohortFilter.Standing) -> Bool {
    switch standing {
    case .usual: row.life != nil || row.line.eligible == .met
    case .eligible: row.life == nil && row.line.eligible == .met
    case .cannotTell: row.life == nil && row.line.eligible == .cannotTell
    case .all: true
    case .status(let status): row.life?.status == status
    }
  }

  private static func sorted(_ rows: [CohortRow], _ filter: CohortFilter) -> [CohortRow] {
    let order = filter.order
    // By id where all else is the same: the index is in that order, and the key says so.
    func key(_ row: CohortRow) -> (Int, String, FamilyID) {
      switch order {
      case .criteria: (-row.line.met.count, "", row.line.id)
      case .concern: (0, "", row.line.id)
      case .status:
        (
          row.life.flatMap { CohortStatus.allCases.firstIndex(of: $0.status) } ?? 99, "",
          row.line.id
        )
      case .children: (-row.line.children, "", row.line.id)
      case .id: (0, "", row.line.id)
      }
    }
    guard order == .concern else { return rows.sorted { key($0) < key($1) } }
    return rows.sorted { one, other in
      let days = [one, other].map {
        $0.line.concern(seesSensitive: filter.seesSensitive) ?? ""
      }
      let (first, second) = (days[0], days[1])
      return first != second ? first > second : one.line.id < other.line.id
    }
  }
}
