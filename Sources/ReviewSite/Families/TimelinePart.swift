import Reports
import Store
import Vocabulary

/// What agencies wrote down, in lanes by person and agency: as long as it lasted, and as wide as its date is vague.
struct TimelinePart {
  private let family: FamilyView
  private let shown: [JourneyAccount.Entry]
  private let hiddenCount: Int

  /// The most lanes that a picture has; the table has everything.
  private static let mostLanes = 60

  init(_ family: FamilyView) {
    self.family = family
    let all = family.journey?.entries ?? []
    shown = all.filter { family.shows($0.sensitivity) }
    hiddenCount = all.count - shown.count
  }

  var markup: Markup {
    let heading: Markup = "<h2 id=\"timeline\">Timeline</h2>"
    guard let journey = family.journey else {
      return "\(heading)\n<p>The run followed no journeys.</p>"
    }
    let hidden: Markup =
      hiddenCount > 0
      ? "<p class=\"note\">\(Numbers.counted(hiddenCount, "entry", "entries")) of health, social care or offences are not shown to your role.</p>"
      : .nothing
    guard !shown.isEmpty, let axis = TimelineAxis(spans, to: family.day) else {
      return "\(heading)\n\(hidden)\n<p>Nothing that can be shown.</p>"
    }
    return """
      \(heading)
      <p class="note">A bar is as wide as what it stands for lasted, or as its date is vague: a month is as wide as the \
      month. Hatched bars are dates that are known in part. Triangles are signs of need; the band is the earliest concern.</p>
      \(hidden)
      <div class="scroll" role="region" aria-label="Picture of the timeline" tabindex="0">\(picture(journey, axis))</div>
      <details><summary>The timeline as a table</summary>\(table)</details>
      """
  }

  // MARK: Lanes

  private struct Lane: Hashable {
    var person: Int64?
    var agency: String
  }

  private var lanes: [(lane: Lane, entries: [JourneyAccount.Entry])] {
    let groups = Dictionary(grouping: shown) { Lane(person: $0.person, agency: $0.agency) }
    let order = family.account.people.map(\.id)
    return groups.map { (lane: $0.key, entries: $0.value) }.sorted { one, other in
      let places = [one, other].map { $0.lane.person.flatMap { order.firstIndex(of: $0) } ?? -1 }
      return (places[0], one.lane.agency) < (places[1], other.lane.agency)
    }
  }

  private var spans: [TimelineAxis.Span] { shown.compactMap(Self.span) }

  static func span(_ entry: JourneyAccount.Entry) -> TimelineAxis.Span? {
    guard let start = PartialDate(text: entry.starts) else { return nil }
    let end = entry.ends.flatMap { PartialDate(text: $0) } ?? start
    return TimelineAxis.Span(
      first: start.earliest, last: max(start.latest, end.latest),
      isVague: start.precision != .day || end.precision != .day)
  }

  // MARK: Picture

  private func picture(_ journey: JourneyAccount, _ axis: TimelineAxis) -> Markup {
    let lanes = Array(lanes.prefix(Self.mostLanes))
    let height = TimelineAxis.top + lanes.count * TimelineAxis.lane + 20
    return """
      <svg class="timeline" viewBox="0 0 \(TimelineAxis.width) \(height)" role="img" aria-labelledby="timeline-title">
      <title id="timeline-title">Timeline of \(Numbers.counted(shown.count, "entry", "entries")) in \
      \(Numbers.counted(lanes.count, "lane")); the table below has the same entries</title>
      \(concern(journey, axis, height))
      \(years(axis, height))
      \(signs(journey, axis))
      \(lanes.enumerated().map { lane($0, $1.lane, $1.entries, axis) })
      </svg>
      """
  }

  private func years(_ axis: TimelineAxis, _ height: Int) -> [Markup] {
    axis.years.map { year, x in
      """
      <path class="year-line" d="M\(x) 30V\(height - 16)"/><text class="year" x="\(x + 3)" y="\(height - 4)">\(String(year))</text>
      """
    }
  }

  private func concern(_ journey: JourneyAccount, _ axis: TimelineAxis, _ height: Int) -> Markup {
    guard let first = family.concern("concern_from").flatMap({ Day(iso: $0) }),
      let last = family.concern("concern_to").flatMap({ Day(iso: $0) })
    else { return .nothing }
    let (x, width) = axis.bar(first, last)
    return """
      <rect class="concern" x="\(x)" y="18" width="\(width)" height="\(height - 34)"/>
      <text class="concern-word" x="\(max(x, TimelineAxis.left))" y="13">earliest concern, \(FamilyView.date(first.iso, last.iso) ?? "")</text>
      """
  }

  /// Signs that rest on rows which may be seen.
  private func signs(_ journey: JourneyAccount, _ axis: TimelineAxis) -> Markup {
    let marks = journey.signs.filter { $0.weight > 0 && family.shows($0) }.compactMap {
      sign -> Markup? in
      guard let first = Day(iso: sign.date.from), let last = Day(iso: sign.date.to) else {
        return nil
      }
      let (start, width) = axis.bar(first, last)
      let x = start + width / 2
      return """
        <path class="sign" d="M\(x) 24l6 11h-12Z"><title>\(sign.title), \(FamilyView.date(sign.date))</title></path>
        """
    }
    return "<text class=\"lane-word\" x=\"0\" y=\"34\">Signs of need</text>\n\(marks)"
  }

  private func lane(
    _ number: Int, _ lane: Lane, _ entries: [JourneyAccount.Entry], _ axis: TimelineAxis
  ) -> Markup {
    let y = TimelineAxis.top + number * TimelineAxis.lane
    let bars = entries.compactMap { entry -> Markup? in
      guard let span = Self.span(entry) else { return nil }
      let (x, width) = axis.bar(span.first, span.last)
      let style: Markup = span.isVague ? "spell vague" : "spell"
      return """
        <rect class="\(style)" x="\(x)" y="\(y + 3)" width="\(width)" height="12"><title>\(entry.title), \(Self.date(entry))</title></rect>
        """
    }
    let shade: Markup = number % 2 == 0 ? "lane" : "lane even"
    let name = family.name(lane.person)
    let agency = lane.agency.prefix { $0 != ":" }
    let words = "\(Self.short(name, 18)) · \(agency)"
    return """
      <rect class="\(shade)" x="0" y="\(y)" width="\(TimelineAxis.width)" height="\(TimelineAxis.lane)"/>
      <text class="lane-word" x="4" y="\(y + 13)">\(Self.short(words, 46))</text>
      \(bars)
      """
  }

  private static func short(_ text: String, _ most: Int) -> String {
    text.count > most ? "\(text.prefix(most - 1))…" : text
  }

  // MARK: Table

  private static func date(_ entry: JourneyAccount.Entry) -> String {
    let start = DayWording.long(entry.starts)
    guard let end = entry.ends, end != entry.starts else { return start }
    return "\(start) to \(DayWording.long(end))"
  }

  /// The signs that a row shows, without those of which one is not told: who learns that this row is part of it learns
  /// that there are others.
  private func signs(_ entry: JourneyAccount.Entry) -> String {
    let names = entry.signs.split(separator: " ").filter {
      !family.hiddenSigns.contains(String($0))
    }
    return names.isEmpty ? "–" : names.joined(separator: " ")
  }

  private var table: Markup {
    DataTable(
      id: "entries", caption: "What agencies wrote down",
      columns: [
        .text("When"), .text("Who"), .text("What"), .text("Agency"), .text("Signs"),
        .number("Cost"),
        .text("Row"),
      ],
      rows: shown.map { entry in
        [
          "\(Self.date(entry))", "\(family.name(entry.person))", "\(entry.title)",
          "\(entry.agency)", "\(signs(entry))",
          "\(entry.pence.map { Numbers.pounds($0) } ?? "–")", "<code>\(entry.place)</code>",
        ]
      }
    ).stacked.markup
  }
}

/// Days as places to the right.
struct TimelineAxis {
  static let width = 1_180
  static let left = 330
  static let top = 44
  static let lane = 18

  /// Some days.
  struct Span {
    var first: Day
    var last: Day
    /// Whether the days are what a date may be, and not how long something lasted.
    var isVague: Bool
  }

  private let first: Day
  private let days: Int

  /// From the first day of all to the day of the run; nil where there is none.
  init?(_ spans: [Span], to end: Day) {
    guard let first = spans.map(\.first).min(), first < end else { return nil }
    self.first = first
    days = max(1, first.days(until: end))
  }

  private func x(_ day: Day) -> Int {
    let length = first.days(until: day) * (Self.width - Self.left - 10) / days
    return Self.left + min(max(0, length), Self.width - Self.left - 10)
  }

  /// Where a bar of some days begins, and how wide it is; never so narrow that it can't be seen.
  func bar(_ from: Day, _ to: Day) -> (x: Int, width: Int) {
    let start = x(from)
    return (start, max(3, x(to.adding(days: 1)) - start))
  }

  /// The first day of each year, thinned out where years are many.
  var years: [(year: Int, x: Int)] {
    let last = first.adding(days: days)
    let all = Array((first.parts.year + 1)...max(first.parts.year + 1, last.parts.year))
    let step = max(1, all.count / 14)
    return all.filter { $0 % step == 0 }.compactMap { year in
      Day(iso: "\(year)-01-01").flatMap { $0 <= last ? (year, x($0)) : nil }
    }
  }
}
