import CYAML

/// One event of libyaml's parser, free of its memory.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias(String)
    case scalar(String, YAMLStyle)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  var kind: Kind
  var anchor: String?
  var isTagged = false
  var mark: YAMLMark
}

/// Reads events from bytes with libyaml, and owns its parser.
///
/// The event interface is the lowest that libyaml documents (yaml.h, `yaml_parser_parse`): it gives
/// styles, anchors and marks, which the document interface loses.
@safe
struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: [UInt8]
  private let file: String

  /// The buffer is that of the bytes, and has to outlive the stream: libyaml reads it in place.
  init(
    reading buffer: UnsafeBufferPointer<UInt8>, of bytes: [UInt8], file: String
  ) throws(YAMLError) {
    unsafe parser = .allocate(capacity: 1)
    self.bytes = bytes
    self.file = file
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      throw YAMLError(
        .outOfMemory, "no memory to read the file", file: file, mark: YAMLMark(line: 1, column: 1))
    }
    unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  mutating func next() throws(YAMLError) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe EventStream.copy(of: event)
  }

  private static func copy(of event: yaml_event_t) -> YAMLEvent {
    let mark = unsafe YAMLMark(
      line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
    var copy = YAMLEvent(kind: .streamStart, mark: mark)
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT: copy.kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: copy.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: copy.kind = .documentEnd
    case YAML_ALIAS_EVENT: copy.kind = unsafe .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      copy.kind = unsafe .scalar(
        String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self),
        scalar.style == YAML_PLAIN_SCALAR_STYLE ? .plain : .quoted)
      copy.anchor = unsafe text(scalar.anchor)
      copy.isTagged = unsafe scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      copy.kind = .sequenceStart
      copy.anchor = unsafe text(event.data.sequence_start.anchor)
      copy.isTagged = unsafe event.data.sequence_start.tag != nil
    case YAML_SEQUENCE_END_EVENT: copy.kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      copy.kind = .mappingStart
      copy.anchor = unsafe text(event.data.mapping_start.anchor)
      copy.isTagged = unsafe event.data.mapping_start.tag != nil
    case YAML_MAPPING_END_EVENT: copy.kind = .mappingEnd
    default: break
    }
    return copy
  }

  private static func text(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let bytes = unsafe bytes else { return nil }
    return unsafe String(cString: bytes)
  }

  private func failure() -> YAMLError {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "not YAML"
    switch unsafe parser.pointee.error {
    case YAML_MEMORY_ERROR:
      return error(.outOfMemory, "no memory to read the file", at: YAMLMark(line: 1, column: 1))
    case YAML_READER_ERROR:
      let offset = unsafe Int(parser.pointee.problem_offset)
      return error(.syntax, PlainSentence.of(problem: problem), at: mark(ofByte: offset))
    default:
      let place = unsafe parser.pointee.problem_mark
      let line = Int(place.line) + 1
      if let column = columnOfTab(inLine: line) {
        return error(
          .syntax, "a tab stands in the indentation; use spaces",
          at: YAMLMark(line: line, column: column))
      }
      return error(
        .syntax, PlainSentence.of(problem: problem),
        at: YAMLMark(line: line, column: Int(place.column) + 1))
    }
  }

  private func error(_ code: YAMLError.Code, _ message: String, at mark: YAMLMark) -> YAMLError {
    YAMLError(code, message, file: file, mark: mark)
  }

  /// libyaml gives no mark for bytes that it cannot decode, only their offset.
  private func mark(ofByte offset: Int) -> YAMLMark {
    var line = 1
    var column = 1
    for index in 0..<min(offset, bytes.count) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return YAMLMark(line: line, column: column)
  }

  /// The column of a tab among the blanks that a line begins with, if there is one.
  private func columnOfTab(inLine wanted: Int) -> Int? {
    var line = 1
    var column = 1
    var inIndentation = true
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
        inIndentation = true
        if line > wanted { return nil }
        continue
      }
      if line == wanted && inIndentation && byte == UInt8(ascii: "\t") { return column }
      if byte != UInt8(ascii: " ") { inIndentation = false }
      column += 1
    }
    return nil
  }
}
