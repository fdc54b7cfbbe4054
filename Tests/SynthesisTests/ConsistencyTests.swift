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
      let impossible = world.events.filter { event in
        if event.at.earliest > Samples.asOf { return true }
        if let until = event.until, until.latest < event.at.earliest { return true }
        guard let person = event.person.map({ world[$0] }) else { return false }
        return event.at.latest < person.born || person.died.map { $0 < event.at.earliest } ?? false
      }
      #expect(impossible.isEmpty)
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
    var wrong = 0
    for event in Samples.worlds.flatMap(\.events) {
      guard case .attendance(let term) = event.happening else { continue }
      let attended = Int(term.possible) - Int(term.authorised) - Int(term.unauthorised)
      if term.unexplained > term.unauthorised || Int(term.late) > attended { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test("clinics are closed at weekends and at Christmas")
  func clinics() {
    let closed = Samples.worlds.flatMap(\.events).filter { event in
      guard case .appointment = event.happening, event.at.precision == .day else { return false }
      let day = event.at.earliest
      return day.weekday == .saturday || day.weekday == .sunday || (day.month, day.day) == (12, 25)
    }
    #expect(closed.isEmpty)
  }

  @Test("exclusions begin on a school day, at a school of the pupil")
  func exclusions() {
    for world in Samples.worlds {
      var schools: [Person.ID: Set<School>] = [:]
      for event in world.events {
        guard case .enrolment(let enrolment) = event.happening, let person = event.person else {
          continue
        }
        schools[person, default: []].insert(enrolment.school)
      }
      for event in world.events {
        guard case .exclusion(let exclusion) = event.happening, let person = event.person else {
          continue
        }
        let day = event.at.earliest
        #expect(SchoolTerm.terms(of: day.adding(months: -8).year).contains { $0.isOpen(on: day) })
        #expect(schools[person]?.contains(exclusion.school) ?? false)
      }
    }
  }

  @Test("children of the same two parents mostly share a surname at birth")
  func siblings() {
    var (same, other) = (0, 0)
    for world in Samples.worlds {
      for tie in world.relations where tie.kind == .sibling {
        let (one, two) = (world[tie.first], world[tie.second])
        guard let mother = one.mother, mother == two.mother, let father = one.father,
          father == two.father
        else { continue }
        if one.names[0].surname == two.names[0].surname { same += 1 } else { other += 1 }
      }
    }
    #expect(same > other * 8, "\(same) share, \(other) do not")
  }

  @Test("at school, nobody is at two schools as a single pupil on one day")
  func oneSchool() {
    for world in Samples.worlds {
      var spells: [Person.ID: [(Day, Day)]] = [:]
      for event in world.events {
        guard case .enrolment(let enrolment) = event.happening, enrolment.status == .single,
          let person = event.person
        else { continue }
        spells[person, default: []].append((event.at.earliest, event.until?.earliest ?? .latest))
      }
      for own in spells.values {
        let sorted = own.sorted { $0.0 < $1.0 }
        for (one, next) in zip(sorted, sorted.dropFirst()) { #expect(one.1 <= next.0) }
      }
    }
  }
}
