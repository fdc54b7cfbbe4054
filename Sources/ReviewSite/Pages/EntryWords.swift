import Reports
import Store
import YAMLFiles

/// What an entry of the ledger holds, in words: keys, names of pages and numbers, and no detail of anybody.
enum EntryWords {
  /// The longest content that is read; whole claims are longer, and have a page of their own.
  private static let mostBytes = 4_096
  private static let mostTexts = 3
  private static let mostCharacters = 160
  private static let digestShown = 12

  static func about(_ entry: LedgerFile.Entry) -> Markup {
    guard entry.content.utf8.count <= mostBytes,
      let document = try? YAMLDocument.parse(entry.content, name: "ledger"),
      case .mapping(let members) = document.root.content
    else { return beginning(entry.content) }
    let parts = members.map { "\(Words.phrase($0.key)) \(words($0.value, of: $0.key))" as Markup }
    return parts.isEmpty
      ? "–" : "<span class=\"content\">\(Markup(Array(parts), separator: "; "))</span>"
  }

  private static func beginning(_ content: String) -> Markup {
    let text =
      content.count > mostCharacters ? content.prefix(mostCharacters) + "…" : content[...]
    return "<code class=\"content\">\(String(text))</code>"
  }

  private static func words(_ value: YAMLNode, of key: String) -> Markup {
    switch value.content {
    case .sequence(let nodes) where nodes.count > mostTexts: return "(\(count: nodes.count))"
    case .sequence(let nodes): return Markup(nodes.map { words($0, of: key) }, separator: ", ")
    case .mapping(let members): return "(\(count: members.count))"
    default: return text(value.text ?? "–")
    }
  }

  /// A word as a phrase; what has digits is a key, a name of a run or a day, and stays as it is.
  private static func text(_ text: String) -> Markup {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return "\(Words.phrase(String(text.prefix(mostCharacters))))"
    }
    let isDigest = text.utf8.count == 64
    return
      "<code>\(isDigest ? String(text.prefix(digestShown)) : String(text.prefix(mostCharacters)))</code>"
  }
}
