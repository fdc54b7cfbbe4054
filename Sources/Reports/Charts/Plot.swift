/// A chart of numbers over numbers, or of bars, that stands in a page or in a file of its own.
///
/// Series differ by colour and by dashes or shade, and are named in a legend; the figures belong in a table beside it.
public struct Plot: Sendable {
  /// How the points are drawn.
  public enum Shape: Hashable, Sendable {
    /// Lines through the points.
    case lines
    /// Columns on one another, one place to each x.
    case columns
    /// Bars from zero to the side, one row to each label.
    case bars
  }

  /// One point: a place to the right and a height, and for a bar its label; a bar's length is its height.
  public struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
    var label: String

    /// A point; one that is not finite is not drawn.
    public init(x: Double, y: Double, label: String = "") {
      self.x = x
      self.y = y
      self.label = label
    }

    var isFinite: Bool { x.isFinite && y.isFinite }
  }

  /// Points that belong together.
  public struct Series: Sendable {
    var name: String
    var points: [Point]

    /// Points by the name that the legend has for them.
    public init(name: String, points: [Point]) {
      self.name = name
      self.points = points.filter(\.isFinite)
    }
  }

  var title: String
  var shape: Shape
  var horizontal: String
  var vertical: String
  var series: [Series]

  /// A chart with a title and words for both axes.
  public init(
    title: String, shape: Shape, horizontal: String, vertical: String, series: [Series]
  ) {
    self.title = title
    self.shape = shape
    self.horizontal = horizontal
    self.vertical = vertical
    self.series = series
  }

  /// The chart as markup for a page; it brings its style, and takes the width it is given.
  public var svg: String { markup.html }

  var markup: Markup {
    let frame = PlotFrame(self)
    let drawn: [Markup] =
      series.allSatisfy(\.points.isEmpty)
      ? ["<text x=\"\(frame.left)\" y=\"\(frame.top + 20)\">Nothing to show.</text>"]
      : shape == .bars
        ? bars(frame) : axes(frame) + (shape == .lines ? lines(frame) : columns(frame))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(frame.width) \(frame.height)" role="img" \
      font-family="system-ui,sans-serif" font-size="13" fill="#1d2733">
      <title>\(title)</title>
      <rect width="\(frame.width)" height="\(frame.height)" fill="#fff"/>
      <text x="0" y="16" font-size="15" font-weight="600">\(title)</text>
      \(legend)
      \(drawn)
      </svg>
      """
  }

  private var legend: [Markup] {
    guard series.count > 1 else { return [] }
    var x = 0
    return series.enumerated().map { place, each in
      defer { x += 44 + 8 * each.name.unicodeScalars.count }
      let stroke = PlotStroke(place)
      return """
        <path d="M\(x) 35h22" stroke="\(stroke.colour)" stroke-width="\(shape == .lines ? 2 : 10)"\
        \(shape == .lines ? stroke.dashes : "")/><text x="\(x + 28)" y="39">\(each.name)</text>
        """
    }
  }
}

/// How one series is told from the others: by colour, and for those who do not see colours by dashes.
struct PlotStroke {
  let colour: String
  let dashes: Markup

  init(_ place: Int) {
    let kinds: [(String, Markup)] = [
      ("#2b7a8c", ""), ("#a3271c", " stroke-dasharray=\"7 4\""),
      ("#4b5867", " stroke-dasharray=\"2 3\""), ("#734a00", " stroke-dasharray=\"10 3 2 3\""),
    ]
    (colour, dashes) = kinds[place % kinds.count]
  }
}
