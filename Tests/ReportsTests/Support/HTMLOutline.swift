/// A page's tags, read strictly: enough of a parser to see that a page is well formed, and no more.
struct HTMLOutline {
  struct Tag: Equatable {
    var name: String
    var attributes: [String: String]
  }

  /// The opening tags in their order.
  private(set) var tags: [Tag] = []
  /// What is wrong, in words.
  private(set) var problems: [String] = []
  /// The text between tags, as written.
  private(set) var text = ""
  private var open: [String] = []
  private var rest: Substring

  private static let void: Set<String> = ["meta", "br", "link", "img", "hr", "input"]

  init(_ page: String) {
    rest = page[...]
    if rest.hasPrefix("<!DOCTYPE html>") {
      rest.removeFirst("<!DOCTYPE html>".count)
    } else {
      problems.append("no doctype")
    }
    while !rest.isEmpty { readNext() }
    if !open.isEmpty { problems.append("never closed: \(open.joined(separator: " "))") }
  }

  private mutating func readNext() {
    if open.last == "style" { return skipStyle() }
    switch rest.first {
    case "<": readTag()
    case "&": readReference()
    case ">": fail("a bare >", skipping: 1)
    default:
      let plain = rest.prefix { !"<>&".contains($0) }
      text += plain
      rest.removeFirst(plain.count)
    }
  }

  private mutating func skipStyle() {
    let end = rest.firstRange(of: "</style>")?.lowerBound ?? rest.endIndex
    rest = rest[end...]
    if !rest.isEmpty { readTag() }
  }

  private mutating func readReference() {
    guard let reference = Self.references.first(where: { rest.hasPrefix($0) }) else {
      return fail("a bare &", skipping: 1)
    }
    text += reference
    rest.removeFirst(reference.count)
  }

  private static let references = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]

  private mutating func readTag() {
    rest.removeFirst()
    let closes = rest.first == "/"
    if closes { rest.removeFirst() }
    let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
    guard !name.isEmpty else { return fail("a bare <", skipping: 0) }
    rest.removeFirst(name.count)
    let attributes = readAttributes(of: name)
    let closesItself = rest.first == "/"
    if closesItself { rest.removeFirst() }
    guard rest.first == ">" else { return fail("<\(name)> does not end", skipping: 0) }
    rest.removeFirst()
    if closes { return close(name) }
    tags.append(Tag(name: name, attributes: attributes))
    if !closesItself && !Self.void.contains(name) { open.append(name) }
  }

  private mutating func readAttributes(of tag: String) -> [String: String] {
    var attributes: [String: String] = [:]
    while let first = rest.first, first.isWhitespace {
      rest.removeFirst()
      let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-") })
      rest.removeFirst(name.count)
      guard !name.isEmpty, rest.hasPrefix("=\"") else {
        fail("an attribute of <\(tag)> without a quoted value", skipping: 0)
        return attributes
      }
      rest.removeFirst(2)
      let value = String(rest.prefix { $0 != "\"" })
      rest.removeFirst(min(value.count + 1, rest.count))
      if value.contains("<") { problems.append("< in \(name) of <\(tag)>") }
      if attributes.updateValue(value, forKey: name) != nil {
        problems.append("\(name) twice in <\(tag)>")
      }
    }
    return attributes
  }

  private mutating func close(_ name: String) {
    if open.last == name {
      open.removeLast()
    } else {
      problems.append("</\(name)> where <\(open.last ?? "nothing")> is open")
    }
  }

  private mutating func fail(_ problem: String, skipping count: Int) {
    problems.append("\(problem) before: \(rest.prefix(30))")
    rest.removeFirst(min(count, rest.count))
  }

  /// The values of an attribute, wherever it is.
  func values(of attribute: String) -> [String] {
    tags.compactMap { $0.attributes[attribute] }
  }

  func tags(named name: String) -> [Tag] {
    tags.filter { $0.name == name }
  }
}
