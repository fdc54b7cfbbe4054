import Linkage

/// The people: clusters by size, what was kept apart, and what hangs by one thread.
struct LinkagePeopleSection {
  let picture: LinkagePicture

  var markup: Markup {
    Markup(["<h2>People</h2>", sizes, divided, splits, bridges])
  }

  private var sizes: Markup {
    let counts = picture.clustering.statistics.sizes.enumerated().filter { $0.element > 0 }
    let records = picture.linker.table.count
    let table = DataTable(
      id: "sizes", caption: "People by number of records",
      columns: [.text("Records each"), .number("People"), .number("Records"), .number("Share")],
      rows: counts.map { size, people in
        [
          "\(count: size)", "\(count: people)", "\(count: size * people)",
          "\(Share(size * people, of: records).text)",
        ]
      })
    return "<div class=\"narrow\">\(table.markup)</div>"
  }

  private var divided: Markup {
    let statistics = picture.clustering.statistics
    guard statistics.components > 0 else { return .nothing }
    return """
      <p>Pairs connect records to \(count: statistics.components) groups, the largest of \
      \(count: statistics.largestComponent). \(count: statistics.examined) of them had evidence missing or against and were \
      looked at; \(count: statistics.divided) were divided, so that the evidence within people is as strong as can be.</p>
      """
  }

  private var splits: Markup {
    let splits = picture.clustering.splits.sorted {
      ($1.pair.weight, $0.left, $0.right) < ($0.pair.weight, $1.left, $1.right)
    }
    guard !splits.isEmpty else { return .nothing }
    let table = DataTable(
      id: "splits", caption: "Kept apart, though a pair would have joined them",
      columns: [
        .text("Pair"), .number("People"), .number("Its bits"), .text("Why they are apart"),
      ],
      rows: splits.prefix(LinkagePage.most).map { split in
        [
          pair(split.pair), "\(count: Int(split.left) + 1), \(count: Int(split.right) + 1)",
          "\(LinkageNumbers.bits(Double(split.pair.weight)))", words(split.reason, split.weight),
        ]
      })
    return Markup([table.markup, more(splits.count, "strongest")])
  }

  private func words(_ reason: ClusterSplit.Reason, _ weight: Double) -> Markup {
    switch reason {
    case .decision: "a decision"
    case .identifier(let kind):
      "different <code>\(picture.linker.settings.clusters.neverTwo[kind].text)</code>"
    case .exclusion: "a source in which everyone stands once"
    case .forbidden: "a condition under <code>never</code>"
    case .evidence:
      "all pairs between them together count \(LinkageNumbers.bits(weight)) bits"
    }
  }

  private var bridges: Markup {
    let bridges = picture.clustering.weakBridges.sorted {
      ($0.pair.weight, $0.cluster) < ($1.pair.weight, $1.cluster)
    }
    guard !bridges.isEmpty else { return .nothing }
    let table = DataTable(
      id: "bridges", caption: "Weak bridges: light pairs that alone hold a person together",
      columns: [
        .text("Pair"), .number("Person"), .number("Its bits"),
        .number("Records on the smaller side"),
      ],
      rows: bridges.prefix(LinkagePage.most).map { bridge in
        [
          pair(bridge.pair), "\(count: Int(bridge.cluster) + 1)",
          "\(LinkageNumbers.bits(Double(bridge.pair.weight)))", "\(count: bridge.smallerSide)",
        ]
      })
    return Markup([table.markup, more(bridges.count, "weakest")])
  }

  private func pair(_ pair: ScoredPair) -> Markup {
    let table = picture.linker.table
    return "<code>\(table.name(pair.left).text)</code> <code>\(table.name(pair.right).text)</code>"
  }

  private func more(_ all: Int, _ which: String) -> Markup {
    let note: Markup = """
      The \(which) \(count: min(all, LinkagePage.most)) of \(count: all). <code>kindred why</code> explains a pair, \
      <code>kindred how</code> a person.
      """
    return "<p class=\"note\">\(note)</p>"
  }
}
