import Reports
import Store
import Vocabulary

/// A family's genogram as a picture, and the same in a table for whoever reads or hears it.
struct GenogramPart {
  private let family: FamilyView
  private let genogram: Genogram
  private let plan: GenogramPlan

  init(_ family: FamilyView) {
    self.family = family
    genogram = Genogram(family.account, family.kin, at: family.day)
    plan = GenogramPlan(genogram)
  }

  var markup: Markup {
    let heading: Markup = "<h2 id=\"genogram\">Genogram</h2>"
    guard !genogram.people.isEmpty else { return "\(heading)\n<p>Nobody to draw.</p>" }
    return """
      \(heading)
      <p class="note">A square is a man, a circle a woman, a diamond whoever is not told or not shown. The outline is the home \
      on \(DayWording.long(family.day)). Lines that are broken are ties that are over; dotted ones are what the household \
      suggests and no row says.</p>
      <div class="scroll" role="region" aria-label="Picture of the family" tabindex="0">\(picture)</div>
      <details><summary>The genogram as a table</summary>\(table)</details>
      """
  }

  // MARK: Picture

  private var picture: Markup {
    let outline: Markup =
      plan.home.map { home in
        """
        <rect class="home" x="\(home.x)" y="\(home.y)" width="\(home.width)" height="\(home.height)" rx="14"/>
        <text class="home-word" x="\(home.x + home.width - 12)" y="\(home.y + home.height - 12)" text-anchor="end">one home</text>
        """
      } ?? .nothing
    return """
      <svg class="genogram" viewBox="0 0 \(plan.width) \(plan.height)" width="\(plan.width)" role="img" aria-labelledby="genogram-title">
      <title id="genogram-title">Genogram of \(Numbers.counted(genogram.people.count, "person", "people")) in \
      \(Numbers.counted(Set(genogram.people.map(\.generation)).count, "generation")); the table below has the same ties</title>
      \(outline)
      \(descentLines)
      \(coupleLines)
      \(genogram.people.map(symbol))
      </svg>
      """
  }

  private func symbol(_ person: Genogram.Person) -> Markup {
    guard let place = plan.places[person.id] else { return .nothing }
    let half = GenogramPlan.symbol / 2
    let style: Markup = person.isPresent ? "person" : "person past"
    let shape: Markup
    switch family.isHidden(person.id) ? nil : family.sex(person.id) {
    case "male":
      shape =
        "<rect class=\"\(style)\" x=\"\(place.x - half)\" y=\"\(place.y - half)\" width=\"\(half * 2)\" height=\"\(half * 2)\"/>"
    case "female":
      shape = "<circle class=\"\(style)\" cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"\(half)\"/>"
    default:
      let reach = half + 5
      shape =
        "<path class=\"\(style)\" d=\"M\(place.x) \(place.y - reach)L\(place.x + reach) \(place.y)L\(place.x) \(place.y + reach)L\(place.x - reach) \(place.y)Z\"/>"
    }
    let year = family.born(person.id).map { String($0.prefix(4)) } ?? "–"
    let lines = Self.lines(family.name(person.id))
    let top = place.y - half - 24
    let names = lines.enumerated().map { number, line -> Markup in
      let y = top + number * 15 + (lines.count == 1 ? 15 : 0)
      return
        "<text class=\"name\" x=\"\(place.x)\" y=\"\(y)\" text-anchor=\"middle\">\(line)</text>"
    }
    return """
      \(shape)
      \(names)
      <text class="year" x="\(place.x)" y="\(place.y + 4)" text-anchor="middle">\(year)</text>
      """
  }

  /// A name in two lines at most, each as long as the column takes.
  static func lines(_ name: String) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    let lines =
      words.count > 1 ? [words.dropLast().joined(separator: " "), words[words.count - 1]] : words
    return lines.map { $0.count > 16 ? "\($0.prefix(15))…" : $0 }
  }

  private var coupleLines: [Markup] {
    genogram.couples.enumerated().compactMap { number, couple -> Markup? in
      guard let (from, to, y) = bond(couple, number) else { return nil }
      let middle = (from.x + to.x) / 2
      let slash: Markup =
        couple.isOver
        ? "<path class=\"tie\" d=\"M\(middle - 9) \(y + 6)l8 -12M\(middle - 1) \(y + 6)l8 -12\"/>"
        : .nothing
      let style: Markup = couple.isOver ? "tie over" : couple.isStated ? "tie" : "tie guess"
      return """
        <path class="\(style)" d="M\(from.x) \(from.y)V\(y)H\(to.x)V\(to.y)"/>\(slash)
        """
    }
  }

  /// The line of a couple below both symbols, each a little lower than the one before.
  private func bond(
    _ couple: Genogram.Couple, _ number: Int
  ) -> (from: (x: Int, y: Int), to: (x: Int, y: Int), y: Int)? {
    guard let one = plan.bottom(of: couple.one), let other = plan.bottom(of: couple.other) else {
      return nil
    }
    return (one, other, max(one.y, other.y) + 12 + number % 4 * 7)
  }

  private var descentLines: [Markup] {
    let byChild = Dictionary(grouping: genogram.descents, by: \.child)
    return byChild.keys.sorted().flatMap { child -> [Markup] in
      let own = byChild[child] ?? []
      guard let end = plan.top(of: child) else { return [] }
      let parents = Set(own.map(\.parent))
      let couple = genogram.couples.enumerated().first {
        parents.isSuperset(of: [$0.element.one, $0.element.other])
      }
      var lines: [Markup] = []
      if let (number, pair) = couple, let (from, to, y) = bond(pair, number) {
        let isStated = own.contains { $0.isStated }
        lines.append(line(((from.x + to.x) / 2, y), end, number, isStated))
      }
      for descent in own {
        if let (_, pair) = couple, [pair.one, pair.other].contains(descent.parent) { continue }
        guard let start = plan.bottom(of: descent.parent) else { continue }
        lines.append(line(start, end, 3, descent.isStated))
      }
      return lines
    }
  }

  private func line(
    _ start: (x: Int, y: Int), _ end: (x: Int, y: Int), _ number: Int, _ isStated: Bool
  ) -> Markup {
    let bus = end.y - 8 - number % 4 * 6
    let style: Markup = isStated ? "tie" : "tie guess"
    return "<path class=\"\(style)\" d=\"M\(start.x) \(start.y)V\(bus)H\(end.x)V\(end.y)\"/>"
  }

  // MARK: Table

  private var table: Markup {
    DataTable(
      id: "genogram-table", caption: "People and ties",
      columns: [.text("Name"), .text("Born"), .text("Part"), .text("Home"), .text("Ties")],
      rows: genogram.people.map { person in
        let home =
          person.isAtHome
          ? "Lives with the family"
          : person.isPresent ? "Lives elsewhere" : "Belonged to it until \(person.until ?? "?")"
        let ties = ties(person.id)
        return [
          family.link(person.id), DayWording.cell(family.born(person.id) ?? "–"),
          "\(Words.sentence(person.role.rawValue))", "\(home)",
          ties.isEmpty ? "–" : "\(Words.sentence(ties.joined(separator: "; ")))",
        ]
      }
    ).markup
  }

  private func ties(_ person: Int64) -> [String] {
    func named(_ ids: [Int64]) -> String { Words.list(ids.map { family.name($0) }) }
    func suggested(_ isStated: Bool) -> String { isStated ? "" : ", as the household suggests" }
    var ties: [String] = []
    for isStated in [true, false] {
      let children = genogram.descents.filter { $0.parent == person && $0.isStated == isStated }
      if !children.isEmpty {
        ties.append("parent of \(named(children.map(\.child)))\(suggested(isStated))")
      }
      let parents = genogram.descents.filter { $0.child == person && $0.isStated == isStated }
      if !parents.isEmpty {
        ties.append("child of \(named(parents.map(\.parent)))\(suggested(isStated))")
      }
    }
    for couple in genogram.couples where couple.one == person || couple.other == person {
      let other = couple.one == person ? couple.other : couple.one
      let word = couple.isOver ? "was the partner of" : "partner of"
      ties.append("\(word) \(family.name(other))\(suggested(couple.isStated))")
    }
    return ties
  }
}
