import Store
import Vocabulary

/// The people: how many records became how many, what joined them, and where somebody should look.
struct PeoplePage {
  let run: RunPicture
  let people: PeopleSummary

  /// The most notes of each kind that the page lists; the run file has all.
  static let mostNotes = 50

  var markup: Markup {
    Page(run: run, place: .people, title: "People", content: content).markup
  }

  private var content: [Markup] {
    [
      """
      <h1>People</h1>
      <p class="lead">\(Numbers.counted(number("records"), "record")) of people are \
      \(Numbers.counted(number("people"), "person", "people")).</p>
      """,
      figures, "<h2>By source</h2>", sources, "<h2>By number of records</h2>", sizes,
      "<h2>What somebody should look at</h2>", notes, "<h2>What was compared</h2>", rules,
      "<h2>The model</h2>", model,
    ]
  }

  /// What the review application shows of it: figures without the notes, which it lists pair by pair.
  var figuresAndModel: [Markup] {
    [
      figures, "<h3>By source</h3>", sources, "<h3>By number of records</h3>", sizes,
      "<h3>What was compared</h3>", rules, "<h3>The model</h3>", model,
    ]
  }

  private func number(_ name: String) -> Int { Int(people.facts[name] ?? "") ?? 0 }

  private var figures: Markup {
    let figures: [(String, String)] = [
      ("Records", Numbers.grouped(number("records"))),
      ("People", Numbers.grouped(number("people"))),
      ("With one record", Numbers.grouped(number("people_with_one_record"))),
      ("Most records of one", Numbers.grouped(number("largest_person"))),
      ("Pairs compared", Numbers.grouped(number("pairs_compared"))),
      ("Of all pairs", Share(number("pairs_compared"), of: number("pairs_possible")).text),
    ]
    let cells = figures.map { word, figure -> Markup in
      "<div><dt>\(word)</dt><dd>\(figure)</dd></div>"
    }
    return """
      <dl class="figures">
      \(cells)
      </dl>
      """
  }

  private var sources: Markup {
    DataTable(
      id: "people-by-source", caption: "Records and people of each source",
      columns: [
        .text("Source"), .number("Records"), .number("People"), .number("Known only here"),
      ],
      rows: people.sources.map { source in
        [
          "\(source.title)<small><code>\(source.source)</code></small>",
          "\(count: source.records)", "\(count: source.people)",
          "\(count: source.onlyHere)<small>\(Share(source.onlyHere, of: source.people).text)</small>",
        ]
      }
    ).markup
  }

  private var sizes: Markup {
    DataTable(
      id: "people-by-records", caption: "How many people have how many records",
      columns: [.text("Records"), .number("People"), .text("Share")],
      rows: sizeRows.map { words, count in
        [
          "\(words)", "\(count: count)",
          ShareBar(parts: [
            ShareBar.Part(count: count, style: "yes"),
            ShareBar.Part(count: number("people") - count, style: "none"),
          ]).markup,
        ]
      }
    ).markup
  }

  /// Each size up to ten, then tens.
  private var sizeRows: [(words: String, people: Int)] {
    var rows: [(first: Int, words: String, people: Int)] = []
    for size in people.sizes {
      let first = size.records <= 10 ? size.records : (size.records - 1) / 10 * 10 + 1
      if rows.last?.first == first {
        rows[rows.count - 1].people += size.people
      } else {
        rows.append((first, first <= 10 ? "\(first)" : "\(first) to \(first + 9)", size.people))
      }
    }
    return rows.map { ($0.words, $0.people) }
  }
}

// MARK: - Notes

extension PeoplePage {
  private var notes: Markup {
    guard !people.notes.isEmpty else { return "<p>Nothing.</p>" }
    return """
      <p>A <em>weak bridge</em> is a light pair without which one person would be two. A <em>split</em> is two people \
      that a pair would have joined, and why they are apart. The table <code>cluster_note</code> of \
      <code>run.db</code> has all of them.</p>
      \(counts)
      \(list)
      """
  }

  private var counts: Markup {
    DataTable(
      id: "note-counts", caption: "How many there are",
      columns: [.text("What"), .text("Why"), .number("How many")],
      rows: people.noteCounts.map { note in
        ["\(Words.sentence(note.kind))", "\(Self.meaning(of: note.why))", "\(count: note.count)"]
      }
    ).markup
  }

  private static func meaning(of why: String) -> String {
    switch why {
    case "identifier": "different valid numbers of one kind"
    case "one-row": "both stand in one row"
    case "rule": "a rule of the settings keeps them apart"
    case "decision": "somebody decided so"
    case "source": "the source has everybody once"
    default: "the evidence as a whole"
    }
  }

  private var list: Markup {
    DataTable(
      id: "notes",
      caption: "The first \(Self.mostNotes) of each kind, by people’s ids and records’ keys",
      columns: [
        .text("What"), .text("Person"), .text("Other person"), .text("Records"), .number("Bits"),
      ],
      rows: people.notes.map { note in
        [
          """
          \(Words.sentence(note.kind))\
          <small>\(Self.meaning(of: note.why)) \(note.detail ?? "")</small>
          """,
          "<code>\(String(note.person))</code>",
          note.other == note.person ? "–" : "<code>\(String(note.other))</code>",
          """
          <code>\(String(note.leftKey))</code><br><code>\(String(note.rightKey))</code>
          """, "\(Self.bits(note.weight))",
        ]
      }
    ).markup
  }

  /// Bits with one decimal.
  private static func bits(_ weight: Double) -> String {
    let tenths = Int((abs(weight) * 10).rounded())
    return "\(weight < 0 && tenths > 0 ? "−" : "")\(Numbers.grouped(tenths / 10)).\(tenths % 10)"
  }
}

// MARK: - What was compared, and how it counts

extension PeoplePage {
  private var rules: Markup {
    DataTable(
      id: "blocking", caption: "The blocking rules: records that agree on one of them are compared",
      columns: [.text("Rule"), .number("Pairs it was first to find"), .number("Largest block")],
      rows: people.rules.map { rule in
        ["<code>\(rule.rule)</code>", "\(count: rule.pairs)", "\(count: rule.largestBlock)"]
      }
    ).markup
  }

  private var model: Markup {
    """
    <p>Model <code>\(people.facts["model"] ?? "")</code>, version \(people.facts["model_version"] ?? ""), with settings \
    <code>\(people.facts["settings"] ?? "")</code>, version \(people.facts["settings_version"] ?? ""). One pair in \
    \(odds) is one person before anything is compared; records are joined from a probability of \
    \(people.facts["join_probability"] ?? "") on.</p>
    \(weights)
    """
  }

  private var weights: Markup {
    DataTable(
      id: "weights", caption: "What each level adds to a pair’s weight, in bits",
      columns: [
        .text("Level"), .number("If one person"), .number("If strangers"), .number("Bits"),
      ],
      groups: levelGroups
    ).markup
  }

  private var odds: String {
    guard let prior = Double(people.facts["prior"] ?? ""), prior > 0 else { return "–" }
    return Numbers.grouped(Int((1 / prior).rounded()))
  }

  private var levelGroups: [DataTable.Group] {
    var groups: [DataTable.Group] = []
    var comparison: String?
    for level in people.levels {
      if level.comparison != comparison {
        comparison = level.comparison
        groups.append(DataTable.Group(heading: "\(level.comparison)", rows: []))
      }
      groups[groups.count - 1].rows.append([
        "\(level.label)", "\(Self.share(level.m))", "\(Self.share(level.u))",
        "\(Self.bits(level.weight))",
      ])
    }
    return groups
  }

  /// A likelihood as a percentage, small ones as one in so many.
  private static func share(_ likelihood: Double) -> String {
    let hundredths = Int((likelihood * 10_000).rounded())
    if hundredths >= 10 {
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
    guard likelihood > 1e-12 else { return "0" }
    return "1 in \(Numbers.grouped(Int((1 / likelihood).rounded())))"
  }
}
