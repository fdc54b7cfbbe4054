import Vocabulary

/// Who is only a name at somebody else's home.
///
/// A school writes the child's address beside a parent who lives elsewhere. Where no other grown-up is known there, the
/// parent lives there as far as anybody can tell; where one is, the name alone makes nobody a member.
struct VagueHomes: Sendable {
  let isDoubtful: [Bool]

  init(_ homes: HomeTimelines, _ residents: Residents, isChild: [Bool]) {
    isDoubtful = isChild.indices.map { person in
      guard let last = homes.last(person), last.isVague, last.dwelling >= 0 else { return false }
      return residents.spells(in: last.dwelling, homes).contains { other in
        !other.isVague && other.last == .latest && !isChild[Int(other.person)]
      }
    }
  }
}
