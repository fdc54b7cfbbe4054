/// Keeps groups so small that they point at somebody out of a table whose whole is told.
///
/// Each group is divided in two: those that have something and those that have it not. A group is hidden where it, or a
/// part of it, is small; then more are hidden, the smallest first, until what is hidden together is not small either.
struct SmallGroups {
  /// Which groups are hidden.
  private(set) var isHidden: [Bool]

  /// Judges groups by how many each has, and how many of them have what is asked.
  init(_ groups: [(all: Int, part: Int)]) {
    func isUnsafe(_ all: Int, _ part: Int) -> Bool {
      [all, part, all - part].contains(where: SmallNumbers.isSmall)
    }
    isHidden = groups.map { isUnsafe($0.all, $0.part) }
    while true {
      let hidden = groups.indices.filter { isHidden[$0] }
      let all = hidden.reduce(0) { $0 + groups[$1].all }
      let part = hidden.reduce(0) { $0 + groups[$1].part }
      guard hidden.count == 1 || isUnsafe(all, part) else { return }
      let shown = groups.indices.filter { !isHidden[$0] && groups[$0].all > 0 }
      guard let next = shown.min(by: { groups[$0].all < groups[$1].all }) else { return }
      isHidden[next] = true
    }
  }
}
