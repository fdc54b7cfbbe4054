import Vocabulary

/// A report that is told once and given three ways: as a page, as a workbook, and as tables for other programs.
public struct ReportBook: Sendable {
  /// The word that its files begin with, such as `earliest-concern`.
  var name: String
  /// What it is called.
  var title: String
  /// What links to it say, in a word.
  var short: String
  /// What it answers, in a line for the first page.
  var question: String
  /// What to know before all else, in a sentence or two.
  var lead: String
  /// The figures that somebody came for.
  var figures: [Figure] = []
  var sections: [Section]
  /// Who may have it.
  var reach: Reach

  /// A figure with the words above it.
  struct Figure: Hashable, Sendable {
    var words: String
    var figure: String
    /// What it is a part of, or by when; nil where the figure says all.
    var note: String?

    init(_ words: String, _ figure: String, note: String? = nil) {
      (self.words, self.figure, self.note) = (words, figure, note)
    }
  }

  /// A part of it under a heading.
  struct Section: Sendable {
    var heading: String
    /// Paragraphs before the pictures and tables; a workbook has them above its tables.
    var paragraphs: [String] = []
    /// What is drawn; its figures are in the tables.
    var pictures: [Markup] = []
    var tables: [ReportTable] = []
  }

  /// How far a report may go.
  enum Reach: Hashable, Sendable {
    /// Counts alone, the small ones left out: it can be published.
    case publication
    /// Counts as they are, for those who run the programme.
    case programme
    /// Families by their numbers, for those who work with them.
    case families

    /// What a reader has to know of it.
    var words: String {
      switch self {
      case .publication:
        "Small numbers are left out, so that nobody can be made out; it may be published."
      case .programme:
        "For those who run the programme: small numbers stand as they are, so it must not be published."
      case .families:
        "It lists families by number and holds personal data. It goes to those who work with the families, and to nobody else."
      }
    }
  }

  /// All tables in their order.
  var tables: [ReportTable] { sections.flatMap(\.tables) }
}
