import Vocabulary

/// A map of the wards, each the darker the more there is of what is counted.
///
/// It is drawn from the outlines that the pipeline has; nothing is fetched. The table of the same figures always stands
/// beside it, so it is hidden from those who cannot see.
struct WardMap {
  /// What is counted, in a few words.
  var title: String
  var outlines: [AreaOutline]
  /// How many there are in each area; an area that is not told is too small to be published.
  var counts: [Area: Int]

  /// How wide the map is drawn.
  private static let width = 720
  /// The fills, from none to most; neighbours differ by a third in lightness.
  private static let shades = ["#ffffff", "#d6e8ec", "#a3cbd3", "#5fa3b1", "#2b7a8c", "#123a4d"]

  var markup: Markup {
    guard let frame = MapFrame(outlines, width: Self.width) else { return .nothing }
    let steps = self.steps
    return """
      <figure class="map">
      <figcaption>\(title)</figcaption>
      <svg viewBox="0 0 \(Self.width) \(frame.height)" aria-hidden="true">
      <defs><pattern id="too-small" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <path d="M0 0V8" stroke="#4b5867" stroke-width="2"/></pattern></defs>
      \(outlines.map { ward($0, frame, steps) })
      \(districts(frame))
      </svg>
      \(legend(steps))
      </figure>
      """
  }

  /// The least count of each shade, from the second on: about as many wards have one as the other.
  private var steps: [Int] {
    let sorted = counts.values.filter { $0 > 0 }.sorted()
    guard let least = sorted.first else { return [] }
    let classes = Self.shades.count - 1
    var steps = [least]
    for step in 1..<classes {
      let next = sorted[sorted.count * step / classes]
      if next > steps[steps.count - 1] { steps.append(next) }
    }
    return steps
  }

  private func fill(_ count: Int?, _ steps: [Int]) -> String {
    guard let count else { return "url(#too-small)" }
    let shade = steps.lastIndex { $0 <= count }.map { $0 + 1 + Self.shades.count - 1 - steps.count }
    return Self.shades[shade ?? 0]
  }

  private func ward(_ outline: AreaOutline, _ frame: MapFrame, _ steps: [Int]) -> Markup {
    let count = counts[outline.area]
    let words = count.map { Numbers.grouped($0) } ?? ReportTable.suppressedText
    return """
      <path d="\(frame.path(outline.rings))" fill="\(fill(count, steps))" stroke="#4b5867" stroke-width=".7" \
      fill-rule="evenodd"><title>\(outline.area.ward), \(outline.area.district): \(words)</title></path>
      """
  }

  /// The districts' names, in the middle of their wards.
  private func districts(_ frame: MapFrame) -> [Markup] {
    var wards: [String: [AreaOutline]] = [:]
    for outline in outlines { wards[outline.area.district, default: []].append(outline) }
    return wards.sorted { $0.key < $1.key }.map { name, outlines in
      let (x, y) = frame.middle(of: outlines)
      return """
        <text x="\(x)" y="\(y)" text-anchor="middle" font-size="15" font-weight="600" fill="#1d2733" stroke="#fff" \
        stroke-width="4" paint-order="stroke">\(name)</text>
        """
    }
  }

  private func legend(_ steps: [Int]) -> Markup {
    var entries: [(String, String)] = []
    if counts.values.contains(0) { entries.append((Self.shades[0], "none")) }
    for (place, step) in steps.enumerated() {
      let next = place + 1 < steps.count ? steps[place + 1] - 1 : counts.values.max() ?? step
      let words = next > step ? "\(Numbers.grouped(step)) to \(Numbers.grouped(next))" : "\(step)"
      entries.append((fill(step, steps), words))
    }
    let hidden = outlines.contains { counts[$0.area] == nil }
    var items = entries.map { colour, words -> Markup in
      """
      <li><svg viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" fill="\(colour)" \
      stroke="#4b5867"/></svg>\(words)</li>
      """
    }
    if hidden {
      items.append(
        """
        <li><svg viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" fill="url(#too-small)" \
        stroke="#4b5867"/></svg>too small to be published</li>
        """)
    }
    return "<ul class=\"legend\">\(items)</ul>"
  }
}
