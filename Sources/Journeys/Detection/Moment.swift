/// When a fact was, in counted days, and of whom: what all rules work on.
struct Moment {
  /// The fact's place in the case file.
  var fact: Int32
  /// The first day that it may have been or begun.
  var first: Int32
  /// The last day that it may have been or begun.
  var last: Int32
  /// The person's place in the case file; -1 for the address.
  var person: Int32
  /// Whether it is of the family, of the right age and with the right details for certain.
  var isCertain: Bool
}

extension Moment {
  /// The order of detection: by person, then as dates are listed, then by fact.
  static func inOrder(_ left: Moment, _ right: Moment) -> Bool {
    if left.person != right.person { return left.person < right.person }
    return byDate(left, right)
  }

  /// The order in time, with the fact's place to settle what dates do not.
  static func byDate(_ left: Moment, _ right: Moment) -> Bool {
    if left.first != right.first { return left.first < right.first }
    if left.last != right.last { return left.last < right.last }
    return left.fact < right.fact
  }

  /// The order in which moments are certainly over.
  static func byLastDay(_ left: Moment, _ right: Moment) -> Bool {
    (left.last, left.first, left.fact) < (right.last, right.first, right.fact)
  }
}
