/// Builds the tree of nodes from the events, within the limits.
struct Composer: ~Copyable {
  /// A node that an alias may ask for, and how many nodes it stands for.
  private struct Anchored {
    var node: YAMLNode
    var nodeCount: Int
  }

  private var events: EventStream
  private let file: String
  private let limits: YAMLLimits
  private var anchors: [String: Anchored] = [:]
  private var nodeCount = 0

  init(events: consuming EventStream, file: String, limits: YAMLLimits) {
    self.events = events
    self.file = file
    self.limits = limits
  }

  mutating func document() throws(YAMLError) -> YAMLNode {
    _ = try events.next()
    let start = try events.next()
    guard case .documentStart = start.kind else {
      throw error(.documentCount, "the file is empty", at: start.mark)
    }
    let root = try node(from: events.next(), depth: 0)
    _ = try events.next()
    let end = try events.next()
    guard case .streamEnd = end.kind else {
      throw error(.documentCount, "a second document starts here; one file holds one", at: end.mark)
    }
    return root
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws(YAMLError) -> YAMLNode {
    if case .alias(let name) = event.kind { return try node(ofAlias: name, at: event.mark) }
    guard !event.isTagged else {
      throw error(.unsupported, "tags such as '!!str' are not used here", at: event.mark)
    }
    let before = nodeCount
    try count(1, at: event.mark)
    let content = try content(of: event, depth: depth)
    let node = YAMLNode(content, at: event.mark)
    if let anchor = event.anchor {
      anchors[anchor] = Anchored(node: node, nodeCount: nodeCount - before)
    }
    return node
  }

  /// An alias costs as much as what it stands for: that is what stops a few lines of aliases to
  /// aliases from growing into millions of nodes.
  private mutating func node(ofAlias name: String, at mark: YAMLMark) throws(YAMLError) -> YAMLNode
  {
    guard let anchored = anchors[name] else {
      throw error(.unknownAlias, "there is no anchor '&\(name)' before this alias", at: mark)
    }
    try count(anchored.nodeCount, at: mark)
    return anchored.node
  }

  private mutating func content(
    of event: YAMLEvent, depth: Int
  ) throws(YAMLError) -> YAMLNode.Content {
    guard depth < limits.depth else {
      throw error(.limit, "more than \(limits.depth) levels lie in one another", at: event.mark)
    }
    switch event.kind {
    case .scalar(let text, let style): return .scalar(text, style)
    case .sequenceStart: return .sequence(try items(depth: depth + 1))
    case .mappingStart: return .mapping(try entries(depth: depth + 1))
    default: preconditionFailure("libyaml balances its events")
    }
  }

  private mutating func items(depth: Int) throws(YAMLError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind { return items }
      items.append(try node(from: event, depth: depth))
    }
  }

  private mutating func entries(depth: Int) throws(YAMLError) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind { return entries }
      let key = try key(from: event)
      if let line = lines.updateValue(event.mark.line, forKey: key) {
        throw error(
          .duplicateKey, "the key '\(key)' is given twice; the first is in line \(line)",
          at: event.mark)
      }
      let value = try node(from: events.next(), depth: depth)
      entries.append(YAMLEntry(key: key, at: event.mark, value: value))
    }
  }

  private mutating func key(from event: YAMLEvent) throws(YAMLError) -> String {
    guard case .scalar(let key, let style) = event.kind, !event.isTagged, event.anchor == nil else {
      throw error(.unsupported, "a key has to be plain text", at: event.mark)
    }
    guard !(style == .plain && key == "<<") else {
      throw error(.unsupported, "merge keys ('<<') are not used here", at: event.mark)
    }
    try count(1, at: event.mark)
    return key
  }

  private mutating func count(_ nodes: Int, at mark: YAMLMark) throws(YAMLError) {
    nodeCount += nodes
    guard nodeCount <= limits.nodes else {
      throw error(.limit, "the file stands for more than \(limits.nodes) values", at: mark)
    }
  }

  private func error(_ code: YAMLError.Code, _ message: String, at mark: YAMLMark) -> YAMLError {
    YAMLError(code, message, file: file, mark: mark)
  }
}
