import Vocabulary

/// The profile of the cohort beside what Hampshire published of its own; fit to be published.
struct ProfileBook {
  let profile: ProfilePicture
  let context: ReportContext

  var book: ReportBook {
    ReportBook(
      name: "cohort-profile", title: "Cohort profile", short: "Profile",
      question: "What are the families like, and where do they live?",
      lead: """
        \(Numbers.counted(profile.families, "family", "families")): \(profile.who). Asked as Hampshire asked of its first year; \
        its figures stand beside ours.\(gone)
        """, figures: figures, sections: [shape, needs, wards], reach: .publication)
  }

  private var gone: String {
    profile.gone == 0
      ? "" : " Families to which nobody belongs any more are not counted: \(shown(profile.gone))."
  }

  private var figures: [ReportBook.Figure] {
    var figures = [ReportBook.Figure("Families", shown(profile.families))]
    if let found = profile.concentration {
      figures.append(
        .init(
          "\(found.percent)% live in", Share(found.wards, of: found.allWards).text,
          note: "of the wards" + (found.published.map { "; Hampshire \($0)%" } ?? "")))
    }
    for typical in profile.typical {
      guard let middle = typical.middle else { continue }
      figures.append(
        .init(
          "Typical: \(typical.title.lowercased())", Numbers.grouped(middle),
          note: typical.published.map { "Hampshire \($0)" }))
    }
    return figures
  }

  private func shown(_ count: Int) -> String {
    shown(count, isHidden: SmallNumbers.isSmall(count))
  }

  private func shown(_ count: Int, isHidden: Bool) -> String {
    isHidden ? ReportTable.suppressedText : Numbers.grouped(count)
  }

  // MARK: Size and shape

  private var shape: ReportBook.Section {
    ReportBook.Section(
      heading: "Size and shape",
      paragraphs: [
        "Who lives in the family’s home on the day. The typical family is the one in the middle."
      ],
      tables: [typicalTable] + profile.typical.map(spread))
  }

  private var typicalTable: ReportTable {
    ReportTable(
      name: "profile-typical", title: "The typical family",
      emptyCells: "An empty cell: Hampshire published no such figure.",
      columns: [
        .text("What", width: 32), .text("Typical", width: 12), .text("Mean", width: 12),
        .text("Hampshire 2013", width: 16),
      ],
      rows: profile.typical.compactMap { typical in
        typical.middle.map { middle in
          [
            .text(typical.title), .text("\(middle)"), .text(typical.mean),
            typical.published.map { .text("\($0)") } ?? .none,
          ]
        }
      })
  }

  /// The numbers with the families that have so many; at the end those that are rare are put together.
  private func spread(_ typical: ProfilePicture.Typical) -> ReportTable {
    let most = 8
    var counts = (0..<most).map { typical.counts[$0] ?? 0 }
    counts.append(typical.counts.reduce(0) { $1.key >= most ? $0 + $1.value : $0 })
    let first = counts.firstIndex { $0 > 0 } ?? 0
    let last = counts.lastIndex { $0 > 0 } ?? 0
    let range = counts.isEmpty ? 0..<0 : first..<(last + 1)
    let judged = SmallNumbers(Array(counts[range]))
    return ReportTable(
      name: "profile-\(typical.word)", title: "Families by \(typical.title.lowercased())",
      columns: [.text(typical.title, width: 20), .number("Families"), .number("Share")],
      rows: profile.families == 0
        ? []
        : range.enumerated().map { place, number in
          let isHidden = judged.isHidden[place]
          return [
            .text(number == most ? "\(most) and more" : "\(number)"),
            isHidden ? .suppressed : .number(counts[number]),
            isHidden ? .suppressed : .share(Share(counts[number], of: profile.families)),
          ]
        })
  }

  // MARK: Needs

  /// A share is hidden where the families that have it, or those that have it not, are too few.
  private var needs: ReportBook.Section {
    ReportBook.Section(
      heading: "What they live with",
      paragraphs: [
        """
        A need counts where a record says so for certain. What may be so, or what no source tells, is not counted as absent: \
        the share is the least that it may be.
        """
      ],
      tables: [
        ReportTable(
          name: "cohort-profile", title: "The cohort beside Hampshire’s of 2013",
          lines: profile.source.isEmpty ? [] : ["Hampshire’s figures: \(profile.source)."],
          emptyCells: "An empty cell: Hampshire published no such figure.",
          columns: [
            .text("Families with", width: 52), .number("Families"), .number("Share"),
            .number("Cannot tell"), .number("Hampshire 2013"),
          ], rows: profile.statistics.map(row))
      ])
  }

  private func row(_ statistic: ProfilePicture.Statistic) -> [ReportTable.Value] {
    let rest = statistic.asked - statistic.families
    let isHidden = SmallNumbers.isSmall(statistic.families) || SmallNumbers.isSmall(rest)
    return [
      .text(statistic.title), isHidden ? .suppressed : .number(statistic.families),
      isHidden ? .suppressed : .share(Share(statistic.families, of: statistic.asked)),
      SmallNumbers.isSmall(statistic.open) ? .suppressed : .number(statistic.open),
      statistic.published.map { .share(Share($0, of: 100)) } ?? .none,
    ]
  }

  // MARK: Wards

  private var wards: ReportBook.Section {
    let wards = profile.wards.sorted { $0.key < $1.key }
    // The families without a ward are the last of what adds up to all.
    let judged = SmallNumbers(wards.map(\.value) + [profile.withoutWard])
    var shown: [Area: Int] = [:]
    for (place, ward) in wards.enumerated() where !judged.isHidden[place] {
      shown[ward.key] = ward.value
    }
    // Where a hidden number stands among the others would tell how large it is, so these are the last, by their names.
    let told = shown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let ranked = told + wards.map(\.key).filter { shown[$0] == nil }
    let map = WardMap(
      title: "Families of the cohort, by ward", outlines: context.outlines, counts: shown
    ).markup
    return ReportBook.Section(
      heading: "Where they live", paragraphs: wardWords(hidesRest: judged.isHidden[wards.count]),
      pictures: profile.wards.isEmpty ? [] : [map],
      tables: [
        ReportTable(
          name: "profile-wards", title: "Families of the cohort, by ward, most first",
          lines: shown.count < wards.count
            ? ["Wards whose number is not told are the last, in the order of their names."] : [],
          columns: [.text("Ward", width: 28), .text("District", width: 28), .number("Families")],
          rows: ranked.map { ward in
            [
              .text(ward.ward), .text(ward.district),
              shown[ward].map { .number($0) } ?? .suppressed,
            ]
          })
      ])
  }

  private func wardWords(hidesRest: Bool) -> [String] {
    var words: [String] = []
    if let found = profile.concentration {
      let published = found.published.map { " In Hampshire it was \($0)% of the wards." } ?? ""
      words.append(
        """
        \(found.percent)% of the families whose ward is known live in \(Numbers.grouped(found.wards)) of \
        \(Numbers.counted(found.allWards, "ward")), \(Share(found.wards, of: found.allWards).text).\(published)
        """)
    }
    words.append(
      "Of \(shown(profile.withoutWard, isHidden: hidesRest)) \(profile.withoutWard == 1 ? "family" : "families") the ward is not known or may not be told."
    )
    return words
  }
}

extension ProfilePicture.Typical {
  /// The number that as many families are above as below; the lower one of two.
  var middle: Int? {
    let whole = counts.values.reduce(0, +)
    var before = 0
    for (number, count) in counts.sorted(by: { $0.key < $1.key }) {
      before += count
      if before * 2 >= whole { return number }
    }
    return nil
  }

  /// The mean with one decimal.
  var mean: String {
    let whole = counts.values.reduce(0, +)
    guard whole > 0 else { return "–" }
    let tenths = (counts.reduce(0) { $0 + $1.key * $1.value } * 20 + whole) / (whole * 2)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A word for the names of files.
  var word: String { title.lowercased().replacing(" ", with: "-") }
}
