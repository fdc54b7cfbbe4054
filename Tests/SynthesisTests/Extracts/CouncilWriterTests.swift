import Synthesis
import Testing
import Vocabulary

@Suite("A council's files")
struct CouncilWriterTests {
  @Test("are the same for the same seed")
  func sameAgain() {
    let again = WrittenCouncil(people: 600, errors: WrittenCouncil.manyErrors)
    #expect(again.files.keys.sorted() == WrittenCouncil.spoilt.files.keys.sorted())
    for (path, bytes) in again.files {
      #expect(bytes == WrittenCouncil.spoilt.files[path], "\(path)")
    }
  }

  @Test("are others for another seed")
  func another() {
    let other = WrittenCouncil(people: 600, errors: .none, seed: 6)
    #expect(other.files["truth/people.csv"] != WrittenCouncil.clean.files["truth/people.csv"])
  }

  @Test("have their headings and ends even when nobody lives there")
  func empty() {
    var files: [String: [UInt8]] = [:]
    CouncilWriter(seed: 1, asOf: Day(year: 2013, month: 7, day: 22) ?? .earliest)
      .write([]) { path, bytes in files[path, default: []] += bytes }
    #expect(files.count == WrittenCouncil.clean.files.count)
    #expect(files.values.allSatisfy { !$0.isEmpty })
  }

  /// What the sink says when there is no room.
  private struct Full: Error, Equatable {}

  @Test("stop at the first piece that cannot be written")
  func sinkFails() {
    var pieces = 0
    #expect(throws: Full()) {
      try CouncilWriter(seed: 1, asOf: Samples.asOf).write(
        WrittenCouncil.clean.worlds
      ) { (_, _) throws(Full) in
        pieces += 1
        if pieces == 3 { throw Full() }
      }
    }
    #expect(pieces == 3)
  }

  @Test("repeat the heading on each page of the printed report")
  func pages() {
    let council = WrittenCouncil.clean
    for file in council.extracts where file.hasPrefix("RMS_INCIDENTS") {
      let records = council.records(of: file)
      let headings = records.filter { $0.fields[0] == "IncidentNo" }
      let rows = records.filter { $0.fields[0].hasPrefix("SC-") }
      #expect(headings.count == 1 + max(0, rows.count - 1) / 60)
    }
  }

  @Test("arrive more than once, and overlap")
  func overlap() {
    let council = WrittenCouncil.clean
    let marks = council.extracts.filter { $0.hasPrefix("attendance_marks") }
    #expect(marks.count == 3)
    let rows = marks.map { Set(council.records(of: $0).dropFirst().map(\.fields)) }
    for (earlier, later) in zip(rows, rows.dropFirst()) {
      #expect(!earlier.isDisjoint(with: later))
      #expect(!later.isSubset(of: earlier))
    }
  }

  @Test("show marks that add up to what the school counted")
  func marksAddUp() {
    let council = WrittenCouncil.clean
    var seen: Set<[String]> = []
    var unauthorised = 0
    for file in council.extracts where file.hasPrefix("attendance_marks") {
      for record in council.records(of: file).dropFirst() where seen.insert(record.fields).inserted
      {
        unauthorised += record.fields[7].filter { "GNOU".contains($0) }.count
      }
    }
    let kept = council.worlds.flatMap(\.events).filter { event in
      guard case .attendance(let term) = event.happening else { return false }
      let isKept = term.school.kind != .independent && !term.school.isAcademy
      return isKept && Day(year: 2012, month: 3, day: 22).map { $0 < event.at.earliest } ?? false
    }
    let counted = kept.reduce(0) { sum, event in
      guard case .attendance(let term) = event.happening else { return sum }
      return sum + Int(term.unauthorised)
    }
    #expect(unauthorised > 0)
    #expect(unauthorised == counted)
  }
}
