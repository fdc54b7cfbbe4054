public import Vocabulary

/// The families of an area that wait for a place, those with most need first.
///
/// Points only put the list in an order that can be explained; who is attached, a person decides.
public struct PriorityList: Hashable, Sendable {
  /// A family that waits.
  public struct Candidate: Hashable, Sendable {
    /// Which family.
    public var family: FamilyID
    /// Its area.
    public var area: String
    /// The criteria that it meets.
    public var criteria: [String]
    /// How many of other signs there are: `children`, `agencies`, `days-since-concern`.
    public var signs: [String: Int]

    /// Describes a family.
    public init(family: FamilyID, area: String, criteria: [String], signs: [String: Int] = [:]) {
      self.family = family
      self.area = area
      self.criteria = criteria
      self.signs = signs
    }
  }

  /// A family with its points and what they are for.
  public struct Row: Hashable, Sendable {
    /// The place in the area's list, from 1.
    public var place: Int
    /// The family.
    public var candidate: Candidate
    /// All points.
    public var points: Int
    /// What gave how many points, in the programme's order.
    public var reasons: [Reason]
  }

  /// What gave points.
  public struct Reason: Hashable, Sendable {
    /// The sign.
    public var sign: String
    /// The points.
    public var points: Int
  }

  /// The rows of each area, areas in the programme's order and unknown ones last.
  public var areas: [(area: String, rows: [Row])]

  /// Puts the candidates of every area into their order; equal points by the family's id.
  public init(_ candidates: [Candidate], _ programme: Programme) {
    var byArea: [String: [Candidate]] = [:]
    for candidate in candidates { byArea[candidate.area, default: []].append(candidate) }
    let known = programme.areas.map(\.name)
    let order = known + byArea.keys.filter { !known.contains($0) }.sorted()
    areas = order.compactMap { area in
      byArea[area].map { (area, Self.rows($0, programme.priority)) }
    }
  }

  private static func rows(
    _ candidates: [Candidate], _ weights: [Programme.PriorityWeight]
  ) -> [Row] {
    let weighed = candidates.map { candidate in
      (candidate, weights.compactMap { reason($0, candidate) })
    }
    let ordered = weighed.sorted { one, other in
      let (first, second) = (points(one.1), points(other.1))
      return first != second ? first > second : one.0.family < other.0.family
    }
    return ordered.enumerated().map { index, item in
      Row(place: index + 1, candidate: item.0, points: points(item.1), reasons: item.1)
    }
  }

  private static func points(_ reasons: [Reason]) -> Int {
    reasons.reduce(0) { $0 + $1.points }
  }

  private static func reason(
    _ weight: Programme.PriorityWeight, _ candidate: Candidate
  ) -> Reason? {
    let count = candidate.criteria.contains(weight.sign) ? 1 : candidate.signs[weight.sign] ?? 0
    let points = count / weight.each * weight.points
    return points > 0 ? Reason(sign: weight.sign, points: points) : nil
  }

  /// Whether two lists are the same.
  public static func == (left: PriorityList, right: PriorityList) -> Bool {
    left.areas.map(\.area) == right.areas.map(\.area)
      && left.areas.map(\.rows) == right.areas.map(\.rows)
  }

  /// Hashes the rows.
  public func hash(into hasher: inout Hasher) {
    for (area, rows) in areas {
      hasher.combine(area)
      hasher.combine(rows)
    }
  }
}
