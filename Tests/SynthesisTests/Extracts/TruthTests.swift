import Testing
import Vocabulary

@testable import Synthesis

@Suite("The truth beside the extracts")
struct TruthTests {
  @Test("names the line that each person's row begins on")
  func linesOfPeople() throws {
    let council = WrittenCouncil.clean
    let people = people(of: council)
    let columns = columnsByFile(of: council)
    var told: [String: [[String]]] = [:]
    for mention in council.truth("mentions") { told[mention[0], default: []].append(mention) }
    #expect(Set(told.keys).isSubset(of: council.extracts))
    for (file, mentions) in told {
      var byLine: [Int: [String]] = [:]
      for record in council.records(of: file) { byLine[record.line] = record.fields }
      for mention in mentions {
        let line = try #require(Int(mention[1]))
        let fields = try #require(byLine[line], "\(file) has no row at line \(line)")
        let person = try #require(people[mention[3]])
        let own = columns[file, default: []].enumerated().filter { $1.slot == mention[2] }
        #expect(
          own.contains { place, column in shows(person, fields[place], column.meaning) },
          "\(file) line \(line) is not about \(mention[2]): \(fields)")
      }
    }
  }

  @Test("tells of errors only where a record begins and of columns there are")
  func linesOfErrors() throws {
    let council = WrittenCouncil.spoilt
    let columns = columnsByFile(of: council)
    var told: [String: [[String]]] = [:]
    for error in council.truth("errors") { told[error[0], default: []].append(error) }
    for (file, errors) in told {
      // What a stray separator or a cut-off quote does to lines is the reader's to find.
      let lines = Set(council.records(of: file).map(\.line))
      let headings = Set(columns[file, default: []].map(\.heading) + [""])
      for error in errors {
        #expect(lines.contains(Int(error[1]) ?? 0), "\(file) line \(error[1])")
        #expect(headings.contains(error[2]))
        #expect(ErrorKind(rawValue: error[3]) != nil)
      }
    }
  }

  @Test("says nothing is wrong where no error was asked for")
  func nothingWrong() {
    #expect(WrittenCouncil.clean.truth("errors").isEmpty)
  }

  @Test("counts every row in the report that prints its total")
  func totals() throws {
    for council in [WrittenCouncil.clean, .spoilt] {
      for file in council.extracts where file.hasPrefix("exclusions") {
        let records = council.records(of: file)
        let total = try #require(records.first { $0.fields[0].hasPrefix("Total records: ") })
        // Three lines of title, the heading, and three lines of end, the total in the middle.
        #expect(total.fields[0] == "Total records: \(records.count - 7)")
      }
    }
  }

  @Test("holds every person, membership and event of the county once")
  func whole() {
    let council = WrittenCouncil.clean
    let worlds = council.worlds
    #expect(council.truth("people").count == worlds.reduce(0) { $0 + $1.people.count })
    #expect(council.truth("events").count == worlds.reduce(0) { $0 + $1.events.count })
    let members = worlds.flatMap(\.families).reduce(0) { $0 + $1.members.count }
    #expect(council.truth("families").count == members)
  }

  private func people(of council: WrittenCouncil) -> [String: Person] {
    var people: [String: Person] = [:]
    for person in council.worlds.flatMap(\.people) { people["\(person.id.rawValue)"] = person }
    return people
  }

  private func columnsByFile(of council: WrittenCouncil) -> [String: [Column]] {
    var columns: [String: [Column]] = [:]
    for extract in AllExtracts.list {
      for delivery in extract.schedule.deliveries(asOf: Day.of(2013, 7, 22)) {
        columns[extract.fileName(delivery.day)] = extract.columns
      }
    }
    return columns
  }

  /// Whether a cell is what the person is: one of their names, their birth date, their number.
  private func shows(_ person: Person, _ cell: String, _ meaning: Meaning) -> Bool {
    let upper = cell.uppercased()
    let plain = SpellingVariants.plainSpelling(of:)
    switch meaning {
    case .surname: return person.names.contains { plain($0.surname.uppercased()) == plain(upper) }
    case .fullName:
      return ([person.knownAs ?? "?"] + person.names.flatMap { [$0.surname, $0.forename] })
        .contains { plain(upper).contains(plain($0).uppercased()) }
    case .born(let style): return style.text(person.born) == cell
    default: return false
    }
  }
}
