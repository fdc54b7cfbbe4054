import Vocabulary
import YAMLFiles

/// Reads what `kindred review decide` is told: a kind, keys, and what else the kind needs.
struct ReviewWords {
  private let request: ReviewRequest

  init(_ request: ReviewRequest) { self.request = request }

  /// What is decided, or every mistake in how it is said.
  func subject() throws -> DecisionSubject {
    let kinds = DecisionKind.allCases.filter { $0 != .undo }.map(\.rawValue)
    guard let word = request.words.first else {
      throw failure("no kind of decision is named", "Kinds: \(kinds.joined(separator: ", ")).")
    }
    guard let kind = DecisionKind(rawValue: word), kind != .undo else {
      let nearest = NearestWord.suggestion(for: word, among: kinds)
      throw failure(
        "there is no kind of decision '\(word)'",
        nearest.map { "Did you mean '\($0)'?" } ?? "Kinds: \(kinds.joined(separator: ", ")).")
    }
    let keys = try keys(kind)
    return switch kind {
    case .match: .match(try pair(keys))
    case .notMatch: .notMatch(try pair(keys))
    case .cannotTell: .cannotTell(try pair(keys))
    case .sameHousehold: .sameHousehold(try pair(keys))
    case .split: .split(keys[0], from: Array(keys.dropFirst()))
    case .joinFamily: .joinFamily(try tie(keys))
    case .leaveFamily: .leaveFamily(try tie(keys))
    case .override: .override(try override(keys[0]))
    case .localDiscretion:
      .localDiscretion(
        LocalDiscretion(
          family: keys[0], pack: try needed(request.pack, "--pack"), isIn: !request.isOut,
          days: try days()))
    case .note, .undo: .note(keys[0])
    }
  }

  private func keys(_ kind: DecisionKind) throws -> [RecordKey] {
    let words = request.words.dropFirst()
    let keys = words.compactMap { RecordKey(text: $0) }
    guard keys.count == words.count else {
      throw failure(
        "what follows the kind has to be keys of records",
        "A key has sixteen digits, as 'kindred review next' shows them.")
    }
    let count =
      switch kind {
      case .split: 2...Int.max
      case .override, .localDiscretion, .note: 1...1
      default: 2...2
      }
    guard count.contains(keys.count) else {
      let wanted = count.upperBound == .max ? "two keys or more" : "\(count.lowerBound) key(s)"
      throw failure("'\(kind.rawValue)' takes \(wanted), not \(keys.count)", nil)
    }
    guard Set(keys).count == keys.count else { throw failure("a key is there twice", nil) }
    return keys
  }

  private func pair(_ keys: [RecordKey]) throws -> RecordPair {
    guard let pair = RecordPair(keys[0], keys[1]) else {
      throw failure("a key is there twice", nil)
    }
    return pair
  }

  private func tie(_ keys: [RecordKey]) throws -> FamilyTie {
    FamilyTie(
      person: keys[0], family: keys[1], role: request.part.flatMap(FamilyRole.init(rawValue:)),
      days: try days())
  }

  private func override(_ family: RecordKey) throws -> FindingOverride {
    let finding = try needed(request.finding, "--finding")
    return FindingOverride(
      family: family, pack: try needed(request.pack, "--pack"),
      criterion: try needed(request.criterion, "--criterion"),
      finding: RuledFinding(rawValue: finding) ?? .cannotTell, days: try days())
  }

  private func days() throws -> DayInterval? {
    guard request.since != nil || request.until != nil else { return nil }
    let first = request.since.flatMap { Day(iso: $0) } ?? .earliest
    let last = request.until.flatMap { Day(iso: $0) } ?? .latest
    guard let days = DayInterval(first: first, last: last) else {
      throw failure("--until is before --since", nil)
    }
    return days
  }

  private func needed(_ value: String?, _ option: String) throws -> String {
    guard let value else { throw failure("\(option) is missing", nil) }
    return value
  }

  private func failure(_ what: String, _ advice: String?) -> CommandFailure {
    CommandFailure(.usage, Problem(what, advice: advice ?? "See 'kindred help review'."))
  }
}
