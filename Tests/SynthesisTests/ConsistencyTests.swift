import Synthesis
import Testing
import Vocabulary

@Suite("Every life is possible")
struct ConsistencyTests {
  @Test("nobody has two homes at once, but children of two parents")
  func oneHome() {
    for world in Samples.worlds {
      let own = Dictionary(grouping: world.residences.filter { !$0.isSecondHome }, by: \.person)
      for stays in own.values {
        let sorted = stays.sorted { $0.from < $1.from }
        for (stay, next) in zip(sorted, sorted.dropFirst()) {
          #expect(stay.until.map { $0 <= next.from } ?? false)
        }
      }
    }
  }

  @Test("nobody lives anywhere before birth or after death")
  func alive() {
    for world in Samples.worlds {
      for stay in world.residences {
        let person = world[stay.person]
        #expect(stay.from >= person.born)
        if let died = person.died { #expect(stay.until.map { $0 <= died } ?? false) }
      }
    }
  }

  @Test("nothing happens to anyone before birth, after death or after the last day")
  func eventsInLife() {
    for world in Samples.worlds {
      for event in world.events {
        #expect(event.at.earliest <= Samples.asOf)
        guard let person = event.person.map({ world[$0] }) else { continue }
        #expect(event.at.latest >= person.born)
        if let died = person.died { #expect(event.at.earliest <= died) }
        if let until = event.until { #expect(until.latest >= event.at.earliest) }
      }
    }
  }

  @Test("parents are old enough, and not too old")
  func parents() {
    for world in Samples.worlds {
      for tie in world.relations where tie.kind == .parent {
        let age = world[tie.first].age(on: world[tie.second].born)
        #expect((13...64).contains(age), "a parent of \(age)")
      }
    }
  }

  @Test("every membership begins before it ends, in a life")
  func memberships() {
    for world in Samples.worlds {
      for member in world.families.flatMap(\.members) {
        #expect(member.from >= world[member.person].born)
        if let until = member.until { #expect(until > member.from) }
      }
    }
  }

  @Test("every resident is in a family on the last day")
  func everyoneHasAFamily() {
    for world in Samples.worlds {
      let members = Set(
        world.families.flatMap(\.members).filter { $0.holds(on: Samples.asOf) }.map(\.person))
      #expect(Samples.residents(of: world, on: Samples.asOf).isSubset(of: members))
    }
  }

  @Test("names follow one another, from birth on")
  func names() {
    for person in Samples.worlds.flatMap(\.people) {
      #expect(person.names.first?.from == person.born)
      for (name, next) in zip(person.names, person.names.dropFirst()) {
        #expect(name.from < next.from)
      }
    }
  }

  @Test("ties point at people of the neighbourhood")
  func identities() {
    for world in Samples.worlds {
      for (place, person) in world.people.enumerated() { #expect(person.id.place == place) }
      for (place, dwelling) in world.dwellings.enumerated() { #expect(dwelling.id.place == place) }
      for (place, family) in world.families.enumerated() { #expect(family.id.place == place) }
      #expect(world.people.allSatisfy { $0.id.neighbourhood == world.number })
    }
  }

  @Test("an attendance is of its sessions")
  func attendance() {
    for event in Samples.worlds.flatMap(\.events) {
      guard case .attendance(let term) = event.happening else { continue }
      #expect(term.authorised + term.unauthorised <= term.possible)
      #expect(term.unexplained <= term.unauthorised)
      #expect(term.late <= term.possible - term.authorised - term.unauthorised)
    }
  }
}
