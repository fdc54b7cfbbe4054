import Linkage
import Reports
import Vocabulary

/// What a pair's weight is made of, from any two records to the sum: as a picture, a table and a sentence.
struct Waterfall {
  private struct Bar {
    var name: String
    var note: String
    var from: Double
    var to: Double
    var bits: Double { to - from }
    var isSum = false
  }

  private static let lookAlikes = "Look-alikes"

  private let pair: PairExplanation
  private let bars: [Bar]

  init(_ pair: PairExplanation) {
    self.pair = pair
    var sum = pair.prior
    var bars = [Bar(name: "Any two records", note: "before anything is compared", from: 0, to: sum)]
    func add(_ name: String, _ note: String, _ bits: Double) {
      bars.append(Bar(name: name, note: note, from: sum, to: sum + bits))
      sum += bits
    }
    for step in pair.steps {
      add(
        Words.sentence(step.comparison),
        step.isElse ? "differs" : step.level.map(PairWords.found) ?? "a value is missing",
        step.levelWeight)
      if let rarity = step.rarity {
        add(
          "… its rarity",
          "\(Numbers.grouped(rarity.records)) of \(Numbers.grouped(rarity.present)) have it",
          rarity.weight)
      }
    }
    if let alike = pair.lookAlikes {
      add(Self.lookAlikes, "others who agree on \(alike.block) look like this", alike.weight)
    }
    bars.append(Bar(name: "In all", note: "", from: 0, to: pair.weight, isSum: true))
    self.bars = bars
  }

  var markup: Markup {
    Markup([
      "<h2 id=\"waterfall\">What the program makes of it</h2>",
      "<p>\(PairWords.found(pair.sentence))</p>",
      """
      <details open data-key-toggle="w"><summary>The weight, step by step</summary>
      <div class="scroll" role="region" aria-label="Picture of the weight" tabindex="0">\(picture)</div>
      \(table)
      </details>
      """,
      rules,
    ])
  }

  // MARK: Picture

  private static let rowHeight = 26
  private static let left = 250
  private static let right = 690

  private var span: (least: Double, most: Double) {
    let ends: [Double] = bars.map(\.from) + bars.map(\.to) + [0, pair.joinWeight]
    return ((ends.min() ?? 0) - 1, (ends.max() ?? 1) + 1)
  }

  private func x(_ bits: Double) -> Int {
    let (least, most) = span
    let share = (bits - least) / (most - least)
    return Self.left + Int((share * Double(Self.right - Self.left)).rounded())
  }

  private var picture: Markup {
    let height = bars.count * Self.rowHeight + 44
    let threshold = x(pair.joinWeight)
    let zero = x(0)
    return """
      <svg class="waterfall" viewBox="0 0 760 \(height)" role="img" aria-labelledby="waterfall-title">
      <title id="waterfall-title">The weight of the pair, step by step; the table below has the same figures</title>
      <path class="axis" d="M\(zero) 6V\(height - 34)"/>
      <path class="threshold" d="M\(threshold) 6V\(height - 34)"/>
      <text x="\(threshold)" y="\(height - 18)" text-anchor="middle">joined from \(PairWords.bits(pair.joinWeight)) bits on</text>
      \(bars.enumerated().map { row($0, $1) })
      </svg>
      """
  }

  private func row(_ place: Int, _ bar: Bar) -> Markup {
    let y = place * Self.rowHeight + 8
    let (one, other) = (x(min(bar.from, bar.to)), x(max(bar.from, bar.to)))
    let style: Markup = bar.isSum ? "sum-bar" : bar.bits < 0 ? "less" : "more"
    let link: Markup =
      bar.isSum || place == 0
      ? .nothing
      : "<path class=\"link\" d=\"M\(x(bar.from)) \(y - 10)v10\"/>"
    return """
      \(link)<text x="\(Self.left - 12)" y="\(y + 13)" text-anchor="end">\(bar.name)</text>\
      <rect class="\(style)" x="\(one)" y="\(y)" width="\(max(other - one, 2))" height="18" rx="2"/>\
      <text class="bits" x="\(Self.right + 58)" y="\(y + 13)" text-anchor="end">\(PairWords.bits(bar.isSum ? pair.weight : bar.bits))</text>
      """
  }

  // MARK: Table

  private var table: Markup {
    DataTable(
      id: "weights", caption: "What each comparison adds, in bits: one bit more doubles the odds",
      columns: [
        .text("Comparison"), .text("A"), .text("B"), .text("What was found"), .number("Bits"),
        .number("Sum"),
      ],
      rows: rows
    ).markup
  }

  private var rows: [[Markup]] {
    var steps = pair.steps.makeIterator()
    return bars.enumerated().map { place, bar in
      let isStep =
        place > 0 && !bar.isSum && !bar.name.hasPrefix("…") && bar.name != Self.lookAlikes
      let step = isStep ? steps.next() : nil
      let values = Self.shown(step?.values ?? [])
      let bits = step?.number == 0 ? "–" : PairWords.bits(bar.isSum ? pair.weight : bar.bits)
      return [
        "\(bar.name)", Self.lines(values.map(\.left)), Self.lines(values.map(\.right)),
        "\(bar.note)", "\(bits)", "\(PairWords.bits(bar.to))",
      ]
    }
  }

  /// The values that say something, each pair of them once: several tests of a comparison may look at the same.
  private static func shown(_ values: [WeightStep.Values]) -> [WeightStep.Values] {
    var seen: Set<[String]> = []
    return values.filter { value in
      !(value.left.isEmpty && value.right.isEmpty)
        && seen.insert([value.left, value.right]).inserted
    }
  }

  private static func lines(_ values: [String]) -> Markup {
    Markup(values.map { $0.isEmpty ? "–" : "\($0)" }, separator: "<br>")
  }

  private var rules: Markup {
    let rows = pair.meetings.map { meeting -> [Markup] in
      ["<code>\(meeting.rule)</code>", "\(meeting.words)"]
    }
    let never: Markup = pair.whyNeverCompared.map { "<p>They were \($0).</p>" } ?? .nothing
    return """
      <details><summary>Which rules bring the two together</summary>
      \(never)
      \(DataTable(id: "rules", caption: "Blocking rules", columns: [.text("Rule"), .text("The two")], rows: rows).markup)
      </details>
      """
  }
}
