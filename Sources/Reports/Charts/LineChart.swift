import Vocabulary

/// How a number changed from extract to extract.
///
/// The table beside it holds every figure of it.
struct LineChart {
  /// A figure and its day.
  struct Point {
    var day: Day
    var value: Int
  }

  var id: String
  var caption: String
  /// In the order of their days.
  var points: [Point]

  var markup: Markup {
    guard let first = points.first, let last = points.last, points.count > 1 else {
      return .nothing
    }
    return """
      <figure class="chart">
      <figcaption id="\(id)-caption">\(caption)</figcaption>
      <p class="ends">From 0 to \(count: top)</p>
      <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" role="img" aria-labelledby="\(id)-caption \(id)-words">
      <path class="grid" d="M0 500H1000M0 40H1000"/>
      <path class="line" d="\(line)"/>
      <path class="dot" d="\(dots)"/>
      </svg>
      <p class="ends" id="\(id)-words"><span>\(words(first))</span><span>\(words(last))</span></p>
      </figure>
      """
  }

  private func words(_ point: Point) -> String {
    "\(DayWording.long(point.day)): \(Numbers.grouped(point.value))"
  }

  /// The top of the scale: the least 1, 2 or 5 with noughts that has room for every figure.
  var top: Int {
    let greatest = points.map(\.value).max() ?? 0
    var step = 1
    while true {
      for factor in [1, 2, 5] where factor * step >= greatest { return factor * step }
      step *= 10
    }
  }

  private var places: [(x: Int, y: Int)] {
    guard let first = points.first, let last = points.last else { return [] }
    let days = max(first.day.days(until: last.day), 1)
    return points.map { point in
      // The ends keep room for half a dot.
      (
        12 + 976 * first.day.days(until: point.day) / days,
        1_000 - 960 * point.value / top
      )
    }
  }

  private var line: String {
    places.enumerated()
      .map { index, place in "\(index == 0 ? "M" : "L")\(place.x) \(place.y)" }
      .joined()
  }

  private var dots: String {
    places.map { "M\($0.x) \($0.y)h0" }.joined()
  }
}

/// How a share changed, in the height of a line of text; its figures stand in the cells beside it.
struct Sparkline {
  var shares: [Share]

  var markup: Markup {
    let values = shares.map { $0.thousandths ?? 0 }
    guard let greatest = values.max(), values.count > 1 else { return .nothing }
    let top = max(greatest, 1)
    let places = values.enumerated().map { index, value in
      (x: 4 + 92 * index / (values.count - 1), y: 26 - 22 * value / top)
    }
    let line = places.enumerated()
      .map { "\($0 == 0 ? "M" : "L")\($1.x) \($1.y)" }.joined()
    let end = places.last.map { "M\($0.x) \($0.y)h0" } ?? ""
    return """
      <svg class="spark" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">\
      <path class="line" d="\(line)"/><path class="dot" d="\(end)"/></svg>
      """
  }
}
