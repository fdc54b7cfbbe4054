import Sealing
public import Store
public import Vocabulary

/// Pairs drawn to find out how often the linkage is right, without showing what it said.
///
/// Every kind of pair is a stratum of its own, so that the rare ones are drawn too. Which pairs are drawn follows from the
/// run and the seed, so the sample is sealed by being drawn again when it is judged.
public struct QualitySample: Sendable {
  /// A kind of pair.
  public struct Stratum: Hashable, Sendable {
    /// What the pairs are.
    public var kind: Kind
    /// Whether both records are of one source.
    public var isOfOneSource: Bool
  }

  /// Kinds of pairs, by what the machine said of them.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One person, by evidence beyond doubt.
    case joinedSurely = "joined-surely"
    /// One person, by evidence that is less than that.
    case joined
    /// One person through other records; the two themselves say too little.
    case joinedThroughOthers = "joined-through-others"
    /// Two people, though the evidence came near.
    case apartNarrowly = "apart-narrowly"
    /// Two people, by evidence that was worth keeping.
    case apart

    /// Whether the machine said that they are one.
    public var isJoined: Bool {
      switch self {
      case .joinedSurely, .joined, .joinedThroughOthers: true
      case .apartNarrowly, .apart: false
      }
    }
  }

  /// A pair that was drawn.
  public struct Item: Hashable, Sendable {
    /// The two records.
    public var pair: RecordPair
    /// What it is.
    public var stratum: Stratum
  }

  /// The pairs, in an order that says nothing.
  public let items: [Item]
  /// How many pairs there are of each kind.
  public let sizes: [Stratum: Int]
  /// The digest of what was drawn.
  public let digest: String

  /// The strata that there are, in order.
  public var strata: [Stratum] {
    Kind.allCases.flatMap { kind in
      [true, false].map { Stratum(kind: kind, isOfOneSource: $0) }
    }.filter { sizes[$0] != nil }
  }

  /// Draws so many pairs, as equally from all strata as there are pairs.
  public init(of file: inout RunFile, seed: Int, size: Int) throws {
    var draw = SampleDraw(seed: seed)
    try draw.readPairs(&file)
    let drawn = draw.drawn(size)
    items = drawn
    sizes = draw.sizes
    var hash = SHA256()
    for item in drawn {
      let text = "\(item.pair.left.text) \(item.pair.right.text) \(item.stratum.kind.rawValue)\n"
      hash.update(Array(text.utf8).span)
    }
    digest = hash.digest.hex
  }
}

/// Goes through all pairs of a run and keeps those whose hashes are lowest.
struct SampleDraw {
  private let seed: Int
  private(set) var sizes: [QualitySample.Stratum: Int] = [:]
  private var candidates: [QualitySample.Stratum: [(hash: UInt64, pair: RecordPair)]] = [:]

  /// Evidence of this likelihood is beyond doubt, for drawing.
  private static let sure = 0.99
  /// Evidence of this likelihood came near.
  private static let near = 0.1
  /// How many of each stratum are kept while reading.
  private static let most = 20_000

  init(seed: Int) { self.seed = seed }

  mutating func readPairs(_ file: inout RunFile) throws {
    var kept: Set<RecordPair> = []
    var sourceOf: [Int64: Int] = [:]
    var draw = self
    try file.forEachComparedPair { compared in
      guard
        let pair = RecordPair(RecordKey(stored: compared.left), RecordKey(stored: compared.right))
      else { return }
      let kind: QualitySample.Kind =
        if compared.isJoined {
          compared.probability >= Self.sure ? .joinedSurely : .joined
        } else {
          compared.probability >= Self.near ? .apartNarrowly : .apart
        }
      if compared.isJoined { kept.insert(pair) }
      draw.add(
        pair, .init(kind: kind, isOfOneSource: compared.leftSource == compared.rightSource))
    }
    for (key, source) in try file.recordSources() { sourceOf[key] = source }
    try file.forEachJoinedPair { left, right in
      guard let pair = RecordPair(RecordKey(stored: left), RecordKey(stored: right)),
        !kept.contains(pair)
      else { return }
      draw.add(
        pair,
        .init(kind: .joinedThroughOthers, isOfOneSource: sourceOf[left] == sourceOf[right]))
    }
    self = draw
  }

  private mutating func add(_ pair: RecordPair, _ stratum: QualitySample.Stratum) {
    sizes[stratum, default: 0] += 1
    let hash = hash(pair, "pair")
    candidates[stratum, default: []].append((hash, pair))
    if let count = candidates[stratum]?.count, count > 2 * Self.most { shorten(stratum) }
  }

  private mutating func shorten(_ stratum: QualitySample.Stratum) {
    candidates[stratum]?.sort { ($0.hash, $0.pair) < ($1.hash, $1.pair) }
    let extra = (candidates[stratum]?.count ?? 0) - Self.most
    if extra > 0 { candidates[stratum]?.removeLast(extra) }
  }

  /// The pairs that are drawn, in an order that says nothing of the strata.
  func drawn(_ size: Int) -> [QualitySample.Item] {
    let shares = Self.shares(sizes, size)
    var items: [QualitySample.Item] = []
    for (stratum, found) in candidates {
      let ordered = found.sorted { ($0.hash, $0.pair) < ($1.hash, $1.pair) }
      items += ordered.prefix(shares[stratum] ?? 0).map {
        QualitySample.Item(pair: $0.pair, stratum: stratum)
      }
    }
    return items.map { (hash($0.pair, "order"), $0) }
      .sorted { ($0.0, $0.1.pair) < ($1.0, $1.1.pair) }.map(\.1)
  }

  /// How many are drawn of each stratum: the same of each, and what small ones do not have of the others.
  static func shares(
    _ sizes: [QualitySample.Stratum: Int], _ size: Int
  ) -> [QualitySample.Stratum: Int] {
    let ordered = sizes.sorted { one, other in
      (one.value, one.key.kind.rawValue, one.key.isOfOneSource ? 1 : 0)
        < (other.value, other.key.kind.rawValue, other.key.isOfOneSource ? 1 : 0)
    }
    var (left, shares) = (size, [QualitySample.Stratum: Int]())
    for (place, stratum) in ordered.enumerated() {
      let share = min(stratum.value, left / (ordered.count - place), Self.most)
      shares[stratum.key] = share
      left -= share
    }
    return shares
  }

  private func hash(_ pair: RecordPair, _ use: String) -> UInt64 {
    let text = "\(use) \(seed) \(pair.left.text) \(pair.right.text)"
    return SipHash.standard.hash64(Array(text.utf8).span)
  }
}
