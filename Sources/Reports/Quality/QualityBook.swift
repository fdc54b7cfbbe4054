import Linkage
import Store
import Vocabulary

/// The statement of quality: what was linked and how, how sure one can be of it, whom it may fail, and what data lack.
///
/// Its items are those that the government’s chapter on joined-up data asks of whoever links and publishes.
struct QualityBook {
  let run: RunPicture
  let people: PeopleSummary
  let quality: LinkageQuality

  private func fact(_ name: String) -> Int { Int(people.facts[name] ?? "") ?? 0 }

  var book: ReportBook {
    ReportBook(
      name: "quality", title: "Quality of data and linkage", short: "Quality",
      question: "How far can the figures be trusted, and for whom less?",
      lead: """
        \(Numbers.counted(fact("records"), "record")) of \(Numbers.counted(people.sources.count, "source")) were found to be \
        \(Numbers.counted(fact("people"), "person", "people")).
        """,
      figures: [
        .init(
          "Expected to be right",
          Share(quality.joined * 1_000_000 - quality.expectedWrong, of: quality.joined * 1_000_000)
            .text, note: "of pairs that are one person, by the model’s own word"),
        .init(
          "Decided by people", Numbers.grouped(quality.decided),
          note: "of \(Numbers.grouped(quality.joined + quality.apart)) pairs"),
        .init("Rows quarantined", run.account.quarantinedShare.text),
      ], sections: [statement, errors, rules, groups, completeness, sources], reach: .publication)
  }

  // MARK: How it was done

  private var statement: ReportBook.Section {
    let model = people.facts["model"] ?? "none"
    return ReportBook.Section(
      heading: "How records were linked",
      paragraphs: [
        """
        Records were linked by probability (Fellegi and Sunter), with the model \(model) version \
        \(people.facts["model_version"] ?? "–"). Of \(Numbers.grouped(fact("pairs_possible"))) possible pairs, \
        \(Numbers.grouped(fact("pairs_compared"))) had something in common by a blocking rule and were compared, \
        \(Share(fact("pairs_compared"), of: fact("pairs_possible")).text). Pairs join from a probability of \
        \(people.facts["join_probability"] ?? "–"); no pair joins two different numbers of one kind, nor what a person kept apart.
        """,
        """
        Clerical share: \(Numbers.grouped(quality.decided)) of \(Numbers.grouped(quality.joined + quality.apart)) pairs that were \
        kept, \(Share(quality.decided, of: quality.joined + quality.apart).text), were decided by a person. All others the program decided.
        """,
      ])
  }

  private var errors: ReportBook.Section {
    let rows: [[ReportTable.Value]] = [
      [
        .text("Joined, and two people in truth"), .number(quality.joined),
        .number(rounded(quality.expectedWrong)),
        .share(Share(quality.expectedWrong, of: quality.joined * 1_000_000)),
      ],
      [
        .text("Apart, and one person in truth"), .number(quality.apart),
        .number(rounded(quality.expectedMissed)),
        .share(Share(quality.expectedMissed, of: quality.apart * 1_000_000)),
      ],
    ]
    return ReportBook.Section(
      heading: "How often it may be wrong",
      paragraphs: [
        """
        These errors are what the model expects of itself, from the probability of each pair. They are no measurement: a model \
        that is wrong is wrong about itself, too. A measurement with an interval comes from a sample that people judge: \
        'kindred review sample' draws one, and this run holds none. A pair that is \
        weak by itself may be joined through others, so more errors are expected than there are. Pairs that no blocking rule brought together are in neither line.
        """
      ],
      tables: [
        ReportTable(
          name: "linkage-errors", title: "Pairs of records, and errors that the model expects",
          columns: [
            .text("Error", width: 36), .number("Pairs"), .number("Expected errors"),
            .number("Share"),
          ], rows: rows)
      ])
  }

  private func rounded(_ millionths: Int) -> Int { (millionths + 500_000) / 1_000_000 }

  private var rules: ReportBook.Section {
    ReportBook.Section(
      heading: "Blocking",
      paragraphs: [
        "Each rule names what two records must agree on to be compared. A pair counts for the first rule that makes it."
      ],
      tables: [
        ReportTable(
          name: "linkage-blocking", title: "Blocking rules",
          columns: [
            .text("Rule", width: 60), .number("Pairs"),
            .number("Records in its largest block", width: 18),
          ],
          rows: people.rules.map { [.text($0.rule), .number($0.pairs), .number($0.largestBlock)] })
      ])
  }

  // MARK: Whom it may fail

  private var groups: ReportBook.Section {
    ReportBook.Section(
      heading: "Match rates by group",
      paragraphs: [
        """
        Of the people of each group, how many are known to more than one source, with a 95% interval (Clopper and Pearson). A \
        lower rate may mean that a group is linked less well, or that fewer agencies have to do with it: it is a reason to look.
        """
      ],
      tables: [
        ReportTable(
          name: "linkage-groups", title: "People known to more than one source, by group",
          columns: [
            .text("By", width: 14), .text("Group", width: 28), .number("People"),
            .number("Known to several"), .number("Share"), .number("From"), .number("To"),
          ],
          rows: ["Sex", "Born", "Ethnicity"].flatMap { kind in
            rows(of: quality.groups.filter { $0.kind == kind })
          })
      ])
  }

  /// The rows of one kind of group, whose whole is known: all people.
  private func rows(of groups: [LinkageQuality.Group]) -> [[ReportTable.Value]] {
    let judged = SmallGroups(groups.map { ($0.people, $0.linked) })
    return groups.enumerated().map { row($0.element, isHidden: judged.isHidden[$0.offset]) }
  }

  private func row(_ group: LinkageQuality.Group, isHidden: Bool) -> [ReportTable.Value] {
    let words = Self.words(group)
    guard !isHidden else {
      return [.text(group.kind), .text(words)] + Array(repeating: .suppressed, count: 5)
    }
    let interval = ShareInterval.exact(group.linked, of: group.people)
    return [
      .text(group.kind), .text(words), .number(group.people), .number(group.linked),
      .share(Share(group.linked, of: group.people)), Self.share(interval?.low),
      Self.share(interval?.high),
    ]
  }

  private static func share(_ value: Double?) -> ReportTable.Value {
    value.map { .share(Share(Int(($0 * 1_000).rounded()), of: 1_000)) } ?? .none
  }

  private static func words(_ group: LinkageQuality.Group) -> String {
    if group.name.isEmpty { return "Not known" }
    switch group.kind {
    case "Sex": return Words.sentence(group.name)
    case "Ethnicity":
      let titles = [
        "W": "White", "M": "Mixed", "A": "Asian", "B": "Black", "C": "Chinese", "O": "Other",
      ]
      return titles[group.name] ?? "Other"
    default: return group.name
    }
  }

  // MARK: What data lack

  private var completeness: ReportBook.Section {
    ReportBook.Section(
      heading: "What records have",
      paragraphs: [
        "Shares of each source’s records of people that have what people are recognised by."
      ],
      tables: [
        ReportTable(
          name: "record-completeness", title: "How complete records of people are",
          columns: [
            .text("Source", width: 48), .number("Records"), .number("Birth date"), .number("Sex"),
            .number("Postcode"), .number("A national number"),
          ],
          rows: quality.sources.map { source in
            [
              .text(source.title), .number(source.records),
              .share(Share(source.born, of: source.records)),
              .share(Share(source.sex, of: source.records)),
              .share(Share(source.postcode, of: source.records)),
              .share(Share(source.number, of: source.records)),
            ]
          })
      ])
  }

  private var sources: ReportBook.Section {
    ReportBook.Section(
      heading: "What was delivered",
      tables: [
        ReportTable(
          name: "source-quality", title: "Sources, with where their rows went",
          emptyCells: "An empty cell: nothing was delivered, or the source is not judged.",
          columns: [
            .text("Source", width: 48), .text("State", width: 12), .number("Days old"),
            .number("Rows read"), .number("Quarantined"), .number("Share"),
            .number("Things to look at"),
          ],
          rows: run.sources.map { source in
            let state = source.summary.state
            let account = source.account
            return [
              .text(source.title), .text(state?.freshness?.word ?? "Not judged"),
              .count(state?.ageInDays), .number(account.read), .number(account.quarantined),
              .share(account.quarantinedShare), .number(run.findings(ofSource: source.name).count),
            ]
          })
      ])
  }
}
