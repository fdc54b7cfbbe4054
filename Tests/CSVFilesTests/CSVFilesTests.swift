import Testing

@testable import CSVFiles

@Suite struct CSVRecordTests {
  @Test func recordsKnowTheirPlaceAndTheirLines() {
    let text = Array("id,note\r\n1,\"a\r\nb\"\r\n\r\n2,c".utf8)
    var splitter = CSVRecordSplitter()
    splitter.feed(text.span)
    splitter.finish()
    var places: [[Int]] = []
    while let record = splitter.next() {
      #expect(record.state == .whole)
      places.append([
        record.offset, record.byteCount, record.lineEndByteCount, record.firstLine,
        record.lineCount,
      ])
    }
    #expect(places == [[0, 7, 2, 1, 1], [9, 8, 2, 2, 2], [19, 0, 2, 4, 1], [21, 3, 0, 5, 1]])
  }

  @Test func aQuoteLeftOpenCostsItsLineAlone() {
    var limits = CSVLimits()
    limits.recordLines = 3
    let text = Array("1,\"a\n2,b\n3,c\n4,d\n".utf8)
    #expect(
      states(of: text, limits: limits) == [.unclosedQuote, .whole, .whole, .whole])
    #expect(states(of: text) == [.unclosedQuote, .whole, .whole, .whole])
  }

  @Test func aRecordThatIsTooLongIsCountedAndPassedOver() {
    var limits = CSVLimits()
    limits.recordBytes = 5
    let text = Array("1,a\n2,bcdefgh\n3,\"aaaaaaaa\n4,d\n12345\n".utf8)
    #expect(states(of: text, limits: limits) == [.whole, .tooLong, .tooLong, .whole, .whole])
  }

  private func states(of text: [UInt8], limits: CSVLimits = CSVLimits()) -> [CSVRecord.State] {
    var splitter = CSVRecordSplitter(limits: limits)
    splitter.feed(text.span)
    splitter.finish()
    var states: [CSVRecord.State] = []
    while let record = splitter.next() { states.append(record.state) }
    return states
  }
}

@Suite struct CSVParserTests {
  struct Bad: CustomTestStringConvertible, Sendable {
    var record: String
    var code: CSVError.Code
    var offset: Int
    var testDescription: String { "\(code): \(record)" }
  }

  @Test(arguments: [
    Bad(record: "a\"b,c", code: .unescapedQuote, offset: 1),
    Bad(record: "\"a\"b,c", code: .unescapedQuote, offset: 3),
    Bad(record: "\"a\" \"b\"", code: .unescapedQuote, offset: 4),
    Bad(record: "a,\"b", code: .unclosedQuote, offset: 4),
    Bad(record: "1,2,3,4,5", code: .tooManyFields, offset: 0),
    Bad(record: "1,123456789", code: .fieldTooLong, offset: 0),
    Bad(record: "a\nb", code: .severalRecords, offset: 0),
  ])
  func anErrorIsTypedAndTheParserGoesOn(bad: Bad) throws {
    var limits = CSVLimits()
    limits.fields = 4
    limits.fieldBytes = 8
    var parser = CSVParser(limits: limits)
    var row = CSVRow()
    for _ in 1...3 {
      let error = #expect(throws: CSVError.self) {
        try parser.parse(Array(bad.record.utf8).span, into: &row)
      }
      #expect(error == CSVError(bad.code, offset: bad.offset))
      #expect(row.fieldCount == 0)
      try parser.parse(Array("1, \"x\"\"y\" ,,\" z \"".utf8).span, into: &row)
      #expect(row.texts == ["1", "x\"y", "", " z "])
    }
  }

  @Test func anErrorTellsNothingOfTheFile() {
    #expect(
      CSVError(.unescapedQuote, offset: 7).description
        == "a quote inside a field is not doubled (byte 7 of the record)")
  }

  @Test func otherDialectsHaveOtherBytes() throws {
    var parser = CSVParser(
      dialect: CSVDialect(delimiter: 0x09, quote: UInt8(ascii: "'"), quoting: .tolerant))
    var row = CSVRow()
    try parser.parse(Array("a\t'b\tc'\t\td\"e".utf8).span, into: &row)
    #expect(row.texts == ["a", "b\tc", "", "d\"e"])
    #expect(row.isEmpty(2) && !row.isEmpty(1))
    #expect(row.withField(1) { $0.count } == 3)
  }

  @Test func aRowIsUsedAgainForLongerAndShorterRecords() throws {
    var parser = CSVParser()
    var row = CSVRow()
    for count in [0, 1, 300, 2, 1_000, 0, 3] {
      let fields = (0..<count).map { "field \($0)" }
      try parser.parse(Array(fields.joined(separator: ",").utf8).span, into: &row)
      #expect(row.texts == fields)
    }
  }

  @Test func anUnknownFieldStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = CSVRow().fieldRange(0)
    }
  }
}

@Suite struct CSVWriterTests {
  @Test func onlyWhatHasToBeQuotedIs() {
    var writer = CSVWriter()
    writer.record(["plain", "a,b", "say \"hi\"", "two\nlines", " blank", "", "é"])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" blank\",,é\r\n")
  }

  @Test func numbersHaveAFixedCountOfDecimals() {
    var writer = CSVWriter()
    for (number, decimals) in [
      (1.25, 1), (-1.25, 1), (0.04, 1), (-0.04, 1), (2, 3), (-0.5, 0), (12.000_000_000_1, 10),
      (0.999_999_999_99, 10), (-1_074, 10),
    ] {
      writer.field(number, decimals: decimals)
    }
    writer.endRecord()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "1.3,-1.3,0.0,0.0,2.000,-1,12.0000000001,1.0000000000,-1074.0000000000\r\n")
  }

  @Test func wholeNumbersAreWrittenAsSwiftWritesThem() {
    var numbers = [Int.min, .max, 0]
    for power in 0..<19 {
      let round = (0..<power).reduce(1) { product, _ in product * 10 }
      numbers += [round - 1, round, -round]
    }
    for number in numbers {
      var writer = CSVWriter()
      writer.field(number)
      #expect(String(decoding: writer.bytes, as: UTF8.self) == String(number))
    }
  }

  @Test func formulasAreGuardedWhereAsked() {
    var writer = CSVWriter(guardsFormulas: true)
    writer.field("=1+1")
    writer.field("-2")
    writer.field(-2)
    writer.field("@x,\"y\"")
    writer.endRecord()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == "'=1+1,'-2,-2,\"'@x,\"\"y\"\"\"\r\n")
    writer.removeBytes()
    #expect(writer.bytes.isEmpty)
  }

  /// Whatever is written is read back, for every pair of short fields.
  @Test func whatIsWrittenIsReadBack() throws {
    let alphabet = Array("a,\"\n\r \t='".utf8)
    var fields: [[UInt8]] = [[]]
    fields += alphabet.map { [$0] } + alphabet.flatMap { one in alphabet.map { [one, $0] } }
    var row = CSVRow()
    for one in fields {
      for other in fields {
        for record in [[one], [one, other]] {
          var writer = CSVWriter()
          for field in record { writer.field(bytes: field.span) }
          writer.endRecord()
          var reader = CSVReader()
          reader.feed(writer.bytes.span)
          reader.finish()
          guard let found = reader.next() else { Issue.record("\(record) is lost"); continue }
          try reader.parse(found, into: &row)
          let read = (0..<row.fieldCount).map { Array(row.bytes[row.fieldRange($0)]) }
          if read != record || reader.next() != nil { Issue.record("\(record) became \(read)") }
        }
      }
    }
  }
}
