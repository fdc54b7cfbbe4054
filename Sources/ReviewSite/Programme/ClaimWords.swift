import Claims
import Reports
import Vocabulary

/// Claims' states and windows in words and tags.
enum ClaimWords {
  static func title(_ status: ClaimStatus) -> String { Words.sentence(status.rawValue) }

  static func tag(_ status: ClaimStatus) -> Markup {
    switch status {
    case .draft: StateTag(word: title(status), style: "plain", icon: .circle).markup
    case .complete, .inSample, .audited, .signedOff:
      StateTag(word: title(status), style: "warning", icon: .circle).markup
    case .submitted, .paid: StateTag(word: title(status), style: "good", icon: .tick).markup
    case .failed, .rejected: StateTag(word: title(status), style: "error", icon: .cross).markup
    case .withdrawn: StateTag(word: title(status), style: "plain", icon: .dash).markup
    }
  }

  /// How a window stands on a day, in words with the days that are left.
  static func countdown(_ window: ClaimWindows.Window, on day: Day) -> String {
    let (first, last) = (window.days.first, window.days.last)
    if day < first { return "opens in \(Numbers.counted(day.days(until: first), "day"))" }
    if day > last { return "closed \(Numbers.counted(last.days(until: day), "day")) ago" }
    let left = day.days(until: last)
    return left == 0 ? "closes today" : "closes in \(Numbers.counted(left, "day"))"
  }

  static func isOpen(_ window: ClaimWindows.Window, on day: Day) -> Bool {
    window.days.first <= day && day <= window.days.last
  }
}
