/// A bar of parts side by side.
///
/// The figures always stand beside it in words, so it is hidden from those who cannot see.
struct ShareBar {
  /// One part of a bar.
  struct Part {
    var count: Int
    /// The class that gives it its colour.
    var style: String
  }

  var parts: [Part]
  var isLong = false

  var markup: Markup {
    let whole = parts.reduce(0) { $0 + $1.count }
    guard whole > 0 else { return .nothing }
    var before = 0
    var drawn: [Markup] = []
    for part in parts where part.count > 0 {
      let (start, end) = (Self.place(before, of: whole), Self.place(before + part.count, of: whole))
      // What there is a little of is seen, too.
      drawn.append(
        """
        <rect class="\(part.style)" x="\(start)" y="0" width="\(max(end - start, 6))" height="10"/>
        """)
      before += part.count
    }
    let style = isLong ? "bar long" : "bar"
    return """
      <svg class="\(style)" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
      \(Markup(drawn, separator: ""))</svg>
      """
  }

  private static func place(_ count: Int, of whole: Int) -> Int {
    (count * 1_000 + whole / 2) / whole
  }
}
