import Vocabulary

/// A table of figures that people get three ways from one description: on a page, as CSV, and as a sheet of a workbook.
struct ReportTable: Hashable, Sendable {
  /// A word that is the table's id on its page and the name of its files.
  var name: String
  /// What it shows, in a few words.
  var title: String
  /// What is to be known before it is read.
  var lines: [String] = []
  /// What an empty cell means; needed where there are any.
  var emptyCells: String?
  var columns: [Column]
  var rows: [[Value]]
  /// A last row of totals, which the CSV leaves out.
  var totals: [Value]?

  /// A column, with what its values are.
  struct Column: Hashable, Sendable {
    var heading: String
    /// Whether its values stand to the right.
    var isNumber: Bool
    /// How many letters wide it is on a sheet.
    var width: Int

    /// The column on a page; one of many words gets room there, too.
    fileprivate var column: DataTable.Column {
      DataTable.Column(heading: "\(heading)", isNumber: isNumber, isWide: !isNumber && width >= 48)
    }

    static func text(_ heading: String, width: Int = 24) -> Column {
      Column(heading: heading, isNumber: false, width: width)
    }

    static func number(_ heading: String, width: Int = 14) -> Column {
      Column(heading: heading, isNumber: true, width: width)
    }
  }

  /// One value.
  enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    case money(Pence)
    case share(Share)
    case day(Day)
    /// A state in a word, with its colour and icon on a page.
    case state(State)
    /// A number too small to be published.
    case suppressed
    /// There is nothing to say; the table tells why.
    case none
  }
}

extension ReportTable {
  /// How something stands: a word, and how pressing it is.
  struct State: Hashable, Sendable {
    var word: String
    var kind: Kind

    enum Kind: Hashable, Sendable { case good, care, bad, plain }

    var markup: Markup {
      switch kind {
      case .good: StateTag(word: word, style: "good", icon: .tick).markup
      case .care: StateTag(word: word, style: "warning", icon: .triangle).markup
      case .bad: StateTag(word: word, style: "error", icon: .cross).markup
      case .plain: StateTag(word: word, style: "plain", icon: .circle).markup
      }
    }
  }

  /// What stands in place of a number too small to be published.
  static let suppressedText = "[c]"

  /// The sentence that explains ``suppressedText``.
  static let suppressedNote =
    "[c] is a number below 5, or one from which such a number could be worked out."

  /// The table on a page.
  var markup: Markup {
    DataTable(
      id: name, caption: "\(title)",
      columns: columns.map(\.column),
      rows: rows.map { $0.map(\.markup) }, footer: totals.map { $0.map(\.markup) }
    ).markup
  }

  /// What is to be known before the table is read, a paragraph each.
  var notes: Markup {
    Markup(allLines.map { "<p class=\"note\">\($0)</p>" })
  }

  /// The lines, with the explanations of cells that have no value.
  var allLines: [String] {
    let values = (rows + (totals.map { [$0] } ?? [])).joined()
    return lines + (values.contains(.suppressed) ? [Self.suppressedNote] : [])
  }
}

extension ReportTable.Value {
  /// A number where there is one.
  static func count(_ number: Int?) -> Self { number.map { .number($0) } ?? .none }

  var markup: Markup {
    switch self {
    case .text(let text): "\(text)"
    case .number(let number): "\(count: number)"
    case .money(let amount): "\(Numbers.pounds(Int(amount.count)))"
    case .share(let share): "\(share.text)"
    case .state(let state): state.markup
    case .day(let day): DayWording.cell(day.iso)
    case .suppressed:
      "<abbr title=\"too small to be published\">\(ReportTable.suppressedText)</abbr>"
    case .none: "–"
    }
  }
}
