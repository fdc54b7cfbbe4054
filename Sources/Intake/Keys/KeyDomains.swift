/// Where the keys of a contract's facts and relations begin, so that different things never share a key.
///
/// They hold names, never places in a list: a fact added to a contract, or a kind added to the vocabulary, leaves every
/// other key as it was, and with it the decisions that people bound to it.
struct KeyDomains {
  /// One for each fact of the contract.
  let facts: [UInt64]
  /// One for each relation of the contract.
  let relations: [UInt64]

  init(of contract: SourceContract) {
    var hasher = StableHasher()
    var keyedBefore: [String: UInt64] = [:]
    facts = contract.facts.map { fact in
      if let matter = fact.matter {
        // Whichever answer a row gives, it is about the same matter.
        hasher.begin(Self.matter)
        hasher.add(contract.name)
        hasher.add(matter)
        hasher.add(contract.name(of: fact.subject))
        return hasher.key()
      }
      hasher.begin(Self.fact)
      hasher.add(contract.name)
      hasher.add(fact.kindName)
      // Without key columns all that the fact says goes into its key. With them, facts of one kind about one person are
      // told apart by which of them comes first.
      if !fact.key.isEmpty {
        let subject = contract.name(of: fact.subject)
        let identity = fact.kindName + "|" + subject
        hasher.add(subject)
        hasher.add(keyedBefore[identity, default: 0])
        keyedBefore[identity, default: 0] += 1
      }
      return hasher.key()
    }
    relations = contract.relations.map { relation in
      hasher.begin(Self.relation)
      hasher.add(contract.name)
      hasher.add(relation.kindName)
      return hasher.key()
    }
  }

  private static let fact: UInt64 = 1
  private static let relation: UInt64 = 2
  private static let matter: UInt64 = 3
}

extension StableHasher {
  fileprivate mutating func add(_ text: String) {
    add(Array(text.utf8).span)
  }
}

extension SourceContract {
  /// The name of the slot that a fact is about.
  fileprivate func name(of subject: FactSubject) -> String {
    switch subject {
    case .person(let slot): people[slot].slot
    case .place(let slot): places[slot].slot
    }
  }
}
