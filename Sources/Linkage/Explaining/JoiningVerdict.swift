/// Whether two records became one person, and what decided it.
public enum JoiningVerdict: Sendable, Equatable {
  /// They are one person, by a pair of enough weight.
  case joined(cluster: Int)
  /// They are one person through other records; not by this pair, which is too light or was not compared.
  case joinedThroughOthers(cluster: Int)
  /// They weigh enough, but were never compared.
  case neverCompared
  /// They weigh less than it takes to be joined.
  case tooLight(lacking: Double)
  /// They weigh enough and were compared, but something keeps them apart.
  case keptApart(why: String)

  /// The verdict as a sentence.
  public var sentence: String {
    switch self {
    case .joined(let cluster): "They are one person, cluster \(cluster)."
    case .joinedThroughOthers(let cluster):
      "They are one person, cluster \(cluster), through other records of it and not by this pair."
    case .neverCompared:
      "They were not joined: they would weigh enough, but were never compared."
    case .tooLight(let lacking):
      "They were not joined: it takes \(FigureText.decimal(lacking, places: 1)) bits more."
    case .keptApart(let why): "They were not joined, though they weigh enough: \(why)."
    }
  }

  /// The verdict in a word, for programs.
  public var word: String {
    switch self {
    case .joined: "joined"
    case .joinedThroughOthers: "joined-through-others"
    case .neverCompared: "never-compared"
    case .tooLight: "too-light"
    case .keptApart: "kept-apart"
    }
  }
}

extension ClusterSplit {
  /// Why two clusters are apart, in words.
  func words(_ settings: LinkageSettings) -> String {
    switch reason {
    case .decision(let number): "decision \(number) says that they are two people"
    case .identifier(let kind):
      "their people have different values of '\(settings.clusters.neverTwo[kind].text)', of which one person has one"
    case .exclusion:
      "their people both have a record of a source in which everyone stands once"
    case .forbidden: "a condition under 'never' holds for two of their people's records"
    case .evidence:
      "all pairs between their people together weigh \(Bits.words(weight)), so most of the evidence speaks against it or for something better"
    }
  }
}
