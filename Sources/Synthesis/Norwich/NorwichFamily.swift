import Vocabulary

/// One of the eight families of the Norwich evaluation of 2011, as plain data beside its report.
///
/// The report gives ages in December 2010 and months for what happened; a name, a home or a year
/// that it does not give is ours, and the family's file says so.
struct NorwichFamily: Sendable {
  /// Someone in the story.
  struct Member: Sendable {
    var name: String
    var sex: Person.Sex
    /// Months of life in December 2010.
    var months: Int
    var role: Family.Role
    var surname: String?
    var mother: String?
    var father: String?
    var twin: String?

    init(
      _ name: String, _ sex: Person.Sex, age: Int = 0, months: Int = 0, _ role: Family.Role,
      surname: String? = nil, mother: String? = nil, father: String? = nil, twin: String? = nil
    ) {
      self.name = name
      self.sex = sex
      self.months = age * 12 + months
      self.role = role
      self.surname = surname
      self.mother = mother
      self.father = father
      self.twin = twin
    }
  }

  /// Who lived in a home, from a month until another; the name `care` is the home of foster carers.
  struct Living: Sendable {
    var who: [String]
    var home: String
    var from: PartialDate
    var until: PartialDate?
    var isProtected: Bool

    init(
      _ who: [String], in home: String, from: PartialDate? = nil, until: PartialDate? = nil,
      isProtected: Bool = false
    ) {
      self.who = who
      self.home = home
      self.from = from ?? .month(2005, 1)
      self.until = until
      self.isProtected = isProtected
    }
  }

  /// A line of the timeline; one that happened many times is spread from `at` through a last month.
  struct Entry: Sendable {
    var at: PartialDate
    var until: PartialDate?
    var who: [String]
    var times = 1
    var through: PartialDate?
    var happening: Happening
  }

  var name: String
  var shape: Family.Shape
  var members: [Member]
  var living: [Living]
  var timeline: [Entry]

  /// All eight, in the order of the report.
  static let all = [brown, ford, heath, jones, park, sharp, smith, white]
}

extension NorwichFamily {
  /// Something that happened in a month to each of some people, and may have lasted until another.
  static func at(
    _ year: Int, _ month: Int, _ who: String..., until: PartialDate? = nil,
    is what: Happening
  ) -> Entry {
    Entry(at: .month(year, month), until: until, who: who, happening: what)
  }

  /// Something that happened many times, first in one month and last in another.
  static func times(
    _ count: Int, from first: PartialDate, through last: PartialDate, _ who: String,
    _ what: Happening
  ) -> Entry {
    Entry(at: first, until: nil, who: [who], times: count, through: last, happening: what)
  }

  /// Something of which only the year is known, and which went on.
  static func since(_ year: Int, _ who: String..., is what: Happening) -> Entry {
    Entry(at: .yearOnly(year), until: nil, who: who, happening: what)
  }
}

extension PartialDate {
  /// A month that is certain to exist.
  static func month(_ year: Int, _ month: Int) -> PartialDate {
    PartialDate(.month, containing: Day.of(year, month, 1))
  }

  /// A year that is certain to exist.
  static func yearOnly(_ year: Int) -> PartialDate {
    PartialDate(.year, containing: Day.of(year, 1, 1))
  }
}
