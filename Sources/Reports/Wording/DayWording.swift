public import Vocabulary

/// Days as people write them.
public enum DayWording {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A day as in `22 July 2013`.
  public static func long(_ day: Day) -> String {
    let parts = day.parts
    return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
  }

  /// A text as in `2013-07-22` as `22 July 2013`, a month as `July 2013`; any other stays as it is.
  public static func long(_ text: String) -> String {
    if let day = Day(iso: text) { return long(day) }
    if text.utf8.count == 7, let day = Day(iso: text + "-01") { return month(of: day) }
    return text
  }

  /// A day's month, as in `July 2013`.
  public static func month(of day: Day) -> String {
    "\(months[day.parts.month - 1]) \(day.parts.year)"
  }

  /// The days from one to another: a day, a month where it is a whole one, else both ends.
  static func span(_ first: String, _ last: String) -> String {
    guard first != last else { return long(first) }
    if let from = Day(iso: first), let to = Day(iso: last), from.parts.day == 1,
      to.adding(days: 1) == from.adding(months: 1)
    {
      return month(of: from)
    }
    return "\(long(first)) to \(long(last))"
  }

  /// A day in a table, with the form that machines read.
  public static func cell(_ text: String) -> Markup {
    guard Day(iso: text) != nil else { return "\(text)" }
    return "<time datetime=\"\(text)\">\(long(text))</time>"
  }
}
