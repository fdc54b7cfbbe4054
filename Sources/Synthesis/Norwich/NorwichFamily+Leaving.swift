import Vocabulary

// Who of a story lives apart from the others, by where its parents live.
extension NorwichFamily.Member {
  /// Whether a parent of the family counts them among the children, grown up or not.
  var isChild: Bool { role == .child || role == .adultChild || role == .nonResidentChild }
}

extension NorwichFamily {
  /// From when a child lives where none of the family's parents ever lives; nil for one who stays.
  func leaving(of child: Member) -> PartialDate? {
    let parents = members.filter { $0.role == .parent }.map(\.name)
    let homes = Set(living.filter { !Set($0.who).isDisjoint(with: parents) }.map(\.home))
    return living.first { $0.who.contains(child.name) && !homes.contains($0.home) }?.from
  }

  /// The children who live with a parent elsewhere to this day.
  func stayingWith(_ parent: Member) -> [String] {
    living.filter { $0.who.contains(parent.name) && $0.until == nil }
      .flatMap(\.who).filter { $0 != parent.name }
  }

  /// Whether a child's last home is nobody else's.
  func isAlone(_ child: Member) -> Bool {
    living.last { $0.who.contains(child.name) }?.who == [child.name]
  }
}
