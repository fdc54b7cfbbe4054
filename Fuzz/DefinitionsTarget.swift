import YAMLFiles

/// Reads the bytes as YAML: a document, or an error at a place that is in the text.
func tryDefinition(_ bytes: [UInt8]) {
  var limits = YAMLLimits()
  limits.nodes = 20_000
  do throws(YAMLError) {
    check(try YAMLDocument.parse(bytes, name: "fuzzed.yaml", limits: limits).root, in: bytes)
  } catch {
    precondition(error.mark.line >= 1 && error.mark.column >= 1, "an error needs a place")
    precondition(!error.message.isEmpty, "an error needs words")
  }
}

private func check(_ node: YAMLNode, in bytes: [UInt8]) {
  precondition(node.mark.line >= 1 && node.mark.column >= 1, "a node needs a place")
  switch node.content {
  case .mapping(let entries): for entry in entries { check(entry.value, in: bytes) }
  case .sequence(let items): for item in items { check(item, in: bytes) }
  default: break
  }
}
